import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { existsSync } from "node:fs";

/** A program to run that must not outlive this process. */
export interface GuardedProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** The account to run under; only root may choose one. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  readonly stdio: StdioOptions;
  /** What the Linux kernel sends the program when this process ends in any way. */
  readonly deathSignal: "SIGKILL" | "SIGTERM" | "SIGINT";
}

const SETPRIV = "/usr/bin/setpriv";
const HAS_DEATH_SIGNAL = process.platform === "linux" && existsSync(SETPRIV);

/** A parent that dies before setpriv runs causes no signal, so the program starts only under its parent. */
const EXEC_UNDER_PARENT = 'test "$PPID" -eq "$0" || exit 1; exec "$@"';

/**
 * Starts a program that the Linux kernel ends with this process, also after `kill -9`. Elsewhere only a Node
 * program with an IPC channel notices a killed parent. The program leads its own process group: Ctrl-C in a
 * terminal reaches only this process, which then stops its programs in order.
 */
export function spawnGuarded(program: GuardedProgram): ChildProcess {
  const options = {
    env: program.environment,
    cwd: program.workingDirectory,
    stdio: program.stdio,
    detached: true,
    ...program.account,
  };
  if (!HAS_DEATH_SIGNAL) return spawn(program.command, program.args, options);
  const guard = ["--pdeathsig", program.deathSignal.replace("SIG", ""), "--"];
  const shell = ["sh", "-c", EXEC_UNDER_PARENT, String(process.pid)];
  return spawn(SETPRIV, [...guard, ...shell, program.command, ...program.args], options);
}
