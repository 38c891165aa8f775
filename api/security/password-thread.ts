import { setPriority } from "node:os";
import bcrypt from "bcrypt";

/** On Linux the priority is the calling thread's own: everything else in the process goes first. */
const NICENESS = 10;

try {
  setPriority(0, NICENESS);
} catch {
  // Not allowed here; the pool is bounded all the same.
}

/** Hashes a password: runs in a thread of its own. */
export function hashPassword({ password, cost }: { password: string; cost: number }): string {
  return bcrypt.hashSync(password, cost);
}

/** Compares a password with a hash: runs in a thread of its own. */
export function comparePassword({ password, hash }: { password: string; hash: string }): boolean {
  return bcrypt.compareSync(password, hash);
}
