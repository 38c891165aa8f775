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

/** Faults in one answer: an answer must not be much larger than what was sent. */
export const FAULTS_MAX = 20;

/** Characters of a key that a fault repeats. */
const KEY_CHARACTERS_MAX = 100;

/**
 * Turns the issues of a schema into faults, one for each field, unknown fields included; the first twenty of
 * them.
 */
export function inputFaults(error: z.ZodError, body: unknown): InputFault[] {
  const faults: InputFault[] = [];
  for (const issue of error.issues) {
    if (faults.length >= FAULTS_MAX) break;
    faults.push(...faultsOf(issue, body, FAULTS_MAX - faults.length));
  }
  return faults;
}

function faultsOf(issue: z.core.$ZodIssue, body: unknown, faultsMax: number): InputFault[] {
  const loc = ["body", ...issue.path.map(shown)];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, faultsMax).map((key) => ({
      loc: [...loc, shown(key)],
      msg: "is not known here",
      type: "extra_forbidden",
    }));
  }
  if (issue.code !== "custom" && valueAt(body, issue.path) === undefined) {
    return [{ loc, msg: "is required", type: "missing" }];
  }
  return [{ loc, msg: issue.message, type: TYPES[issue.code] ?? issue.code }];
}

function shown(part: PropertyKey): string | number {
  return typeof part === "number" ? part : String(part).slice(0, KEY_CHARACTERS_MAX).toWellFormed();
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const part of path) {
    // A text that was read as a list, as in a query: there is something, though nothing at this place.
    if (typeof value !== "object" || value === null) return value;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
