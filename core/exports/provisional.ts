import { createHash } from "node:crypto";
import type { Month } from "../billing/month.ts";

/** What an export of a month that is not closed says of itself. */
export interface Provisional {
  /** The time that its rows are of; absent until they were read. */
  readonly as_of?: string;
  /** Organizations whose statements cannot be made, and why: they are not in it. */
  readonly left_out?: readonly { readonly organization_id: string; readonly fault: string }[];
}

/**
 * The id that a statement of an open month has in provisional exports: the same in each of them, so that
 * later ones replace its rows. The statement itself gets another id when its month is closed.
 */
export function provisionalStatementId(organizationId: string, month: Month, currency: string): string {
  const digest = createHash("sha256").update(`provisional ${organizationId} ${month} ${currency}`).digest();
  // UUID version 8: made by a rule of our own (RFC 9562).
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString("hex", 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const DAY_MS = 86_400_000;

/** How long a provisional export stays after a later one, or after the close of its month. */
export const PROVISIONAL_KEEP_MS = DAY_MS;

/** How long the rows of one stay after its files were written. */
export const SNAPSHOT_KEEP_MS = 15 * 60_000;
