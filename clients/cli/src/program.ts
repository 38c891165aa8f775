import { Command } from "commander";
import { addCompletionCommand } from "./commands/completion.ts";
import { addDownloadCommand } from "./commands/download.ts";
import { addLoginCommand } from "./commands/login.ts";
import { addLogoutCommand } from "./commands/logout.ts";
import { addOpCommand } from "./commands/op.ts";
import { addOpenCommand } from "./commands/open.ts";
import { addProfileCommands } from "./commands/profiles.ts";
import { addShareFileCommand } from "./commands/share-file.ts";
import { addUploadCommands } from "./commands/upload.ts";
import { addWhoamiCommand } from "./commands/whoami.ts";
import { describeGroups } from "./describe-groups.ts";
import { COMMANDS } from "./generated/commands.ts";
import { addGlobalOptions } from "./global-options.ts";
import type { Io } from "./io.ts";
import { addOperationCommand } from "./operation-command.ts";
import { VERSION } from "./version.ts";

/** From a key to a link and its end; a test runs these lines as they stand here. */
const FIRST_STEPS = `
First steps:
  geopera login --base-url https://share.example.org --api-key -
  geopera projects list
  geopera upload scene.tif --project 'My project'
  geopera share scene.tif --project 'My project' --label 'For the council' --expires-in 30d
  geopera share link list
  geopera share link usage --link-id 'For the council'
  geopera share link revoke --link-id 'For the council' --yes

Wherever an id is taken, a name is taken as well; the id of what a command is about needs no flag:
geopera items get Harbour. Every command has --help with examples.
Answers: tables on a terminal, JSON in a pipe; -o table|json|ndjson|csv|tsv, --jq PROGRAM, --all.
Environment: GEOPERA_TOKEN, GEOPERA_BASE_URL, GEOPERA_PROFILE; NO_COLOR, FORCE_COLOR.
Exit codes: 0 done, 1 unexpected, 2 wrong input, 3 not allowed, 4 not there, 5 unavailable, 6 conflict, 130 Ctrl-C.`;

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
      getOutHasColors: () => io.color.stdout,
      getErrHasColors: () => io.color.stderr,
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .configureHelp({ styleTitle: (text) => `\u001b[1m${text}\u001b[22m` })
    .addHelpText("after", FIRST_STEPS);
  addGlobalOptions(program);
  program.commandsGroup("Commands:");
  addLoginCommand(program, io);
  addLogoutCommand(program, io);
  addWhoamiCommand(program, io);
  addProfileCommands(program, io);
  addOpCommand(program, io);
  addOpenCommand(program, io);
  addDownloadCommand(program, io);
  addCompletionCommand(program, io);
  program.commandsGroup("Operations, as the API has them:");
  for (const definition of COMMANDS) addOperationCommand(program, definition, io);
  program.commandsGroup("Commands:");
  addUploadCommands(program, io);
  addShareFileCommand(program, io);
  describeGroups(program);
  return program;
}
