import { InputError } from "../errors.ts";
import { fieldOf, patternFor, type Comparison, type Predicate } from "./predicate.ts";
import { searchShapes } from "./search-shapes.ts";
import { compare, CONDITIONS_MAX, isIn } from "./stac-query.ts";
import { parseTimeInterval } from "./time-interval.ts";

const OPERATORS: Readonly<Record<string, Comparison>> = {
  "=": "eq",
  "<>": "neq",
  "<": "lt",
  "<=": "lte",
  ">": "gt",
  ">=": "gte",
};

/** `5 < x` is `x > 5`. */
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  eq: "eq",
  neq: "neq",
  lt: "gt",
  lte: "gte",
  gt: "lt",
  gte: "lte",
};

const DEPTH_MAX = 8;

/**
 * Reads a filter in CQL2 JSON: and, or, not, comparisons, isNull, between, in, like, s_intersects of the
 * geometry and t_intersects of the time. Throws an InputError that names the place of what it does not know.
 */
export function parseCql2Filter(filter: unknown): Predicate {
  const left = { conditions: CONDITIONS_MAX };
  return predicateOf(filter, "filter", left, 0);
}

function predicateOf(node: unknown, path: string, left: { conditions: number }, depth: number): Predicate {
  const { op, args } = (node ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof op !== "string" || !Array.isArray(args)) {
    throw InputError.at(path, "must have op and args, as CQL2 JSON has");
  }
  left.conditions -= 1;
  if (left.conditions < 0) throw InputError.at(path, `must have at most ${CONDITIONS_MAX} conditions`);
  if (depth > DEPTH_MAX) throw InputError.at(path, `must be nested at most ${DEPTH_MAX} deep`);
  const at = (index: number) => `${path}.args.${index}`;
  const inner = (index: number) => predicateOf(args[index], at(index), left, depth + 1);
  const [first, second, third] = args as unknown[];
  const field = () => fieldOf((first as { property?: unknown } | null)?.property, at(0));
  switch (op) {
    case "and":
    case "or":
      if (args.length === 0) throw InputError.at(path, `${op} needs arguments`);
      return { kind: op, of: args.map((_, index) => inner(index)) };
    case "not":
      return { kind: "not", of: inner(0) };
    case "isNull":
      return { kind: "null", field: field() };
    case "in":
      return isIn(field(), second, at(1));
    case "like":
      return { kind: "like", field: field(), pattern: patternFor(field(), second, at(1)) };
    case "between": {
      const [low, high] = Array.isArray(second) ? (second as unknown[]) : [second, third];
      const name = field();
      return {
        kind: "and",
        of: [compare(name, "gte", valueOf(low), at(1)), compare(name, "lte", valueOf(high), at(2))],
      };
    }
    case "s_intersects":
      requireProperty(first, "geometry", at(0));
      return { kind: "touches", shapes: searchShapes(second, at(1)) };
    case "t_intersects":
      requireProperty(first, "datetime", at(0));
      return { kind: "during", interval: parseTimeInterval(intervalOf(second), at(1)) };
    default: {
      const comparison = Object.hasOwn(OPERATORS, op) ? OPERATORS[op] : undefined;
      if (comparison === undefined) throw InputError.at(path, "has an op that is not known here");
      if (isProperty(first)) return compare(field(), comparison, valueOf(second), at(1));
      const name = fieldOf((second as { property?: unknown } | null)?.property, at(1));
      return compare(name, MIRRORED[comparison], valueOf(first), at(0));
    }
  }
}

function isProperty(value: unknown): boolean {
  return typeof value === "object" && value !== null && "property" in value;
}

function requireProperty(value: unknown, name: string, path: string): void {
  if (fieldOf((value as { property?: unknown } | null)?.property, path) !== name) {
    throw InputError.at(path, `must be {"property": "${name}"}`);
  }
}

/** Times are written as `{"timestamp": …}` or `{"date": …}`. */
function valueOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { timestamp, date } = value as Readonly<Record<string, unknown>>;
  return timestamp ?? date ?? value;
}

function intervalOf(value: unknown): string {
  const { interval } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const times = Array.isArray(interval) ? (interval as unknown[]) : [value];
  // What is no text is no time either: it is refused as one.
  return times.map((each) => timeOf(valueOf(each))).join("/");
}

function timeOf(value: unknown): string {
  return typeof value === "string" ? value : "?";
}
