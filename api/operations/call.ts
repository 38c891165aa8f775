import type { Readable } from "node:stream";
import type { RequestSite } from "../../core/links/origin-rule.ts";
import type { Trail } from "../../infra/trails/trail.ts";

/** The call that an operation runs in. */
export interface CallContext {
  readonly operationId: string;
  readonly requestId: string;
  readonly clientAddress: string;
  /** The origin by which clients reach this server, without a trailing slash. */
  readonly publicUrl: string;
  /** The page that sent the request, when a browser did. */
  readonly site: RequestSite;
  /** Aborted when the client disconnects; a function, because few operations need one. */
  readonly signal: () => AbortSignal;
  /** Where the time of the request goes. */
  readonly trail?: Trail | undefined;
}

/** Bytes instead of JSON: a stream where they may not fit into memory. */
export interface BinaryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable | undefined;
}
