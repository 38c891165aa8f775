import { randomBytes } from "node:crypto";
import type { Picos } from "../billing/money.ts";

/** bcrypt reads 72 bytes and silently ignores the rest. */
const PASSWORD_BYTES_MAX = 72;

const PASSWORD_CHARACTERS_MIN = 8;

/** A new link token: 32 random bytes in base64url. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether text has the form of a link token. */
export function isLinkToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** Why a password cannot protect a link, or nothing. Characters are Unicode code points, bytes are those of UTF-8. */
export function passwordFault(password: string): string | undefined {
  if (Array.from(password).length < PASSWORD_CHARACTERS_MIN) {
    return `must have at least ${PASSWORD_CHARACTERS_MIN} characters`;
  }
  if (Buffer.byteLength(password) > PASSWORD_BYTES_MAX) {
    return `must have at most ${PASSWORD_BYTES_MAX} bytes in UTF-8`;
  }
  if (password.includes("\0")) return "must not contain a NUL character";
  if (!password.isWellFormed()) return "must be well-formed Unicode";
  return undefined;
}

/** What can run out of a link. */
export type LinkLimit = "max_views" | "max_tiles" | "spend_limit";

/** How far a link may be used and how far it has been; null: not limited, not counted. The limit of money is in micro-units, what is used of it exact. */
export interface LinkLimits {
  readonly max_views: number | null;
  readonly max_tiles: number | null;
  readonly spend_limit: number | null;
  readonly views_used: number | null;
  readonly tiles_used: number | null;
  readonly spend_used_picos: Picos | null;
}

/** Whether openings and tiles of a link are counted as they happen. */
export function isLimited(limits: LinkLimits): boolean {
  return limits.views_used !== null;
}

/** Picos in a micro-unit, in which limits are set. */
const PICOS_PER_MICRO = 1_000_000n;

/** What a link has cost, in whole micro-units: never less than it is. */
export function spendMicros(used: Picos): number {
  return Number((used + PICOS_PER_MICRO - 1n) / PICOS_PER_MICRO);
}

/** The limits that leave no room for one more opening or one more tile at this price. */
export function reachedLimits(limits: LinkLimits, tilePrice: Picos): LinkLimit[] {
  const isReached = (used: number | null, max: number | null, next: number) =>
    max !== null && (used ?? 0) + next > max;
  const reached: LinkLimit[] = [];
  if (isReached(limits.views_used, limits.max_views, 1)) reached.push("max_views");
  if (isReached(limits.tiles_used, limits.max_tiles, 1)) reached.push("max_tiles");
  const { spend_limit: budget, spend_used_picos: spent } = limits;
  if (tilePrice > 0n && budget !== null && (spent ?? 0n) + tilePrice > BigInt(budget) * PICOS_PER_MICRO) {
    reached.push("spend_limit");
  }
  return reached;
}

/** What is decided about a link by its row and the time alone. */
export type LinkStanding = "live" | "revoked" | "expired";

/** Whether a link may be used at a time. */
export function linkStanding(
  link: { readonly revokedAtMs: number | undefined; readonly expiresAtMs: number },
  nowMs: number,
): LinkStanding {
  if (link.revokedAtMs !== undefined) return "revoked";
  return link.expiresAtMs <= nowMs ? "expired" : "live";
}
