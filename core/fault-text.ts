import type { z } from "zod";

/** What is wrong with a value, as zod found it before it has a message. */
type RawIssue = z.core.$ZodRawIssue;

/**
 * What is wrong with a field, in the words that follow its name: `must be an integer`. Given to a schema's
 * parse as its `error`; messages that the schema has itself come first.
 */
export function faultText(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${isInteger(issue) ? TYPES["int"] : (TYPES[issue.expected] ?? issue.expected)}`;
    case "invalid_value":
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return boundText("least", issue.origin, Number(issue.minimum), issue.inclusive);
    case "too_big":
      return boundText("most", issue.origin, Number(issue.maximum), issue.inclusive);
    case "invalid_format":
      return formatText(issue.format, issue.input);
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "invalid_union":
      return unionText(issue.errors);
    case "invalid_key":
      return "is not a key that is known here";
    default:
      return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "an integer",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  null: "null",
  nan: "a number",
};

/** Whether the schema takes integers only: zod says `number` of what is no number at all. */
function isInteger({ inst }: RawIssue): boolean {
  const { format } = (inst?._zod.def ?? {}) as { readonly format?: string };
  return format === "safeint" || format === "int32" || format === "uint32";
}

function boundText(side: "least" | "most", origin: string, bound: number, inclusive = true): string {
  const unit = bound === 1 ? UNITS[origin]?.[0] : UNITS[origin]?.[1];
  if (unit !== undefined) return `must have at ${side} ${bound} ${unit}`;
  if (inclusive) return `must be at ${side} ${bound}`;
  return `must be ${side === "least" ? "greater" : "less"} than ${bound}`;
}

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
  set: ["entry", "entries"],
  record: ["entry", "entries"],
};

/** A time as Python's `datetime.now().isoformat()` writes it: without its offset. */
const NAIVE = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?$/;

function formatText(format: string, input: unknown): string {
  switch (format) {
    case "datetime":
      return typeof input === "string" && NAIVE.test(input)
        ? `needs an offset from UTC, such as ${input}Z`
        : "must be a time with an offset (RFC 3339), such as 2026-12-31T23:59:59Z";
    case "date":
      return "must be a date, such as 2026-12-31";
    case "url":
      return "must be a URL, such as https://example.org";
    case "regex":
      return "is not in the form that is asked for";
    default:
      return `must be of the format ${format}`;
  }
}

/** What the alternatives ask for: all of them where they only differ in type, else the first one's fault. */
function unionText(
  alternatives: readonly (readonly { readonly path: unknown[]; readonly message: string }[])[],
) {
  const faults = alternatives.flatMap((issues) => issues.slice(0, 1)).filter(({ path }) => path.length === 0);
  const texts = [...new Set(faults.map(({ message }) => message))];
  if (texts.length === 0) return "fits none of the forms that are allowed here";
  return texts.map((text, index) => (index === 0 ? text : text.replace(/^must /, ""))).join(", or ");
}
