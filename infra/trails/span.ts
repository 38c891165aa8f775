import { newSpanId } from "./trace-context.ts";
import type { Facts, Trail } from "./trail.ts";

/** OpenTelemetry's kinds of spans, by their numbers in OTLP. */
const KINDS = { internal: 1, server: 2, consumer: 5 } as const;

/** A span as it is exported. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly kind: number;
  /** Milliseconds since 1970. */
  readonly beganAtMs: number;
  readonly endedAtMs: number;
  readonly attributes: Facts;
  readonly isError: boolean;
  /** A render process, which has no way out of its sandbox: its worker exports for it. */
  readonly renderPid: number | undefined;
}

/** A sampled trail as spans: one for the whole, one for each step; none when it is not sampled. */
export function spansOf(
  trail: Trail,
  whole: {
    readonly name: string;
    readonly kind: keyof typeof KINDS;
    readonly attributes: Facts;
    readonly isError: boolean;
  },
): Span[] {
  const { context, parentSpanId, beganAtMs, elapsedMs } = trail;
  if (context === undefined) return [];
  const { traceId, spanId } = context;
  const { name, kind, attributes, isError } = whole;
  const root: Span = {
    traceId,
    spanId,
    parentSpanId,
    name,
    kind: KINDS[kind],
    beganAtMs,
    endedAtMs: beganAtMs + elapsedMs,
    attributes: { ...trail.facts, ...attributes },
    isError,
    renderPid: undefined,
  };
  const steps = trail.steps.map((step): Span => ({
    traceId,
    spanId: step.spanId ?? newSpanId(),
    parentSpanId: step.parentSpanId ?? spanId,
    name: step.name,
    kind: KINDS.internal,
    beganAtMs: beganAtMs + step.atMs,
    endedAtMs: beganAtMs + step.atMs + step.ms,
    attributes: step.facts,
    isError: false,
    renderPid: step.renderPid,
  }));
  return [root, ...steps];
}
