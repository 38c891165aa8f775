import type { Command } from "commander";
import { chooseService } from "../credentials/service.ts";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import { addGlobalOptions, readGlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { writeJson } from "../output.ts";
import { identify } from "../session/identify.ts";

/** `geopera whoami`: the owner of the credentials in use. */
export function addWhoamiCommand(program: Command, io: Io): void {
  const command = program
    .command("whoami")
    .description("Say who the credentials in use belong to, as the service sees it.");
  addGlobalOptions(command);
  command.action(async () => {
    const { profileName, baseUrl, token } = await chooseService(io, readGlobalOptions(command));
    if (token === undefined) throw new CliError("Not signed in; run `geopera login`.", EXIT.denied);
    const bearer = typeof token === "function" ? await token() : token;
    const identity = await identify(io, { base_url: baseUrl, api_key: bearer });
    const isFromProfile = token !== io.env["GEOPERA_TOKEN"];
    await writeJson(io, { profile: isFromProfile ? profileName : null, base_url: baseUrl, ...identity });
  });
}
