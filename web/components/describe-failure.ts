import type { Failure } from "../client/ask-json.ts";

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
export function describeFailure({ status, retryAfterSeconds }: Failure): RetryProblem | WaitProblem {
  switch (status) {
    case 429:
      return { kind: "wait", seconds: retryAfterSeconds ?? 30, text: "Too many attempts." };
    case 503:
      return { kind: "wait", seconds: retryAfterSeconds ?? 5, text: "The service is busy at the moment." };
    case 0:
      return {
        kind: "retry",
        text: "The server cannot be reached. Check your connection and try again.",
      };
    default:
      return {
        kind: "retry",
        text: `Something went wrong on the server (${status}). Try again in a moment.`,
      };
  }
}

/** A number of seconds in words. */
export function describeWait(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
