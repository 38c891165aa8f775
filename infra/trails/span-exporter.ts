import { hostname } from "node:os";
import type { Logger } from "../logger.ts";
import { packageVersion } from "../package-root.ts";
import type { Span } from "./span.ts";

/** How often spans are sent, and how many wait at most: those beyond are dropped. */
const SEND_EVERY_MS = 1_000;
const WAITING_MAX = 2_000;
const SEND_TIMEOUT_MS = 5_000;

interface Collector {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What this process is: `api` or `workers`. */
  readonly component: string;
  readonly logger: Pick<Logger, "warn" | "info">;
}

/** Sends spans to a collector as OTLP over HTTP, in JSON. What it does not take is lost. */
export class SpanExporter {
  readonly #collector: Collector;
  readonly #timer: NodeJS.Timeout;
  #waiting: Span[] = [];
  #sending: Promise<void> = Promise.resolve();
  #lost = 0;

  constructor(collector: Collector) {
    this.#collector = collector;
    this.#timer = setInterval(() => this.#sendSoon(), SEND_EVERY_MS).unref();
  }

  /** Sends spans with the next batch. */
  add(spans: readonly Span[]): void {
    if (this.#waiting.length + spans.length > WAITING_MAX) this.#lost += spans.length;
    else this.#waiting.push(...spans);
  }

  /** Sends what waits. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#sendSoon();
    await this.#sending;
  }

  #sendSoon(): void {
    if (this.#waiting.length === 0) return;
    this.#sending = this.#sending.then(() => this.#send(this.#waiting.splice(0)));
  }

  async #send(spans: readonly Span[]): Promise<void> {
    if (spans.length === 0) return;
    const { endpoint, headers, component, logger } = this.#collector;
    try {
      const response = await fetch(`${endpoint.replace(/\/+$/, "")}/v1/traces`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(otlpOf(spans, component)),
        signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the collector answers ${response.status}`);
      if (this.#lost > 0) logger.info({ lost: this.#lost }, "the collector of traces takes spans again");
      this.#lost = 0;
    } catch (error) {
      // Once, until it takes spans again.
      if (this.#lost === 0) logger.warn({ err: error }, "the collector of traces takes no spans");
      this.#lost += spans.length;
    }
  }
}

/** Spans by the process that they ran in, as the JSON of OTLP's `ExportTraceServiceRequest`. */
function otlpOf(spans: readonly Span[], component: string): unknown {
  const byProcess = new Map<number | undefined, Span[]>();
  for (const span of spans) {
    const own = byProcess.get(span.renderPid) ?? [];
    own.push(span);
    byProcess.set(span.renderPid, own);
  }
  return {
    resourceSpans: [...byProcess].map(([renderPid, own]) => ({
      resource: {
        attributes: attributesOf({
          "service.namespace": "geopera",
          "service.name": renderPid === undefined ? component : "render-process",
          "service.version": packageVersion(),
          "host.name": hostname(),
          "process.pid": renderPid ?? process.pid,
        }),
      },
      scopeSpans: [{ scope: { name: "geopera" }, spans: own.map(spanOf) }],
    })),
  };
}

function spanOf(span: Span): unknown {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    ...(span.parentSpanId === undefined ? {} : { parentSpanId: span.parentSpanId }),
    name: span.name,
    kind: span.kind,
    startTimeUnixNano: nanoseconds(span.beganAtMs),
    endTimeUnixNano: nanoseconds(span.endedAtMs),
    attributes: attributesOf(span.attributes),
    status: span.isError ? { code: 2 } : {},
  };
}

function attributesOf(facts: Readonly<Record<string, string | number>>): unknown[] {
  return Object.entries(facts).map(([key, value]) => ({
    key,
    value:
      typeof value === "string"
        ? { stringValue: value }
        : Number.isInteger(value)
          ? { intValue: String(value) }
          : { doubleValue: value },
  }));
}

/** To the microsecond; JSON has 64-bit numbers as text. */
function nanoseconds(ms: number): string {
  return `${BigInt(Math.round(ms * 1_000))}000`;
}
