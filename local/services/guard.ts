import { spawn, spawnSync, type ChildProcess, type StdioOptions } from "node:child_process";

/** A program to run that must not outlive this process. */
export interface GuardedProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** The account to run under; only root may choose one. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  readonly stdio: StdioOptions;
  /** What the program receives when this process is gone, however it went. */
  readonly deathSignal: "SIGKILL" | "SIGTERM" | "SIGINT";
}

/** How a program learns that its parent is gone: from the Linux kernel, or from a shell that reads a pipe. */
export type GuardMethod = "kernel" | "watchdog";

/**
 * The parent may die between fork and prctl, and then no signal ever comes: the program therefore starts only when its parent is
 * still the one that asked for it.
 */
const EXEC_UNDER_PARENT = 'test "$PPID" -eq "$0" || exit 1; exec "$@"';

/** Ends by itself when told "done"; when the pipe breaks instead, the parent is gone and the program has to go as well. */
const WATCHDOG = `
  read -r line && exit 0
  kill -s "$1" "$2" 2>/dev/null || exit 0
  tries=0
  while kill -0 "$2" 2>/dev/null && [ "$tries" -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
  kill -s KILL "$2" 2>/dev/null`;

let detectedMethod: GuardMethod | undefined;

/** The best method of this machine. */
function detectGuardMethod(): GuardMethod {
  detectedMethod ??=
    process.platform === "linux" && spawnSync("setpriv", ["--pdeathsig", "KILL", "true"]).status === 0
      ? "kernel"
      : "watchdog";
  return detectedMethod;
}

/**
 * Starts a program that ends when this process ends, also when this process is killed with SIGKILL. It has a process group of its
 * own, so that Ctrl-C in a terminal reaches only this process, which stops its programs in order.
 */
export function spawnGuarded(program: GuardedProgram, method = detectGuardMethod()): ChildProcess {
  const options = {
    env: program.environment,
    cwd: program.workingDirectory,
    stdio: program.stdio,
    detached: true,
    ...program.account,
  };
  const command = [program.command, ...program.args];
  if (method === "kernel") {
    const signal = program.deathSignal.replace("SIG", "");
    const shell = ["sh", "-c", EXEC_UNDER_PARENT, String(process.pid)];
    return spawn("setpriv", ["--pdeathsig", signal, "--", ...shell, ...command], options);
  }
  const child = spawn(program.command, program.args, options);
  watch(child, program.deathSignal);
  return child;
}

function watch(child: ChildProcess, deathSignal: GuardedProgram["deathSignal"]): void {
  if (child.pid === undefined) return;
  const watchdog = spawn("sh", ["-c", WATCHDOG, "sh", deathSignal.replace("SIG", ""), String(child.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watchdog.unref();
  // The watchdog may be gone before it is told; that is as good.
  watchdog.stdin?.on("error", () => undefined);
  child.once("exit", () => watchdog.stdin?.end("done\n"));
}
