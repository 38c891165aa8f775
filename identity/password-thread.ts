import { spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import bcrypt from "bcrypt";

/** The task of a thread. */
export type PasswordTask =
  | { readonly kind: "hash"; readonly password: string; readonly cost: number }
  | { readonly kind: "compare"; readonly password: string; readonly hash: string };

/** `idle` runs only where no other thread wants to; `low` gets a small share even where all want to. */
export type ThreadPriority = "idle" | "low";

/** On Linux, niceness belongs to the calling thread. */
const NICENESS = 10;

let isLowered = false;

/** Hashes a password, or says whether it matches a hash. */
export function run({ task, priority }: { task: PasswordTask; priority: ThreadPriority }): string | boolean {
  if (!isLowered) lowerPriority(priority);
  isLowered = true;
  switch (task.kind) {
    case "hash":
      return bcrypt.hashSync(task.password, task.cost);
    case "compare":
      return bcrypt.compareSync(task.password, task.hash);
  }
}

function lowerPriority(priority: ThreadPriority): void {
  try {
    setPriority(0, NICENESS);
    if (priority === "low") return;
    // A thread that is merely nice keeps its processor for the rest of its slice when another wakes up. An
    // idle thread gives way at once.
    const thread = readlinkSync("/proc/thread-self").split("/").at(-1) ?? "";
    spawnSync("chrt", ["--idle", "--pid", "0", thread], { stdio: "ignore" });
  } catch {
    // Not allowed, or not Linux. The pool is bounded all the same.
  }
}
