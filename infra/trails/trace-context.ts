import { randomBytes } from "node:crypto";

/** A place in a sampled trace: what follows is its child. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Reads the header `traceparent` (W3C Trace Context); undefined when it is none, or not sampled. */
export function parseTraceparent(header: string | undefined): TraceContext | undefined {
  const [, traceId, spanId, flags = "00"] = TRACEPARENT.exec(header ?? "") ?? [];
  if (traceId === undefined || spanId === undefined) return undefined;
  return (Number.parseInt(flags, 16) & 1) === 1 ? { traceId, spanId } : undefined;
}

/** The header that carries a sampled trace on. */
export function formatTraceparent({ traceId, spanId }: TraceContext): string {
  return `00-${traceId}-${spanId}-01`;
}

/** A new trace. */
export function newTraceId(): string {
  return randomBytes(16).toString("hex");
}

/** A new span. */
export function newSpanId(): string {
  return randomBytes(8).toString("hex");
}
