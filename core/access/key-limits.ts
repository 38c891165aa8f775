import { DAY_MS } from "../clock.ts";
import { InputError } from "../errors.ts";

/** What bounds a new key: the key that makes it, and the organization's rule. */
export interface KeyBounds {
  /** The making key's end and calls a minute; undefined when a person makes the key. */
  readonly parent:
    | { readonly expiresAtMs: number | null; readonly callsPerMinute: number | null }
    | undefined;
  /** The longest life of the organization's keys. */
  readonly daysMax: number | null;
}

/** The limits that a caller requests for a new key. */
export interface RequestedKeyLimits {
  readonly expires_in_days?: number | null | undefined;
  readonly rate_limit?: number | null | undefined;
}

/**
 * The end and the calls a minute of a new key: what is requested, or else as much as its bounds allow. A key
 * never lives longer or goes faster than the key that makes it; throws an InputError for a request beyond.
 */
export function limitsOfNewKey(
  requested: RequestedKeyLimits,
  { parent, daysMax }: KeyBounds,
  nowMs: number,
): { readonly expiresAtMs: number | null; readonly callsPerMinute: number | null } {
  const ends = [parent?.expiresAtMs ?? Infinity, daysMax === null ? Infinity : nowMs + daysMax * DAY_MS];
  const latest = Math.min(...ends);
  const days = requested.expires_in_days ?? undefined;
  const end = days === undefined ? latest : nowMs + days * DAY_MS;
  if (end > latest) {
    const whose = latest === ends[0] ? "the key that makes this one" : "your organization's rule";
    throw InputError.at(
      "expires_in_days",
      `ends after ${whose} allows; leave it out for the latest end`,
      "max",
    );
  }
  const fastest = parent?.callsPerMinute ?? null;
  const calls = requested.rate_limit ?? fastest;
  if (fastest !== null && calls !== null && calls > fastest) {
    throw InputError.at("rate_limit", `must be at most ${fastest}, as of the key that makes this one`, "max");
  }
  return { expiresAtMs: end === Infinity ? null : end, callsPerMinute: calls };
}
