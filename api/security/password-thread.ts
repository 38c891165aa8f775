import { setPriority } from "node:os";
import bcrypt from "bcrypt";

/** What a thread is asked to do. */
export type PasswordTask =
  | { readonly kind: "hash"; readonly password: string; readonly cost: number }
  | { readonly kind: "compare"; readonly password: string; readonly hash: string };

/** On Linux the priority is the calling thread's own: everything else in the process goes first. */
const NICENESS = 10;

try {
  setPriority(0, NICENESS);
} catch {
  // Not allowed here; the pool is bounded all the same.
}

/** Hashes a password, or says whether it matches a hash. */
export function run(task: PasswordTask): string | boolean {
  switch (task.kind) {
    case "hash":
      return bcrypt.hashSync(task.password, task.cost);
    case "compare":
      return bcrypt.compareSync(task.password, task.hash);
  }
}
