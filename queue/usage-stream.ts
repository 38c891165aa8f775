import { decodeUsageEvents, type UsageEvent } from "../core/usage.ts";
import type { RedisConnection } from "./connection.ts";

/** The consumer group of the metering workers. */
const GROUP = "metering";

const FIELD = "events";

/** One entry of the stream: the events of one flush of one API process. */
export interface UsageEntry {
  readonly entryId: string;
  readonly events: readonly UsageEvent[];
}

/** The Redis stream between the processes that serve and the workers that bill. */
export class UsageStream {
  readonly #connection: RedisConnection;
  readonly #key: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#key = `${prefix}:usage`;
  }

  /** Appends encoded events; resolves when Redis has them. */
  async append(encodedEvents: string): Promise<void> {
    await this.#connection.xadd(this.#key, "*", FIELD, encodedEvents);
  }

  /** Makes the consumer group exist, reading from the oldest entry. */
  async ensureGroup(): Promise<void> {
    try {
      await this.#connection.xgroup("CREATE", this.#key, GROUP, "0", "MKSTREAM");
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith("BUSYGROUP")) throw error;
    }
  }

  /** Takes new entries, waiting up to `blockMs` for the first. */
  async read(consumer: string, count: number, blockMs: number): Promise<UsageEntry[]> {
    const answer = await this.#connection.xreadgroup(
      "GROUP",
      GROUP,
      consumer,
      "COUNT",
      count,
      "BLOCK",
      blockMs,
      "STREAMS",
      this.#key,
      ">",
    );
    return parseStreams(answer).flatMap(parseEntry);
  }

  /** Takes over entries that were read at least `idleMs` ago and never acknowledged: their worker died or failed. */
  async claimAbandoned(consumer: string, count: number, idleMs: number): Promise<UsageEntry[]> {
    const answer: unknown = await this.#connection.xautoclaim(
      this.#key,
      GROUP,
      consumer,
      idleMs,
      "0",
      "COUNT",
      count,
    );
    const entries: unknown = Array.isArray(answer) ? answer[1] : [];
    return (entries as RawEntry[]).flatMap(parseEntry);
  }

  /** Removes entries whose events are safely recorded. */
  async acknowledge(entryIds: readonly string[]): Promise<void> {
    if (entryIds.length === 0) return;
    await this.#connection
      .multi()
      .xack(this.#key, GROUP, ...entryIds)
      .xdel(this.#key, ...entryIds)
      .exec();
  }

  /** Entries that are not yet acknowledged. */
  async length(): Promise<number> {
    return await this.#connection.xlen(this.#key);
  }
}

type RawEntry = [entryId: string, fields: string[] | Record<string, string> | null];

/** XREADGROUP answers `[[key, entries]]` under RESP2 and `{key: entries}` under RESP3. */
function parseStreams(answer: unknown): RawEntry[] {
  if (answer === null || answer === undefined) return [];
  if (Array.isArray(answer)) return (answer as [string, RawEntry[]][]).flatMap(([, entries]) => entries);
  return Object.values(answer as Record<string, RawEntry[]>).flat();
}

function parseEntry([entryId, fields]: RawEntry): UsageEntry[] {
  const text = Array.isArray(fields) ? fields[1] : fields?.[FIELD];
  return [{ entryId, events: text === undefined ? [] : decodeUsageEvents(text) }];
}
