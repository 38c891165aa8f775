import { randomBytes } from "node:crypto";
import type { Picos } from "../billing/money.ts";

/** A new link token: 32 random bytes in base64url. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether text has the form of a link token. */
export function isLinkToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** The limits that a link can reach. */
export type LinkLimit = "max_views" | "max_tiles" | "spend_limit";

/**
 * The limits of a link and what it has used of them; null: not limited, not counted. The money limit is in
 * micro-units, the money used is exact.
 */
export interface LinkLimits {
  readonly max_views: number | null;
  readonly max_tiles: number | null;
  readonly spend_limit: number | null;
  readonly views_used: number | null;
  readonly tiles_used: number | null;
  readonly spend_used_picos: Picos | null;
}

/** Whether views and tiles of a link are counted before they are answered. */
export function isLimited(limits: LinkLimits): boolean {
  return limits.views_used !== null;
}

/** Picos in a micro-unit, in which limits are set. */
const PICOS_PER_MICRO = 1_000_000n;

/** What a link has cost, rounded up to whole micro-units. */
export function spendMicros(used: Picos): number {
  return Number((used + PICOS_PER_MICRO - 1n) / PICOS_PER_MICRO);
}

/** The limits that leave no room for one more view, or for one more tile at this price. */
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

/** The states of a link: revoked is for good, paused until its owner resumes it. */
export const LINK_STANDINGS = ["live", "revoked", "expired", "paused"] as const;

/** The state of a link that follows from its row and the time alone. */
export type LinkStanding = (typeof LINK_STANDINGS)[number];

/** Whether a link may be used at a time. */
export function linkStanding(
  link: {
    readonly revoked_at: Date | null;
    readonly paused_at: Date | null;
    readonly expires_at: Date;
  },
  nowMs: number,
): LinkStanding {
  if (link.revoked_at !== null) return "revoked";
  if (link.expires_at.getTime() <= nowMs) return "expired";
  return link.paused_at === null ? "live" : "paused";
}
