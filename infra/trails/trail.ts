import { formatTraceparent, newSpanId, newTraceId, type TraceContext } from "./trace-context.ts";

/** What is known of a step or of the whole; ids and numbers, never secrets. */
export type Facts = Readonly<Record<string, string | number>>;

/** A step of a request or a job, in milliseconds since its beginning. */
export interface TrailStep {
  readonly name: string;
  readonly atMs: number;
  readonly ms: number;
  readonly facts: Facts;
  /** Of a step that has children. */
  readonly spanId?: string | undefined;
  /** Of a step that is a child of another one. */
  readonly parentSpanId?: string | undefined;
  /** The render process that it ran in. */
  readonly renderPid?: number | undefined;
}

/** A step that has begun. */
export interface OpenStep {
  /** Its name for children; undefined when the trail is not sampled. */
  readonly spanId: string | undefined;
  /** The header under which other processes go on with the trace. */
  readonly traceparent: string | undefined;
  end(facts?: Facts): void;
}

/** What of one request is kept at most: a tile of a large collection is made of many. */
const STEPS_MAX = 60;

/** Where the time of one request or one job goes: for `npm run ops -- explain` and for traces. */
export class Trail {
  /** Whether it is kept however fast it was. */
  isWanted: boolean;
  readonly beganAtMs = Date.now();
  readonly #began = performance.now();
  readonly #steps: TrailStep[] = [];
  #facts: Facts = {};
  #context: TraceContext | undefined;
  #parentSpanId: string | undefined;

  constructor({ isWanted = false }: { readonly isWanted?: boolean } = {}) {
    this.isWanted = isWanted;
  }

  /** Makes it a part of a trace: a child of `parent`, or the root of a new one. */
  trace(parent?: TraceContext): void {
    this.#parentSpanId = parent?.spanId;
    this.#context = { traceId: parent?.traceId ?? newTraceId(), spanId: newSpanId() };
  }

  /** Its own place in a trace; undefined when it is not sampled. */
  get context(): TraceContext | undefined {
    return this.#context;
  }

  get parentSpanId(): string | undefined {
    return this.#parentSpanId;
  }

  /** The time since the beginning. */
  get elapsedMs(): number {
    return performance.now() - this.#began;
  }

  get steps(): readonly TrailStep[] {
    return this.#steps;
  }

  get facts(): Facts {
    return this.#facts;
  }

  /** Adds what is known of the whole. */
  know(facts: Facts): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  /** Begins a step that other processes may go on with. */
  begin(name: string): OpenStep {
    const atMs = this.elapsedMs;
    const spanId = this.#context && newSpanId();
    return {
      spanId,
      traceparent: this.#context && spanId && formatTraceparent({ ...this.#context, spanId }),
      end: (facts = {}) => this.add({ name, atMs, ms: this.elapsedMs - atMs, facts, spanId }),
    };
  }

  /** Runs a step; it is noted when it fails as well. */
  async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const atMs = this.elapsedMs;
    try {
      return await work();
    } finally {
      this.add({ name, atMs, ms: this.elapsedMs - atMs, facts: {} });
    }
  }

  /** Notes a step that has ended. */
  add(step: TrailStep): void {
    if (this.#steps.length < STEPS_MAX) this.#steps.push(step);
  }
}

/** Runs a step of a trail, where there is one. */
export async function onTrail<Result>(
  trail: Trail | undefined,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return trail === undefined ? await work() : await trail.run(name, work);
}
