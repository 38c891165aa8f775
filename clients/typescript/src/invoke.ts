import { binaryAnswer, jsonAnswer, streamedAnswer, type RawAnswer } from "./answer.ts";
import { baseUrlOf } from "./base-url.ts";
import type { StreamedAnswer } from "./binary-answer.ts";
import type { ClientSettings, TokenSource } from "./client-settings.ts";
import { startDeadline, type Deadline } from "./deadline.ts";
import { refusal, silence } from "./failure.ts";
import { RenderFailedError } from "./generated/errors.ts";
import {
  OPERATIONS,
  type BytesOperationId,
  type OperationId,
  type OperationTypes,
} from "./generated/operations.ts";
import { GeoperaError } from "./geopera-error.ts";
import { operationRequest, type OperationRequest } from "./request.ts";
import { retryDelayMs } from "./retry.ts";

/** Options of one call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * A call with the same key gets the first answer again, for 24 hours; without one, only the call's own
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

/** Calls an operation that answers bytes, and resolves before they have arrived. */
export type Stream = <Id extends BytesOperationId>(
  id: Id,
  input: OperationTypes[Id]["input"],
  options?: CallOptions,
) => Promise<StreamedAnswer>;

/** Calls an operation that this version of the client may not know; JSON is parsed, all else are bytes. */
export type InvokeUnknown = (id: string, input?: object, options?: CallOptions) => Promise<unknown>;

/** What a call takes from a response: everything, or only its beginning. */
interface Take<Taken> {
  from(response: Response): Promise<Taken>;
  /** Whether the response is still read after the call. */
  readonly goesOn: boolean;
}

const WHOLE: Take<RawAnswer> = { from: readWhole, goesOn: false };
const BEGINNING: Take<Response> = { from: (response) => Promise.resolve(response), goesOn: true };

/** The functions behind every call of a client; throws a TypeError for an invalid base URL. */
export function createCalls(settings: ClientSettings): {
  invoke: Invoke;
  stream: Stream;
  invokeUnknown: InvokeUnknown;
} {
  const baseUrl = baseUrlOf(settings.baseUrl);
  const call = async <Taken>(
    id: string,
    input: unknown,
    options: CallOptions,
    take: Take<Taken>,
  ): Promise<Taken> => {
    const request = operationRequest(baseUrl, id, input, options.idempotencyKey);
    const retriesMax = options.retriesMax ?? settings.retriesMax ?? 3;
    const deadline = startDeadline(options.timeoutMs ?? settings.timeoutMs ?? 60_000, options.signal);
    try {
      const taken = await callWithRetries(settings, id, request, retriesMax, deadline, take);
      if (take.goesOn) deadline.stopClock();
      else deadline.release();
      return taken;
    } catch (error) {
      deadline.release();
      if (error instanceof GeoperaError && error.status !== undefined) throw error;
      if (options.signal?.aborted === true) throw options.signal.reason;
      throw deadline.hasPassed() ? silence(id, deadline.signal.reason) : error;
    }
  };
  const invoke = async (id: OperationId, input: unknown, options: CallOptions = {}): Promise<unknown> => {
    if (!Object.hasOwn(OPERATIONS, id)) throw new TypeError(`there is no operation ${id}`);
    const answer = await call(id, input, options, WHOLE);
    return OPERATIONS[id].answer === "json" ? jsonAnswer(id, answer) : binaryAnswer(answer);
  };
  const stream = async (id: OperationId, input: unknown, options: CallOptions = {}) =>
    streamedAnswer(await call(id, input, options, BEGINNING));
  const invokeUnknown: InvokeUnknown = async (id, input = {}, options = {}) => {
    const answer = await call(id, input, options, WHOLE);
    const isJson = /\bjson\b/.test(answer.response.headers.get("content-type") ?? "");
    return isJson ? jsonAnswer(id, answer) : binaryAnswer(answer);
  };
  return { invoke: invoke as Invoke, stream, invokeUnknown };
}

async function readWhole(response: Response): Promise<RawAnswer> {
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function callWithRetries<Taken>(
  settings: ClientSettings,
  id: string,
  request: OperationRequest,
  retriesMax: number,
  deadline: Deadline,
  take: Take<Taken>,
): Promise<Taken> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send(settings, id, request, deadline.signal, take);
    } catch (error) {
      if (!(error instanceof GeoperaError) || deadline.signal.aborted) throw error;
      const delayMs = retryDelayMs({
        status: error.status,
        retryAfter: error.retryAfter,
        isRepeatable: request.isRepeatable,
        isLasting: error instanceof RenderFailedError,
        attempt,
        retriesMax,
        remainingMs: deadline.remainingMs(),
        random: Math.random(),
      });
      if (delayMs === undefined) throw error;
      await deadline.wait(delayMs);
    }
  }
}

async function send<Taken>(
  settings: ClientSettings,
  id: string,
  { url, body, headers }: OperationRequest,
  signal: AbortSignal,
  take: Take<Taken>,
): Promise<Taken> {
  const token = await currentToken(settings.token);
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const fetch = settings.fetch ?? globalThis.fetch;
  let refused: RawAnswer;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, ...authorization },
      body,
      signal,
    });
    if (response.ok) return await take.from(response);
    refused = await readWhole(response);
  } catch (cause) {
    throw silence(id, cause);
  }
  throw refusal(id, refused, Date.now());
}

async function currentToken(source: TokenSource | undefined): Promise<string | undefined> {
  return typeof source === "function" ? await source() : source;
}
