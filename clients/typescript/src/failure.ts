import type { RawAnswer } from "./answer.ts";
import { ERRORS_BY_STATUS, ERRORS_BY_TYPE } from "./generated/errors.ts";
import type { InputFaults, Problem } from "./generated/schemas.ts";
import { GeoperaError, NoAnswerError } from "./geopera-error.ts";
import { retryAfterSeconds } from "./retry.ts";

/** The error for an unsuccessful answer; a proxy may have written its body. */
export function refusal(operation: string, { response, bytes }: RawAnswer, nowMs: number): GeoperaError {
  const body = parseJson(new TextDecoder().decode(bytes));
  const problem = isProblem(body) ? body : undefined;
  const faults = isInputFaults(body) ? body.detail : undefined;
  const { status } = response;
  const Failure = classOf(status, problem);
  return new Failure(`${operation}: ${status} ${describe(problem, faults, response)}`, {
    operation,
    status,
    problem,
    faults,
    requestId: problem?.request_id ?? response.headers.get("x-request-id") ?? undefined,
    retryAfter: retryAfterSeconds(response.headers.get("retry-after"), nowMs),
  });
}

/** The class of the problem's type, or else the only one that its status has. */
function classOf(status: number, problem: Problem | undefined): typeof GeoperaError {
  const { type } = fieldsOf(problem);
  const kind = typeof type === "string" ? type.slice(type.lastIndexOf("/") + 1) : "";
  return ERRORS_BY_TYPE.get(kind) ?? ERRORS_BY_STATUS.get(status) ?? GeoperaError;
}

/** The error of a call without an answer. */
export function silence(operation: string, cause: unknown): NoAnswerError {
  return new NoAnswerError(`${operation}: no answer: ${innermostMessage(cause)}`, { operation, cause });
}

/** Node hides the reason (`ECONNREFUSED`) in the cause. */
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return innermostMessage(error.cause);
  return error.message || ((error as { code?: string }).code ?? error.name);
}

function describe(
  problem: Problem | undefined,
  faults: InputFaults["detail"] | undefined,
  response: Response,
): string {
  if (faults !== undefined) return faults.map(({ loc, msg }) => `${loc.join(".")}: ${msg}`).join("; ");
  if (problem === undefined) return response.statusText;
  return `${problem.title}: ${problem.detail}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  const { title, detail } = fieldsOf(body);
  return typeof title === "string" && typeof detail === "string";
}

function isInputFaults(body: unknown): body is InputFaults {
  const { detail } = fieldsOf(body);
  return Array.isArray(detail) && detail.every((fault) => Array.isArray(fieldsOf(fault)["loc"]));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
