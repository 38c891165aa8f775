import { join } from "node:path";
import { packageRoot } from "../infra/package-root.ts";
import { announcement, demoFile } from "./announce.ts";
import { HELP, parseCommandLine } from "./command-line.ts";
import { DirectoryInUseError } from "./services/lock-directory.ts";
import { endTogether } from "./services/end-together.ts";
import { writeSecretJson } from "./local-state.ts";
import { examineOwnScene } from "./demo/own-scene.ts";
import { runLocalSystem } from "./run-local-system.ts";

/** `npm start`: the whole system on this machine, until Ctrl-C. */
const directory = join(packageRoot, ".geopera");
const workingDirectory = process.env.INIT_CWD ?? process.cwd();
const command = parseCommandLine(process.argv.slice(2), workingDirectory);
const ending = endTogether();

try {
  if (command.kind === "help") console.log(HELP);
  else if (command.kind === "wrong") {
    console.error(command.line);
    process.exitCode = command.exitCode;
  } else {
    const content = command.kind === "scene" ? await examineOwnScene(command.path) : command.kind;
    const log = (line: string) => console.error(line);
    const running = await runLocalSystem({ directory, log, ending, content });
    writeSecretJson(join(directory, "demo.json"), demoFile(running));
    console.log(announcement(running));
    await ending.asked;
  }
} catch (error) {
  // What fails because everything is being stopped is no news.
  if (!ending.isAsked) {
    console.error(error instanceof DirectoryInUseError ? inUse(error) : (error as Error).message);
    process.exitCode = 1;
  }
}
await ending.close();
process.exit();

function inUse(error: DirectoryInUseError): string {
  return `already running in this clone (process ${error.pid}): stop it first, or start from another clone`;
}
