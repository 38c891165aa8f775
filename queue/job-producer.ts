import { Queue } from "bullmq";
import { JOBS, SCHEDULES, type JobName, type JobPayload } from "./jobs.ts";
import { fairPriority } from "./fair-order.ts";
import type { RedisConnection } from "./connection.ts";

interface EnqueueOptions {
  /** While a job with this id waits or runs, another one is not added. */
  readonly deduplicationId?: string;
  /** Whose turn the job takes: organizations take turns, however many jobs each of them has waiting. */
  readonly organizationId?: string;
}

/** Puts jobs of the table into their queues. */
export class JobProducer {
  readonly #queues = new Map<string, Queue>();
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  /** Adds a job; resolves to its id, or to the id of the job that it would repeat. */
  async enqueue<Name extends JobName>(
    name: Name,
    payload: JobPayload<Name>,
    options: EnqueueOptions = {},
  ): Promise<string> {
    const definition = JOBS[name];
    const queue = this.queue(definition.queue);
    const { deduplicationId, organizationId } = options;
    const job = await queue.add(name, payload, {
      attempts: definition.attempts,
      backoff: { type: "exponential", delay: definition.backoffMs },
      removeOnComplete: definition.keepCompleted,
      removeOnFail: definition.keepFailed,
      ...(deduplicationId === undefined ? {} : { deduplication: { id: deduplicationId } }),
      ...(organizationId === undefined
        ? {}
        : { priority: await fairPriority(this.#connection, this.#prefix, queue, organizationId) }),
    });
    return job.id ?? "";
  }

  /** Whether Redis answers: rejects when it does not. */
  async ping(): Promise<void> {
    await this.#connection.ping();
  }

  /** Makes the clock-driven jobs of one queue exist, once across all processes. */
  async upsertSchedules(queueName: string): Promise<void> {
    for (const schedule of SCHEDULES) {
      const definition = JOBS[schedule.job];
      if (definition.queue !== queueName) continue;
      await this.queue(queueName).upsertJobScheduler(
        schedule.job,
        { every: schedule.everyMs },
        {
          name: schedule.job,
          data: {},
          opts: {
            attempts: definition.attempts,
            backoff: { type: "exponential", delay: definition.backoffMs },
            removeOnComplete: definition.keepCompleted,
            removeOnFail: definition.keepFailed,
          },
        },
      );
    }
  }

  /** The BullMQ queue of a name, for operators' tools. */
  queue(name: string): Queue {
    const existing = this.#queues.get(name);
    if (existing !== undefined) return existing;
    const queue = new Queue(name, {
      connection: this.#connection,
      prefix: this.#prefix,
      skipWaitingForReady: true,
      streams: { events: { maxLen: 1_000 } },
    });
    // The connection logs its own errors; without a listener Node would end the process.
    queue.on("error", () => undefined);
    this.#queues.set(name, queue);
    return queue;
  }

  /** Closes the queues; the connection stays open. */
  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
  }
}
