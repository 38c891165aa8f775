import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/** A process, named so that a later one with the same number is not mistaken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time, in a form that only the same machine compares. */
  readonly began: string;
}

/** Identifies a running process; undefined when no process has this number. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const began = process.platform === "linux" ? livingStatus(pid)?.began : askStartTime(pid);
  return began === undefined ? undefined : { pid, began };
}

/** Whether exactly this process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.began === identity.began;
}

/** Whether any process of a group still runs; a group has the number of its first process. */
export function isGroupRunning(group: number): boolean {
  try {
    process.kill(-group, 0);
  } catch {
    return false;
  }
  // A zombie accepts signals too, and stays for ever where process 1 of a container does not collect orphans.
  return process.platform !== "linux" || allPids().some((pid) => livingStatus(pid)?.group === group);
}

/**
 * The processes of a program with this working directory; that of a database server is its data directory.
 */
export function processesIn(program: string, directory: string): number[] {
  const place = realpathSync(directory);
  if (process.platform !== "linux") {
    const answer = spawnSync("lsof", ["-t", "-a", "-c", program, "-d", "cwd", place], { encoding: "utf8" });
    return answer.stdout.split("\n").filter(Boolean).map(Number);
  }
  return allPids().filter((pid) => livingStatus(pid)?.program === program && workingDirectory(pid) === place);
}

/** Sends a signal to a process, or with a negative number to its group; one that has ended is no error. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

function allPids(): number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

/** Fields 2, 5 and 22 of proc(5) for a process that has not ended; a zombie has. */
function livingStatus(pid: number): { program: string; group: number; began: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name is in parentheses and may itself hold spaces and parentheses.
    const [program, rest] = [
      stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")")),
      stat.lastIndexOf(")") + 2,
    ];
    const fields = stat.slice(rest).split(" ");
    return fields[0] === "Z" ? undefined : { program, group: Number(fields[2]), began: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function askStartTime(pid: number): string | undefined {
  const answer = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() || undefined : undefined;
}
