import { execFileSync, fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { siblingEntry } from "../../infra/entry.ts";
import type { TestSystem } from "./system.ts";

/** Starts `programs/workers` as a process of its own; resolves when its pools work. */
export async function startWorkerProcess(
  system: Pick<TestSystem, "environment">,
  pools: string,
): Promise<ChildProcess> {
  const { path, execArgv } = siblingEntry(import.meta.url, "../../programs/workers");
  const child = fork(path, ["--pools", pools], {
    execArgv: [...execArgv],
    env: { PATH: process.env["PATH"], ...system.environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [first] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [unknown];
  if (first !== "ready") throw new Error(`workers --pools ${pools} ended at the start: ${String(first)}`);
  return child;
}

/** The processes that draw tiles for a worker, oldest first: inside of their sandbox, where there is one. */
export function childrenOf(pid: number | undefined): number[] {
  const output = execFileSync("ps", ["-e", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  const rows = output.split("\n").flatMap((line) => {
    const [, id, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return /render-process\.[jt]s tiles$/.test(command) ? [{ id: Number(id), parent: Number(parent) }] : [];
  });
  const started = rows.filter(({ parent }) => parent === pid).map(({ id }) => id);
  return started.map((id) => rows.find(({ parent }) => parent === id)?.id ?? id);
}

/** Kills a process with SIGKILL and waits until it has ended. */
export async function killProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
