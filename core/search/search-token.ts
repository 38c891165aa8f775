import { InputError } from "../errors.ts";
import { isId } from "../ids.ts";
import { isStorableText } from "../storable-text.ts";
import type { SortTerm } from "./sort-order.ts";
import { columnKind } from "./predicate.ts";
import { momentOf } from "./time-interval.ts";

/** The last item of a page: its values of the sort fields, as PostgreSQL writes them, and its id. */
export interface SearchPosition {
  readonly values: readonly string[];
  readonly id: string;
}

/** Where the next page begins, for a URL or a body. */
export function encodeSearchToken({ values, id }: SearchPosition): string {
  return Buffer.from(JSON.stringify([...values, id])).toString("base64url");
}

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/;
const NUMBER = /^(?:-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?|-?Infinity)$/;

/** Reads a token for an order of sorting; throws an InputError where it is none of it. */
export function decodeSearchToken(token: string, order: readonly SortTerm[]): SearchPosition {
  const parts = partsOf(token);
  const id = parts.at(-1);
  const values = parts.slice(0, -1);
  const fits =
    values.length === order.length &&
    id !== undefined &&
    isId(id) &&
    order.every(({ field }, index) => isValueOf(field, values[index] ?? ""));
  if (!fits || id === undefined) {
    throw InputError.at(
      "token",
      "is none of this search: take it from the page before, with the same sortby",
    );
  }
  return { values, id };
}

function partsOf(token: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, "base64url").toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === "string") ? parts : [];
  } catch {
    return [];
  }
}

function isValueOf(field: SortTerm["field"], value: string): boolean {
  switch (columnKind(field)) {
    case "time":
      return TIME.test(value) && momentOf(value.replace("+00", "Z")) !== undefined;
    case "number":
      return NUMBER.test(value) && (value.endsWith("Infinity") || isDouble(value));
    default:
      return isStorableText(value);
  }
}

/** Whether PostgreSQL reads a float8: it refuses what is too large, and what is too small but not 0. */
function isDouble(text: string): boolean {
  const number = Number(text);
  return Number.isFinite(number) && (number !== 0 || !/^[^e]*[1-9]/.test(text));
}
