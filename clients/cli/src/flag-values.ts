import { InvalidArgumentError, Option } from "commander";
import type { FlagDefinition } from "./command-definition.ts";

const PLACEHOLDERS: Readonly<Record<FlagDefinition["value"], string>> = {
  string: "<text>",
  integer: "<integer>",
  number: "<number>",
  boolean: "",
  strings: "<text>",
  numbers: "<numbers>",
  json: "<json>",
};

const KNOWN = new WeakMap<Option, readonly string[]>();

/** The values that are offered for an option, whether others are taken or not. */
export function offeredValues(option: Option): readonly string[] | undefined {
  return option.argChoices ?? KNOWN.get(option);
}

/** The options of a field: one, or for a boolean also its opposite. */
export function flagOptions(definition: FlagDefinition): Option[] {
  const { flag, value, choices } = definition;
  const option = new Option(`--${flag} ${PLACEHOLDERS[value]}`.trimEnd(), describe(definition));
  if (value === "boolean") return [option, new Option(`--no-${flag}`, "the opposite").hideHelp()];
  if (definition.known !== undefined) KNOWN.set(option, definition.known);
  if (choices === undefined) return [option.argParser((text, earlier) => parseFlag(value, text, earlier))];
  const allowed = option.choices(choices);
  // Commander's own check does not support repeated flags.
  if (value === "strings")
    allowed.argParser((text, earlier) => parseFlag(value, requireChoice(text, choices), earlier));
  return [allowed];
}

/** Whether a flag's text may be `-`, for a value that is read from stdin instead of the arguments. */
export function mayComeFromStdin({ value, choices }: FlagDefinition): boolean {
  return value === "string" && choices === undefined;
}

function describe({ value, required, description, preset, isTime, known = [] }: FlagDefinition): string {
  const isNamed = known.every((each) => description?.includes(each) === true);
  const notes = [
    ...(description === undefined ? [] : [description]),
    ...(isTime === true ? ["RFC 3339, or from now: +30d, -12h."] : []),
    ...(isNamed ? [] : [`(known: ${known.join(", ")})`]),
    ...(value === "strings" ? ["(may be repeated)"] : []),
    ...(value === "numbers" ? ["(separated by commas)"] : []),
    ...(required ? ["(required)"] : []),
    ...(preset === undefined || preset === "" ? [] : [`(default: ${JSON.stringify(preset)})`]),
  ];
  return notes.join(" ");
}

function parseFlag(value: FlagDefinition["value"], text: string, earlier: unknown): unknown {
  switch (value) {
    case "integer":
      return parseNumber(text, /^[+-]?\d+$/, "It must be an integer.");
    case "number":
      return parseNumber(text, NUMBER, "It must be a number.");
    case "numbers":
      return text
        .split(",")
        .map((part) => parseNumber(part, NUMBER, "It must be numbers separated by commas."));
    case "strings":
      return [...(Array.isArray(earlier) ? (earlier as string[]) : []), text];
    case "json":
      return parseJson(text);
    case "string":
    case "boolean":
      return text;
  }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function parseNumber(text: string, form: RegExp, complaint: string): number {
  if (!form.test(text.trim())) throw new InvalidArgumentError(complaint);
  return Number(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidArgumentError("It must be JSON.");
  }
}

function requireChoice(text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text;
  throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.`);
}
