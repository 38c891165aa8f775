import { spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import bcrypt from "bcrypt";

/** The task of a thread. */
export type PasswordTask =
  | { readonly kind: "hash"; readonly password: string; readonly cost: number }
  /** The forms of one password, of which one has to match. */
  | { readonly kind: "compare"; readonly passwords: readonly string[]; readonly hash: string };

/**
 * `idle` runs only where no other thread wants to; `low` gets a small share even where all want to, `fair`
 * as much as others.
 */
export type ThreadPriority = "idle" | "low" | "fair";

/** On Linux, niceness belongs to the calling thread. */
const NICENESS: Readonly<Record<ThreadPriority, number>> = { idle: 10, low: 10, fair: 0 };

let isLowered = false;

/** Hashes a password, or says whether one of its forms matches a hash. */
export function run({ task, priority }: { task: PasswordTask; priority: ThreadPriority }): string | boolean {
  if (!isLowered) lowerPriority(priority);
  isLowered = true;
  switch (task.kind) {
    case "hash":
      return bcrypt.hashSync(task.password, task.cost);
    case "compare":
      return task.passwords.some((password) => bcrypt.compareSync(password, task.hash));
  }
}

function lowerPriority(priority: ThreadPriority): void {
  try {
    setPriority(0, NICENESS[priority]);
    if (priority !== "idle") return;
    // A thread that is merely nice keeps its processor for the rest of its slice when another wakes up. An
    // idle thread gives way at once.
    const thread = readlinkSync("/proc/thread-self").split("/").at(-1) ?? "";
    spawnSync("chrt", ["--idle", "--pid", "0", thread], { stdio: "ignore" });
  } catch {
    // Not allowed, or not Linux. The pool is bounded all the same.
  }
}
