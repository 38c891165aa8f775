import { InputError, ProblemError } from "../../core/errors.ts";
import { PeriodNotClosableError } from "../../storage/billing/billing-periods.ts";

/** Turns a PeriodNotClosableError into an answer; throws others as they are. */
export function namePeriodFault(error: unknown): never {
  if (!(error instanceof PeriodNotClosableError)) throw error;
  if (error.reason === "before_first_month") throw InputError.at("period", error.message);
  throw new ProblemError("conflict", `${error.message}.`);
}
