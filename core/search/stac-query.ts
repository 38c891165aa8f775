import { InputError } from "../errors.ts";
import {
  COMPARISONS,
  fieldOf,
  literalPattern,
  patternFor,
  valueFor,
  type Comparison,
  type Predicate,
} from "./predicate.ts";

/** The most conditions of one search. */
export const CONDITIONS_MAX = 50;

/**
 * Reads a `query` of STAC's query extension: `{"eo:cloud_cover": {"lt": 10}}`. A value alone means `eq`.
 * Throws an InputError that names what is wrong.
 */
export function parseStacQuery(query: Readonly<Record<string, unknown>>): Predicate | undefined {
  const conditions = Object.entries(query).flatMap(([name, tests]) => {
    const path = `query.${name}`;
    const field = fieldOf(name, "query");
    if (typeof tests !== "object" || tests === null) return [conditionOf(field, "eq", tests, path)];
    return Object.entries(tests).map(([operator, value]) =>
      conditionOf(field, operator, value, `${path}.${operator}`),
    );
  });
  if (conditions.length > CONDITIONS_MAX) {
    throw InputError.at("query", `must have at most ${CONDITIONS_MAX} conditions`);
  }
  return conditions.length === 0 ? undefined : { kind: "and", of: conditions };
}

const PATTERNS: Readonly<Record<string, (text: string) => string>> = {
  startsWith: (text) => `${text}%`,
  endsWith: (text) => `%${text}`,
  contains: (text) => `%${text}%`,
};

function conditionOf(field: string, operator: string, value: unknown, path: string): Predicate {
  const comparison = COMPARISONS.find((each) => each === operator);
  if (comparison !== undefined) return compare(field, comparison, value, path);
  const pattern = Object.hasOwn(PATTERNS, operator) ? PATTERNS[operator] : undefined;
  if (pattern !== undefined) {
    if (typeof value !== "string") throw InputError.at(path, "must be a text");
    return { kind: "like", field, pattern: patternFor(field, pattern(literalPattern(value)), path) };
  }
  if (operator === "in") return isIn(field, value, path);
  const known = [...COMPARISONS, ...Object.keys(PATTERNS), "in"].join(", ");
  throw InputError.at(path, `is no operator; there are ${known}`);
}

/** A comparison of a field with a value that fits it. */
export function compare(field: string, comparison: Comparison, value: unknown, path: string): Predicate {
  const fitting = valueFor(field, value, path);
  if (typeof fitting === "boolean" && comparison !== "eq" && comparison !== "neq") {
    throw InputError.at(path, "must be a text or a number: booleans have no order");
  }
  return { kind: "compare", field, comparison, value: fitting };
}

/** One of several values. */
export function isIn(field: string, values: unknown, path: string): Predicate {
  if (!Array.isArray(values) || values.length > 200) {
    throw InputError.at(path, "must be a list of at most 200 values");
  }
  return { kind: "in", field, values: values.map((value) => valueFor(field, value, path)) };
}
