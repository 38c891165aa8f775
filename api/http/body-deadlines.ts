import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { ProblemError } from "../../core/errors.ts";

/** How long the answer to a late body may take; then the connection ends. */
const ANSWER_MS = 1_000;

/** Deadlines for request bodies that are still arriving. */
export class BodyDeadlines {
  readonly #limitMs: number;
  readonly #arm = new WeakMap<IncomingMessage, (limitMs: number | undefined) => void>();

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** A listener that gives every body the same time to arrive, however its request ends. */
  before(router: RequestListener): RequestListener {
    return (request, response) => {
      if (hasBody(request)) this.#watch(request, response);
      router(request, response);
    };
  }

  /**
   * The pieces of a large body. Its deadline is for each piece, and the time in which the reader does not
   * read does not count.
   */
  async *inPieces(request: IncomingMessage, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const arm = this.#arm.get(request);
    arm?.(this.#limitMs);
    for await (const piece of pieces) {
      arm?.(undefined);
      yield piece;
      arm?.(this.#limitMs);
    }
  }

  #watch(request: IncomingMessage, response: ServerResponse): void {
    let timer: NodeJS.Timeout | undefined;
    const arm = (limitMs: number | undefined) => {
      clearTimeout(timer);
      const isOver = request.readableEnded || request.destroyed;
      timer =
        limitMs === undefined || isOver ? undefined : setTimeout(() => giveUp(request, response), limitMs);
    };
    this.#arm.set(request, arm);
    request.once("end", () => arm(undefined)).once("close", () => arm(undefined));
    arm(this.#limitMs);
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return (length !== undefined && length !== "0") || headers["transfer-encoding"] !== undefined;
}

/**
 * A reader of the body receives an error and answers it. Without a reader, or after an answer, the connection
 * ends at once.
 */
function giveUp(request: IncomingMessage, response: ServerResponse): void {
  // A request that is over has no socket any more, whatever its type says.
  const { socket } = request;
  if (response.headersSent || request.listenerCount("error") === 0) {
    socket.destroy();
    return;
  }
  response.shouldKeepAlive = false;
  request.emit(
    "error",
    new ProblemError("request_timeout", "The body took too long to arrive; send it again."),
  );
  setTimeout(() => socket.destroy(), ANSWER_MS).unref();
}
