import type { ParseArgsConfig } from "node:util";
import type { AdminConfig } from "../../infra/config.ts";
import type { Database } from "../../storage/database/database.ts";

/** The values of a command's options. */
export type Values = Readonly<Record<string, string | boolean>>;

/** A command of `npm run admin`. */
export interface AdminCommand {
  readonly name: string;
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** Resolves to what is printed as JSON; nothing for a command that prints by itself. */
  run(parts: { database: Database; config: AdminConfig }, values: Values): Promise<object | undefined>;
}
