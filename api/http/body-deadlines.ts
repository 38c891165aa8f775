import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { ProblemError } from "../../core/errors.ts";

/** What is left of a body that came too late may be answered this long; then the connection is ended. */
const ANSWER_MS = 1_000;

/** Time that is left for the bodies that are on their way. */
export class BodyDeadlines {
  readonly #limitMs: number;
  readonly #arm = new WeakMap<IncomingMessage, (limitMs: number | undefined) => void>();

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** Gives every body the same time to arrive, whatever becomes of its request. */
  before(router: RequestListener): RequestListener {
    return (request, response) => {
      if (hasBody(request)) this.#watch(request, response);
      router(request, response);
    };
  }

  /** The pieces of a body that may take long, as long as something of it arrives; the time in which nobody asks for more does not count. */
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

/** Whoever reads the body is told, and answers; where nobody reads or the answer has long been given, the connection ends. */
function giveUp(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || request.listenerCount("error") === 0) {
    request.socket.destroy();
    return;
  }
  response.shouldKeepAlive = false;
  request.emit(
    "error",
    new ProblemError("request_timeout", "The body took too long to arrive; send it again."),
  );
  setTimeout(() => request.socket.destroy(), ANSWER_MS).unref();
}
