import { DAY_MS } from "../clock.ts";
/** An organization's rules for its links; null and an empty list: no rule. */
export interface LinkRules {
  readonly link_lifetime_max_days: number | null;
  /** The lifetime of links that are created without an end. */
  readonly link_lifetime_default_days: number | null;
  readonly link_password_min_length: number | null;
  /** The only origins that links may allow; a link without a list of its own gets this one. */
  readonly link_allowed_origins: readonly string[];
}

/** The end of a link that is created without one; undefined where the organization has no rule. */
export function defaultLinkEnd(rules: LinkRules, nowMs: number): Date | undefined {
  const days = rules.link_lifetime_default_days ?? rules.link_lifetime_max_days;
  return days === null ? undefined : new Date(nowMs + days * DAY_MS);
}

/** What is wrong with the end of a link that is made or changed now; undefined when the rules allow it. */
export function linkEndFault(rules: LinkRules, end: Date, nowMs: number): string | undefined {
  const { link_lifetime_max_days: days } = rules;
  // A second for the way of a request that asks for exactly the longest lifetime.
  if (days === null || end.getTime() <= nowMs + days * DAY_MS + 1_000) return undefined;
  return `must lie within ${days} days from now, the longest lifetime of your organization's links`;
}

/** What is wrong with a link's allowed origins; undefined when the rules allow them. */
export function linkOriginsFault(
  { link_allowed_origins: allowed }: LinkRules,
  origins: readonly string[],
): string | undefined {
  if (allowed.length === 0) return undefined;
  const other = origins.find((origin) => !allowed.includes(origin));
  if (other === undefined && origins.length > 0) return undefined;
  return `must be some of the origins that your organization allows: ${allowed.join(", ")}`;
}
