/** The rules of an organization for its links, as far as the form reads them. */
export interface LinkRules {
  readonly link_lifetime_max_days: number | null;
  readonly link_lifetime_default_days: number | null;
}

const DAY_MS = 86_400_000;

/** How long a link lives where the organization has no rule. */
const DEFAULT_DAYS = 30;

/** The end date that a form starts with, as `2026-12-28`, in local time. */
export function defaultEnd(
  { link_lifetime_default_days: days, link_lifetime_max_days: max }: LinkRules,
  nowMs: number,
): string {
  const chosen = Math.min(days ?? DEFAULT_DAYS, max === null ? Infinity : Math.max(0, max - 1));
  return dayOf(new Date(nowMs + chosen * DAY_MS));
}

/** A day in local time, as `2026-12-28`. */
export function dayOf(end: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${end.getFullYear()}-${two(end.getMonth() + 1)}-${two(end.getDate())}`;
}

/** The end of a day in local time, as the API takes it; the text itself where it is no day. */
export function endOfDay(day: string): string {
  const end = new Date(`${day}T23:59:59`);
  return Number.isNaN(end.getTime()) ? day : end.toISOString();
}
