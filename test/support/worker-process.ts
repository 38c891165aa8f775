import { execFileSync, fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import type { TestSystem } from "./system.ts";

/** Starts `programs/workers` as a process of its own; resolves when its pools work. */
export async function startWorkerProcess(
  system: Pick<TestSystem, "environment">,
  pools: string,
): Promise<ChildProcess> {
  const child = fork(join(packageRoot, "programs", "workers.ts"), ["--pools", pools], {
    execArgv: ["--import", "tsx"],
    env: { PATH: process.env["PATH"], ...system.environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [first] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [unknown];
  if (first !== "ready") throw new Error(`workers --pools ${pools} ended at the start: ${String(first)}`);
  return child;
}

/** The processes that a process started itself, oldest first. */
export function childrenOf(pid: number | undefined): number[] {
  const output = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(pid)], { encoding: "utf8" });
  return output
    .split("\n")
    .filter((line) => line.includes("render-process"))
    .map((line) => Number.parseInt(line, 10));
}

/** Kills a process with SIGKILL and waits until it has ended. */
export async function killProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
