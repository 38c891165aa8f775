import type { InputFaults, Problem } from "./generated/schemas.ts";

/** One fault of an input: where (`["body", "z"]`), what, and a stable type. */
export type InputFault = InputFaults["detail"][number];

/** What is known of a failed call. */
export interface Circumstances {
  readonly operation: string;
  readonly status?: number | undefined;
  readonly problem?: Problem | undefined;
  readonly faults?: readonly InputFault[] | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/**
 * A call that did not succeed: refused by the service, not answered in time, or not answered at all. Every
 * problem type of the service has a class of its own, such as `NotFoundError`.
 */
export class GeoperaError extends Error {
  override readonly name: string = "GeoperaError";
  /** The operation's id. */
  readonly operation: string;
  /** The HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** The problem object of the service (RFC 9457). */
  readonly problem: Problem | undefined;
  /** Every fault of the input, where the status is 422. */
  readonly faults: readonly InputFault[] | undefined;
  /** Quote it to the operator of the service. */
  readonly requestId: string | undefined;
  /** The `Retry-After` of the service, in seconds. */
  readonly retryAfter: number | undefined;

  constructor(message: string, circumstances: Circumstances) {
    super(message, { cause: circumstances.cause });
    this.operation = circumstances.operation;
    this.status = circumstances.status;
    this.problem = circumstances.problem;
    this.faults = circumstances.faults;
    this.requestId = circumstances.requestId;
    this.retryAfter = circumstances.retryAfter;
  }
}

/** No answer came, only a part of one, or none in time. */
export class NoAnswerError extends GeoperaError {
  override readonly name: string = "NoAnswerError";
}
