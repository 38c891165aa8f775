/**
 * Every failure a client can see: HTTP status and title by stable code. The code ends the `type` URI of the
 * problem (RFC 9457), and operators search logs by it.
 */
export const PROBLEMS = {
  malformed_request: { status: 400, title: "Malformed request" },
  unauthenticated: { status: 401, title: "Authentication required" },
  link_not_redeemed: { status: 401, title: "Link or password not accepted" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  request_timeout: { status: 408, title: "Request took too long to arrive" },
  conflict: { status: 409, title: "Conflict" },
  link_gone: { status: 410, title: "Link no longer valid" },
  payload_too_large: { status: 413, title: "Request body too large" },
  unsupported_media_type: { status: 415, title: "Unsupported content type" },
  too_many_requests: { status: 429, title: "Too many requests" },
  headers_too_large: { status: 431, title: "Request headers too large" },
  internal: { status: 500, title: "Internal error" },
  render_failed: { status: 502, title: "The raster could not be rendered" },
  being_prepared: { status: 503, title: "Being prepared" },
  unavailable: { status: 503, title: "Temporarily unavailable" },
} as const satisfies Record<string, { status: number; title: string }>;

/** A stable code of {@link PROBLEMS}. */
export type ProblemCode = keyof typeof PROBLEMS;

interface ProblemOptions {
  /** The text for operators in the log; never sent. */
  readonly internal?: string;
  readonly cause?: unknown;
  /** Seconds for the `Retry-After` header. */
  readonly retryAfterSeconds?: number;
  /** Further members of the problem object. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A failure with a stable code; `detail` is public and says what to do, `internal` is for the log only. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly detail: string;
  readonly internal: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(options.internal ?? detail, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.internal = options.internal;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.extensions = options.extensions ?? {};
  }
}

/** One fault of an input: where (`["body", "z"]`), what, and a stable type. */
export interface InputFault {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

/** An input that breaks its schema or a rule of the domain: answered 422 with every fault named. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly faults: readonly InputFault[];

  constructor(faults: readonly InputFault[]) {
    super(faults.map((fault) => `${fault.loc.join(".")}: ${fault.msg}`).join("; "));
    this.faults = faults;
  }

  /** One fault of one body field; `path` is dotted for nested fields. */
  static at(path: string, msg: string, type = "value_error"): InputError {
    const parts = path.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return new InputError([{ loc: ["body", ...parts], msg, type }]);
  }
}
