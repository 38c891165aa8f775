import type { Readable } from "node:stream";
import type { RequestSite } from "../../core/links/origin-rule.ts";

/** The call around an operation's input. */
export interface CallContext {
  readonly operationId: string;
  readonly requestId: string;
  readonly clientAddress: string;
  /** Origin under which clients reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** The page that calls, when a browser does. */
  readonly site: RequestSite;
  /** Aborted when the client has gone; a function, because few operations need one. */
  readonly signal: () => AbortSignal;
}

/** Bytes instead of JSON; a stream for what may not fit into memory. */
export interface BinaryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable | undefined;
}
