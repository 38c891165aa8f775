import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { RequestTimes } from "./request-times.ts";

/** Buckets in seconds from a memory hit to a render that waited. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** All metrics of a process, for Prometheus. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const memoryHits = { count: 0 };
  return {
    registry,
    /** Tiles from memory, nearly all there are: counted here, added to the others when the metric is read. */
    memoryHits,
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
    rendersWaiting: new Gauge({
      name: "geopera_renders_waiting",
      help: "Requests of this process that wait for a render.",
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
    webhookAttempts: new Counter({
      name: "geopera_webhook_attempts_total",
      help: "Attempts to send an event to an endpoint, by outcome (delivered, retried, failed).",
      labelNames: ["outcome"] as const,
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

/** See {@link createMetrics}. */
export type Metrics = ReturnType<typeof createMetrics>;
