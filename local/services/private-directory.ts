import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensurePostgresAccount } from "./postgres-account.ts";

/** The folders that hold what others must not read; PostgreSQL keeps its own closed. */
const PRIVATE_FOLDERS = ["journal", "logs", "objects", "redis"] as const;

/**
 * Makes a directory of the local system that other accounts of the machine cannot read. Where PostgreSQL has
 * an account of its own, that account must pass through: the directory itself can then be entered, not
 * listed.
 */
export function makePrivate(directory: string): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, ensurePostgresAccount() === undefined ? 0o700 : 0o711);
  for (const folder of PRIVATE_FOLDERS) {
    mkdirSync(join(directory, folder), { recursive: true });
    chmodSync(join(directory, folder), 0o700);
  }
}
