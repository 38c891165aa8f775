import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A process named so that a later one with the same number is not mistaken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process began, in a form only the same machine understands. */
  readonly began: string;
}

/** Names a running process; undefined when there is none with this number. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const began = process.platform === "linux" ? readBeginning(pid) : askBeginning(pid);
  return began === undefined ? undefined : { pid, began };
}

/** Whether exactly this process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.began === identity.began;
}

/** Whether any process of a group still runs; a group has the number of the process that began it. */
export function isGroupRunning(group: number): boolean {
  try {
    process.kill(-group, 0);
  } catch {
    return false;
  }
  // Zombies answer signals as well, for ever where nobody collects orphans (process 1 of a container).
  return process.platform !== "linux" || readdirSync("/proc").some((entry) => isLivingMember(entry, group));
}

/** Sends a signal to a process, or with a negative number to its group; nobody there is fine. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** State, group and beginning of a process on Linux: fields 3, 5 and 22 of proc(5). */
function readStatus(pid: number | string): { state: string; group: number; began: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before them, in parentheses, may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", group: Number(fields[2]), began: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

function readBeginning(pid: number): string | undefined {
  const status = readStatus(pid);
  return status?.state === "Z" ? undefined : status?.began;
}

function isLivingMember(entry: string, group: number): boolean {
  const status = /^\d+$/.test(entry) ? readStatus(entry) : undefined;
  return status?.group === group && status.state !== "Z";
}

function askBeginning(pid: number): string | undefined {
  const answer = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() || undefined : undefined;
}
