import { join } from "node:path";
import { UsageError } from "../infra/command-line.ts";
import { packageRoot } from "../infra/package-root.ts";
import { announcement, demoFile } from "./announce.ts";
import { examineOwnScene } from "./demo/own-scene.ts";
import { HELP, parseLocalCommand, type LocalCommand } from "./local-command.ts";
import { writeSecretJson } from "./local-state.ts";
import { runLocalSystem } from "./run-local-system.ts";
import { endTogether } from "./services/end-together.ts";
import { DirectoryInUseError } from "./services/lock-directory.ts";

/** `npm start`: the whole system on this machine, until Ctrl-C. */
const directory = join(packageRoot, ".geopera");
const ending = endTogether();

try {
  const command = parseLocalCommand(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (command.kind === "help") console.log(HELP);
  else await runUntilEnd(command);
} catch (error) {
  // A failure after Ctrl-C is only the end of what was starting.
  if (!ending.isAsked) {
    console.error(explain(error as Error));
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
await ending.close();
process.exit();

async function runUntilEnd(command: Exclude<LocalCommand, { kind: "help" }>): Promise<void> {
  const content = command.kind === "scene" ? await examineOwnScene(command.path) : command.kind;
  const running = await runLocalSystem({ directory, log: (line) => console.error(line), ending, content });
  writeSecretJson(join(directory, "demo.json"), demoFile(running));
  console.log(announcement(running));
  await ending.asked;
}

function explain(error: Error): string {
  if (error instanceof UsageError) return `${error.message}; npm start -- --help lists the arguments`;
  if (!(error instanceof DirectoryInUseError)) return error.message;
  return `already running in this clone (process ${error.pid}): stop it first, or start from another clone`;
}
