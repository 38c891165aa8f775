import { ProblemError } from "../errors.ts";

/** `rate`: a minute's calls. `waiting`: requests at once. `amount`: what an organization keeps. */
type LimitKind = "rate" | "waiting" | "amount";

interface Limit {
  readonly kind: LimitKind;
  /** The setting that holds the default of all organizations. */
  readonly setting: string;
  readonly default: number;
  /** What is limited, as the end of "This organization may have 10 …". */
  readonly what: string;
  /** What to do once the limit is reached. */
  readonly remedy: string;
}

const MORE = "or ask the operator of this service for a higher limit";

/** Every limit of an organization: the only table of them. Each is a column of `organization_limits`. */
export const LIMITS = {
  calls_per_key: {
    kind: "rate",
    setting: "LIMIT_CALLS_PER_KEY",
    default: 30_000,
    what: "calls a minute with one API key or session",
    remedy: `spread the calls, ${MORE}`,
  },
  calls_per_organization: {
    kind: "rate",
    setting: "LIMIT_CALLS_PER_ORGANIZATION",
    default: 60_000,
    what: "calls a minute with all of its keys and sessions",
    remedy: `spread the calls, ${MORE}`,
  },
  tiles_per_link: {
    kind: "rate",
    setting: "LIMIT_TILES_PER_LINK",
    default: 600_000,
    what: "tiles a minute of one share link",
    remedy: `request fewer tiles, ${MORE}`,
  },
  waiting_renders: {
    kind: "waiting",
    setting: "RENDER_WAITING_PER_ORGANIZATION_MAX",
    default: 256,
    what: "requests at once that wait for a render, in each API process",
    remedy: `request fewer tiles at once, ${MORE}`,
  },
  storage_bytes: {
    kind: "amount",
    setting: "LIMIT_STORAGE_BYTES",
    default: 1_099_511_627_776,
    what: "bytes of files",
    remedy: `delete items, ${MORE}`,
  },
  open_uploads: {
    kind: "amount",
    setting: "LIMIT_OPEN_UPLOADS",
    default: 100,
    what: "open uploads",
    remedy: `complete or fail some, ${MORE}`,
  },
  share_links: {
    kind: "amount",
    setting: "LIMIT_SHARE_LINKS",
    default: 10_000,
    what: "share links that are neither revoked nor expired",
    remedy: `revoke some, ${MORE}`,
  },
  render_profiles: {
    kind: "amount",
    setting: "LIMIT_RENDER_PROFILES",
    default: 50_000,
    what: "render profiles",
    remedy: `delete some, ${MORE}`,
  },
  collections: {
    kind: "amount",
    setting: "LIMIT_COLLECTIONS",
    default: 5_000,
    what: "collections",
    remedy: `delete some, ${MORE}`,
  },
  items: {
    kind: "amount",
    setting: "LIMIT_ITEMS",
    default: 100_000,
    what: "items",
    remedy: `delete some, ${MORE}`,
  },
} as const satisfies Record<string, Limit>;

/** The name of a limit in {@link LIMITS}. */
export type LimitName = keyof typeof LIMITS;

/** The setting that holds a limit's default. */
export type LimitSetting = (typeof LIMITS)[LimitName]["setting"];

/** The limits that bind one organization. */
export type OrganizationLimits = Readonly<Record<LimitName, number>>;

/** Every name of {@link LIMITS}. */
export const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[];

/** Whether text names a limit. */
export function isLimitName(text: string): text is LimitName {
  return Object.hasOwn(LIMITS, text);
}

/**
 * The refusal of a call that would exceed a limit: 429 for rates, 409 for amounts, and 503 for waiting
 * requests, which map clients repeat by themselves. It names the limit, its value and the remedy; the
 * problem's `limit` member holds name and value.
 */
export function limitExceeded(name: LimitName, value: number, retryAfterSeconds?: number): ProblemError {
  const { kind, what, remedy } = LIMITS[name];
  const detail = `The limit ${name} is reached: this organization may have ${value} ${what}; ${remedy}.`;
  const extensions = { limit: { name, value } };
  if (kind === "amount") return new ProblemError("conflict", detail, { extensions });
  return new ProblemError(kind === "waiting" ? "unavailable" : "too_many_requests", detail, {
    extensions,
    retryAfterSeconds: retryAfterSeconds ?? 1,
  });
}
