import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identifyProcess, isRunning, type ProcessIdentity } from "./processes.ts";

/** Another running process holds the directory. */
export class DirectoryInUseError extends Error {
  override readonly name = "DirectoryInUseError";
  readonly pid: number;

  constructor(directory: string, pid: number) {
    super(`${directory} is in use by process ${pid}.`);
    this.pid = pid;
  }
}

/**
 * Locks a directory until the returned function releases it or this process ends. Takes over a lock whose
 * holder has ended; throws a DirectoryInUseError when the holder still runs.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const lockFile = join(directory, "lock");
  const self = identifyProcess(process.pid);
  if (self === undefined) throw new Error("This process cannot be identified.");
  const draft = `${lockFile}.${self.pid}`;
  writeFileSync(draft, JSON.stringify(self));
  try {
    for (;;) {
      if (tryLink(draft, lockFile)) break;
      const holder = readHolder(lockFile);
      if (holder !== undefined && isRunning(holder)) throw new DirectoryInUseError(directory, holder.pid);
      removeStale(lockFile, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (readHolder(lockFile)?.pid === self.pid) rmSync(lockFile, { force: true });
  };
}

/** A link is atomic: of two processes only one succeeds, and no reader sees a half-written lock. */
function tryLink(draft: string, lockFile: string): boolean {
  try {
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function readHolder(lockFile: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

/**
 * Two processes may find the same stale lock: the slower one must restore the lock that the quicker one has
 * made.
 */
function removeStale(lockFile: string, stale: ProcessIdentity | undefined): void {
  const aside = `${lockFile}.stale.${process.pid}`;
  try {
    renameSync(lockFile, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && moved.began !== stale?.began) tryLink(aside, lockFile);
  rmSync(aside, { force: true });
}
