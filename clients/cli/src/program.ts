import { Command } from "commander";
import { addCompletionCommand } from "./commands/completion.ts";
import { addLoginCommand } from "./commands/login.ts";
import { addLogoutCommand } from "./commands/logout.ts";
import { addProfileCommands } from "./commands/profiles.ts";
import { addShareFileCommand } from "./commands/share-file.ts";
import { addUploadCommands } from "./commands/upload.ts";
import { addWhoamiCommand } from "./commands/whoami.ts";
import { COMMANDS } from "./generated/commands.ts";
import { addGlobalOptions } from "./global-options.ts";
import type { Io } from "./io.ts";
import { addOperationCommand } from "./operation-command.ts";
import { VERSION } from "./version.ts";

/**
 * The whole command line: one command for each operation, and a few more. `isQuiet` suppresses its own usage
 * errors.
 */
export function buildProgram(io: Io, { isQuiet = false } = {}): Command {
  const program = new Command("geopera")
    .description("Share geospatial rasters by link.")
    .version(VERSION)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => void (isQuiet || io.stderr.write(text)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText("after", "\nEnvironment: GEOPERA_TOKEN, GEOPERA_BASE_URL, GEOPERA_PROFILE.");
  addGlobalOptions(program);
  addLoginCommand(program, io);
  addLogoutCommand(program, io);
  addWhoamiCommand(program, io);
  addProfileCommands(program, io);
  addCompletionCommand(program, io);
  for (const definition of COMMANDS) addOperationCommand(program, definition, io);
  addUploadCommands(program, io);
  addShareFileCommand(program, io);
  return program;
}
