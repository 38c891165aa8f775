import type { Failure } from "../client/ask-json.ts";
import type { Wording } from "../languages/translate.ts";

/** Another try may work; `field` says that what was typed is at fault. */
export interface RetryProblem {
  readonly kind: "retry";
  readonly text: string;
  readonly field?: boolean;
}

/** The same try may work after `seconds`. */
export interface WaitProblem {
  readonly kind: "wait";
  readonly text: string;
  readonly seconds: number;
}

/** No try will work. */
export interface EndProblem {
  readonly kind: "end";
  readonly title: string;
  readonly text: string;
}

/** A failed call in plain words, with what to do next. */
export type PlainProblem = RetryProblem | WaitProblem | EndProblem;

/** Describes failures that mean the same in every page. */
export function describeFailure(
  { status, retryAfterSeconds }: Failure,
  { t }: Pick<Wording, "t">,
): RetryProblem | WaitProblem {
  switch (status) {
    case 429:
      return { kind: "wait", seconds: retryAfterSeconds ?? 30, text: t("problem.attempts") };
    case 503:
      return { kind: "wait", seconds: retryAfterSeconds ?? 5, text: t("problem.busy") };
    case 0:
      return { kind: "retry", text: t("problem.unreachable") };
    default:
      return { kind: "retry", text: t("problem.server", { status }) };
  }
}

/** A number of seconds in words. */
export function describeWait(seconds: number, { t }: Pick<Wording, "t">): string {
  return seconds < 90
    ? t("time.seconds", { count: seconds })
    : t("time.minutes", { count: Math.ceil(seconds / 60) });
}
