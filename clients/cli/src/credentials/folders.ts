import { join } from "node:path";
import type { Io } from "../io.ts";

/** `$XDG_CONFIG_HOME/geopera-share/credentials.json`. */
export function credentialsPath(io: Pick<Io, "env">): string {
  return join(configurationFolder(io), "geopera-share", "credentials.json");
}

/** `$XDG_CONFIG_HOME`, or `~/.config`. */
export function configurationFolder({ env }: Pick<Io, "env">): string {
  return env["XDG_CONFIG_HOME"] || homeFolder({ env });
}

/** `~/.config`, whatever else the environment says. */
export function homeFolder({ env }: Pick<Io, "env">): string {
  return join(env["HOME"] ?? env["USERPROFILE"] ?? ".", ".config");
}
