import { binaryAnswer, jsonAnswer, type RawAnswer } from "./answer.ts";
import type { ClientSettings, TokenSource } from "./client-settings.ts";
import { startDeadline, type Deadline } from "./deadline.ts";
import { refusal, silence } from "./failure.ts";
import { OPERATIONS, type OperationId, type OperationTypes } from "./generated/operations.ts";
import { GeoperaError } from "./geopera-error.ts";
import { operationRequest, type OperationRequest } from "./request.ts";
import { retryDelayMs } from "./retry.ts";

/** Options of one call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * A create with the same key gets the first answer again, for 24 hours; without one, only the call's own
   * retries are safe.
   */
  readonly idempotencyKey?: string | undefined;
  /** As in {@link ClientSettings}. */
  readonly timeoutMs?: number | undefined;
  /** As in {@link ClientSettings}. */
  readonly retriesMax?: number | undefined;
}

/** Calls an operation by its id. */
export type Invoke = <Id extends OperationId>(
  id: Id,
  input: OperationTypes[Id]["input"],
  options?: CallOptions,
) => Promise<OperationTypes[Id]["output"]>;

/** The function behind every call of a client; throws a TypeError for an invalid base URL. */
export function createInvoke(settings: ClientSettings): Invoke {
  const baseUrl = new URL(settings.baseUrl).href.replace(/\/+$/, "");
  const invoke = async (id: OperationId, input: unknown, options: CallOptions = {}): Promise<unknown> => {
    if (!Object.hasOwn(OPERATIONS, id)) throw new TypeError(`there is no operation ${id}`);
    const request = operationRequest(baseUrl, id, input, options.idempotencyKey);
    const retriesMax = options.retriesMax ?? settings.retriesMax ?? 3;
    const deadline = startDeadline(options.timeoutMs ?? settings.timeoutMs ?? 60_000, options.signal);
    try {
      return await callWithRetries(settings, id, request, retriesMax, deadline);
    } catch (error) {
      if (error instanceof GeoperaError && error.status !== undefined) throw error;
      if (options.signal?.aborted === true) throw options.signal.reason;
      throw deadline.hasPassed() ? silence(id, deadline.signal.reason) : error;
    } finally {
      deadline.release();
    }
  };
  return invoke as Invoke;
}

async function callWithRetries(
  settings: ClientSettings,
  id: OperationId,
  request: OperationRequest,
  retriesMax: number,
  deadline: Deadline,
): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await send(settings, id, request, deadline.signal);
    if (answer.response.ok) {
      return OPERATIONS[id].answer === "json" ? jsonAnswer(id, answer) : binaryAnswer(answer);
    }
    const error = refusal(id, answer, Date.now());
    const { status, retryAfter } = error;
    const remainingMs = deadline.remainingMs();
    const delayMs = retryDelayMs({
      status,
      retryAfter,
      attempt,
      retriesMax,
      remainingMs,
      random: Math.random(),
    });
    if (delayMs === undefined) throw error;
    await deadline.wait(delayMs);
  }
}

async function send(
  settings: ClientSettings,
  id: OperationId,
  { url, body, headers }: OperationRequest,
  signal: AbortSignal,
): Promise<RawAnswer> {
  const token = await currentToken(settings.token);
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const fetch = settings.fetch ?? globalThis.fetch;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, ...authorization },
      body,
      signal,
    });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (cause) {
    throw silence(id, cause);
  }
}

async function currentToken(source: TokenSource | undefined): Promise<string | undefined> {
  return typeof source === "function" ? await source() : source;
}
