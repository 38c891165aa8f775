import type { z } from "zod";
import type { InputFault } from "../../core/errors.ts";

const TYPES: Readonly<Record<string, string>> = {
  invalid_type: "type_error",
  invalid_value: "enum",
  invalid_format: "format",
  too_small: "too_small",
  too_big: "too_big",
  custom: "value_error",
};

/** Turns the issues of a schema into faults, one for each field, unknown fields included. */
export function inputFaults(error: z.ZodError, body: unknown): InputFault[] {
  return error.issues.flatMap((issue): InputFault[] => {
    const loc = ["body", ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        loc: [...loc, key],
        msg: "This field is not known.",
        type: "extra_forbidden",
      }));
    }
    if (issue.code === "invalid_type" && valueAt(body, issue.path) === undefined) {
      return [{ loc, msg: "This field is required.", type: "missing" }];
    }
    return [{ loc, msg: issue.message, type: TYPES[issue.code] ?? issue.code }];
  });
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
