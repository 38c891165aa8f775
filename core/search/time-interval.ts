import { InputError } from "../errors.ts";

/** A closed interval of time, open where an end is null; RFC 3339. */
export interface TimeInterval {
  readonly from: string | null;
  readonly to: string | null;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/**
 * Reads a `datetime` of STAC: one time, or `from/to` where `..` or nothing stands for an open end. A date
 * alone is its whole day in UTC. Throws an InputError at the field.
 */
export function parseTimeInterval(text: string, field = "datetime"): TimeInterval {
  const parts = text.split("/");
  if (parts.length > 2) throw InputError.at(field, "must be one time, or two with a slash between them");
  const [first = "", second = first] = parts;
  const from = boundOf(first, "from", field);
  const to = boundOf(second, "to", field);
  if (from === null && to === null) throw InputError.at(field, "must have a beginning or an end");
  if (from !== null && to !== null && Date.parse(from) > Date.parse(to)) {
    throw InputError.at(field, "must begin before it ends");
  }
  return { from, to };
}

function boundOf(text: string, end: "from" | "to", field: string): string | null {
  if (text === ".." || text === "") return null;
  const time = momentOf(DAY.test(text) && end === "to" ? `${text}T23:59:59.999Z` : text);
  if (time !== undefined) return time;
  throw InputError.at(field, "must be a time with an offset, such as 2026-05-01T10:00:00Z, or a date");
}

/** A time with an offset, or a date for the beginning of its day in UTC, as PostgreSQL reads it. */
export function momentOf(text: string): string | undefined {
  const time = DAY.test(text) ? `${text}T00:00:00Z` : text;
  if (!TIME.test(time) || !isDay(time.slice(0, 10))) return undefined;
  const date = new Date(time.toUpperCase().replace(" ", "T"));
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9_999 ? date.toISOString() : undefined;
}

/** Whether the calendar has a day: `Date` takes the 30th of February for the 1st of March. */
function isDay(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
