import { InputError } from "../errors.ts";
import { isStorableText } from "../storable-text.ts";
import type { SearchShape } from "./search-shapes.ts";
import { momentOf, type TimeInterval } from "./time-interval.ts";

/** How a value is compared. */
export const COMPARISONS = ["eq", "neq", "lt", "lte", "gt", "gte"] as const;

/** One of {@link COMPARISONS}. */
export type Comparison = (typeof COMPARISONS)[number];

/** What a field is compared with. */
export type SearchValue = string | number | boolean;

/** A condition on items, wherever it was written: in `query` or in `filter`. */
export type Predicate =
  | { readonly kind: "and" | "or"; readonly of: readonly Predicate[] }
  | { readonly kind: "not"; readonly of: Predicate }
  | {
      readonly kind: "compare";
      readonly field: string;
      readonly comparison: Comparison;
      readonly value: SearchValue;
    }
  | { readonly kind: "in"; readonly field: string; readonly values: readonly SearchValue[] }
  /** A pattern of SQL's `like`. */
  | { readonly kind: "like"; readonly field: string; readonly pattern: string }
  | { readonly kind: "null"; readonly field: string }
  | { readonly kind: "touches"; readonly shapes: readonly SearchShape[] }
  | { readonly kind: "during"; readonly interval: TimeInterval };

/** Fields that are columns; every other field is a property of the item. */
const COLUMNS = {
  id: "text",
  collection: "text",
  type: "text",
  title: "text",
  name: "text",
  description: "text",
  datetime: "time",
  start_datetime: "time",
  end_datetime: "time",
  created: "time",
  updated: "time",
  gsd: "number",
  "eo:cloud_cover": "number",
  cloud_cover: "number",
} as const;

/** The name of a field that is a column. */
export type SearchColumn = keyof typeof COLUMNS;

/** The fields that items can be sorted by. */
export const SORT_FIELDS = [
  "datetime",
  "created",
  "updated",
  "title",
  "id",
  "eo:cloud_cover",
  "gsd",
] as const satisfies readonly SearchColumn[];

/** What a column holds; undefined for a property. */
export function columnKind(field: string): "text" | "time" | "number" | undefined {
  return Object.hasOwn(COLUMNS, field) ? COLUMNS[field as SearchColumn] : undefined;
}

/** A field as clients write it: STAC allows `properties.` before a name. */
export function fieldOf(name: unknown, path: string): string {
  const isName = typeof name === "string" && name.length > 0 && name.length <= 200;
  if (!isName || !isStorableText(name)) throw InputError.at(path, "must be the name of a property");
  return name.replace(/^properties\./, "");
}

/** A value that a field can be compared with; an InputError when it is of another kind. */
export function valueFor(field: string, value: unknown, path: string): SearchValue {
  switch (columnKind(field)) {
    case "number":
      if (typeof value === "number" && Number.isFinite(value)) return value;
      throw InputError.at(path, `must be a number, as ${field} is`);
    case "time": {
      const time = typeof value === "string" ? momentOf(value) : undefined;
      if (time !== undefined) return time;
      throw InputError.at(path, `must be a time with an offset or a date, as ${field} is`);
    }
    case "text":
      if (typeof value === "string" && isStorableText(value)) return value;
      throw InputError.at(path, `must be a text, as ${field} is`);
    case undefined: {
      if (typeof value === "boolean") return value;
      if (typeof value === "number" && Number.isFinite(value)) return value;
      if (typeof value === "string" && isStorableText(value)) return value;
      throw InputError.at(path, "must be a text, a number or a boolean");
    }
  }
}

/** Text is compared character by character where a pattern was meant literally. */
export function literalPattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** A pattern for {@link Predicate} `like`, of a field that holds text. */
export function patternFor(field: string, pattern: unknown, path: string): string {
  const kind = columnKind(field);
  if (kind !== undefined && kind !== "text") throw InputError.at(path, `cannot be matched with ${field}`);
  if (typeof pattern === "string" && pattern.length <= 200 && isStorableText(pattern)) {
    // A lone backslash at the end would escape nothing.
    return /(?:^|[^\\])(?:\\\\)*\\$/.test(pattern) ? `${pattern}\\` : pattern;
  }
  throw InputError.at(path, "must be a text of at most 200 characters");
}
