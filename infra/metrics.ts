import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { packageVersion } from "./package-root.ts";
import { RequestTimes } from "./request-times.ts";

/** Buckets in seconds from a memory hit to a render that waited. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** All metrics of a process, for Prometheus. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const build = new Gauge({
    name: "geopera_build_info",
    help: "1, with the version of this process and of Node.",
    labelNames: ["version", "node"] as const,
    registers,
  });
  build.set({ version: packageVersion(), node: process.version }, 1);
  const memoryHits = { count: 0 };
  const journals: (() => Promise<number | undefined>)[] = [];
  const passwords: (() => Readonly<Record<string, number>>)[] = [];
  registry.registerMetric(
    new Gauge({
      name: "geopera_usage_journal_age_seconds",
      help: "Since when the oldest usage in the local journal waits for its replay; 0 when there is none.",
      registers: [],
      async collect() {
        const times = await Promise.all(journals.map((oldestAtMs) => oldestAtMs().catch(() => undefined)));
        const ages = times.map((atMs) => (atMs === undefined ? 0 : (Date.now() - atMs) / 1_000));
        this.set(Math.max(0, ...ages));
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: "geopera_passwords_waiting",
      help: "Passwords that wait to be compared or hashed, by lane (trusted, prompt, patient).",
      labelNames: ["lane"] as const,
      registers: [],
      collect() {
        for (const waiting of passwords) {
          for (const [lane, count] of Object.entries(waiting())) this.set({ lane }, count);
        }
      },
    }),
  );
  const databases = new Map<string, () => Readonly<Record<"busy" | "idle" | "waiting", number>>>();
  registry.registerMetric(
    new Gauge({
      name: "geopera_database_connections",
      help: "Connections to PostgreSQL that are busy or idle, and statements that wait for one, by pool.",
      labelNames: ["pool", "state"] as const,
      registers: [],
      collect() {
        for (const [pool, figures] of databases) {
          for (const [state, count] of Object.entries(figures())) this.set({ pool, state }, count);
        }
      },
    }),
  );
  return {
    registry,
    /** Tiles from memory, nearly all there are: counted here, added to the others when the metric is read. */
    memoryHits,
    /** Reports the connections of a pool to PostgreSQL whenever metrics are read. */
    watchDatabase: (pool: string, figures: () => Readonly<Record<"busy" | "idle" | "waiting", number>>) =>
      void databases.set(pool, figures),
    /** Reports the age of a journal whenever metrics are read. */
    watchJournal: (oldestAtMs: () => Promise<number | undefined>) => void journals.push(oldestAtMs),
    /** Reports passwords that wait, by lane, whenever metrics are read. */
    watchPasswords: (waiting: () => Readonly<Record<string, number>>) => void passwords.push(waiting),
    tiles: new Counter({
      name: "geopera_tiles_total",
      help: "Tiles answered, by where they came from (memory, store, render, empty, not_modified).",
      labelNames: ["from"] as const,
      registers,
      collect() {
        this.inc({ from: "memory" }, memoryHits.count);
        memoryHits.count = 0;
      },
    }),
    requestSeconds: new RequestTimes({
      name: "geopera_request_seconds",
      help: "Time from a request to its answer, by route and status class.",
      buckets: SECONDS,
      registry,
    }),
    tileStageSeconds: new Histogram({
      name: "geopera_tile_stage_seconds",
      help: "Time of the stages of a tile that is not in memory (API: store, render; worker: take, look_up, draw and its parts process_wait, read, paint, encode, then deliver, keep).",
      labelNames: ["stage"] as const,
      buckets: SECONDS,
      registers,
    }),
    handedOver: new Counter({
      name: "geopera_tiles_handed_over_total",
      help: "Rendered tiles that workers gave to API processes, by way: direct, or by redis where those are not reached.",
      labelNames: ["way"] as const,
      registers,
    }),
    problems: new Counter({
      name: "geopera_problems_total",
      help: "Requests that were answered by a problem, by its code.",
      labelNames: ["code"] as const,
      registers,
    }),
    storeSeconds: new Histogram({
      name: "geopera_store_request_seconds",
      help: "Time of calls to the object store, by operation and outcome (ok, missing, failed).",
      labelNames: ["operation", "outcome"] as const,
      buckets: SECONDS,
      registers,
    }),
    rendersWaiting: new Gauge({
      name: "geopera_renders_waiting",
      help: "Requests of this process that wait for a render.",
      registers,
    }),
    warmTiles: new Counter({
      name: "geopera_warm_tiles_total",
      help: "Tiles of warm-ups, by what came of them (drawn, stored, empty, failed).",
      labelNames: ["result"] as const,
      registers,
    }),
    usageJournaled: new Counter({
      name: "geopera_usage_journaled_total",
      help: "Batches of usage that went to the local journal because Redis was unavailable.",
      registers,
    }),
    jobSeconds: new Histogram({
      name: "geopera_job_seconds",
      help: "Time a job ran, by name and outcome.",
      labelNames: ["job", "outcome"] as const,
      buckets: SECONDS,
      registers,
    }),
    jobWaitSeconds: new Histogram({
      name: "geopera_job_wait_seconds",
      help: "Time a job waited in its queue, by name.",
      labelNames: ["job"] as const,
      buckets: SECONDS,
      registers,
    }),
    ingestsWaiting: new Gauge({
      name: "geopera_ingests_open",
      help: "Files that wait for their preparation or are being prepared, as of the last minute.",
      registers,
    }),
    monthsOpen: new Gauge({
      name: "geopera_billing_months_open",
      help: "Months that are over and not closed, as of the last five minutes.",
      registers,
    }),
    webhookAttempts: new Counter({
      name: "geopera_webhook_attempts_total",
      help: "Attempts to send an event to an endpoint, by outcome (delivered, retried, failed).",
      labelNames: ["outcome"] as const,
      registers,
    }),
    poolWork: new Gauge({
      name: "geopera_pool_work",
      help: "Pieces of work of a pool in the whole system, by state (waiting, active, delayed, failed).",
      labelNames: ["pool", "state"] as const,
      registers,
    }),
    poolOldestWait: new Gauge({
      name: "geopera_pool_oldest_wait_seconds",
      help: "How long the oldest piece of work of a pool has been waiting, in the whole system.",
      labelNames: ["pool"] as const,
      registers,
    }),
    poolPlaces: new Gauge({
      name: "geopera_pool_places",
      help: "Pieces of work that all workers of a pool take at once.",
      labelNames: ["pool"] as const,
      registers,
    }),
    poolWorkers: new Gauge({
      name: "geopera_pool_workers",
      help: "Processes with the pool that said lately that they are there.",
      labelNames: ["pool"] as const,
      registers,
    }),
    usageRecorded: new Counter({
      name: "geopera_usage_recorded_total",
      help: "Usage events written to PostgreSQL by this process, without repetitions.",
      registers,
    }),
    usageJournalBytes: new Gauge({
      name: "geopera_usage_journal_bytes",
      help: "Bytes of usage in this process's local journal that are not yet replayed.",
      registers,
    }),
    usageUnrecorded: new Counter({
      name: "geopera_usage_unrecorded_total",
      help: "Events that could be recorded neither in the stream nor in the journal; their tiles were refused.",
      registers,
    }),
    usageDeadLetters: new Counter({
      name: "geopera_usage_dead_letters_total",
      help: "Entries of the usage stream that can never be recorded and were moved to the dead letters.",
      registers,
    }),
    usageReclocked: new Counter({
      name: "geopera_usage_reclocked_total",
      help: "Events whose time lay too far ahead; they count at the time of their arrival.",
      registers,
    }),
    usageBacklog: new Gauge({
      name: "geopera_usage_backlog_entries",
      help: "Entries of the usage streams that are not yet recorded, by partition.",
      labelNames: ["partition"] as const,
      registers,
    }),
  };
}

/** Turns calls of an object store into metrics. */
export function observeStore({ storeSeconds }: Pick<Metrics, "storeSeconds">) {
  return ({ operation, outcome, seconds }: { operation: string; outcome: string; seconds: number }): void =>
    storeSeconds.observe({ operation, outcome }, seconds);
}

/** See {@link createMetrics}. */
export type Metrics = ReturnType<typeof createMetrics>;
