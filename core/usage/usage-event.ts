/** How a tile came to be answered: what `X-Cache` says. */
export type CacheResult = "memory" | "store" | "render";

/**
 * One answered tile (200 or 304), or one opening by `share.link.validate` (`access`). Id and time are fixed
 * when it happens, so that every later step is idempotent.
 */
export interface UsageEvent {
  readonly eventId: string;
  readonly kind: "tile" | "access";
  /** Milliseconds since 1970. */
  readonly occurredAtMs: number;
  readonly organizationId: string;
  readonly linkId: string;
  /** The link's target: an item or a collection. */
  readonly targetId: string;
  /** Bytes of the answer's body. */
  readonly bytes: number;
  readonly cacheResult: CacheResult | "none";
  /** 200, or 304 for a tile that the client already held. */
  readonly status: number;
}

/** The UTC day of a time, as the start of the day in milliseconds. */
export function utcDayStart(timeMs: number): number {
  return Math.floor(timeMs / DAY_MS) * DAY_MS;
}

/** Milliseconds in a UTC day. */
export const DAY_MS = 86_400_000;

/** The first instant of the UTC month that is `offset` months from the one that holds a time. */
export function utcMonthStart(timeMs: number, offset = 0): Date {
  const date = new Date(timeMs);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1));
}
