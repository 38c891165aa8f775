import type { Io } from "../io.ts";

/** The forms that an answer is written in. */
export const FORMS = ["table", "json", "ndjson", "csv", "tsv"] as const;

/** One of {@link FORMS}. */
export type Form = (typeof FORMS)[number];

/** Where an answer goes, and in which form. */
export interface OutputPlan {
  readonly form: Form;
  /** Undefined and `-` are stdout. */
  readonly file: string | undefined;
}

/**
 * Reads `-o`: the name of a form, or else of a file, whose ending says the form. Without it people get a
 * table and programs JSON.
 */
export function outputPlan({ terminal }: Pick<Io, "terminal">, output: string | undefined): OutputPlan {
  const form = FORMS.find((name) => name === output);
  if (form !== undefined) return { form, file: undefined };
  if (output === undefined || output === "-") {
    return { form: terminal.stdout && output === undefined ? "table" : "json", file: output };
  }
  const ending = output.slice(output.lastIndexOf(".") + 1).toLowerCase();
  const byEnding = (["ndjson", "csv", "tsv"] as const).find((name) => name === ending);
  return { form: byEnding ?? "json", file: output };
}
