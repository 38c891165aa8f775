const MS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  y: 365 * 86_400_000,
};

/** A time as RFC 3339: as given, or counted from now, such as `+30d` and `-12h`. */
export function timeOf(text: string, nowMs: number): string {
  const [, sign, count, unit = ""] = /^([+-])(\d{1,6})([mhdwy])$/.exec(text) ?? [];
  const ms = MS[unit];
  if (count === undefined || ms === undefined) return text;
  return new Date(nowMs + (sign === "-" ? -1 : 1) * Number(count) * ms).toISOString();
}
