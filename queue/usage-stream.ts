import type { UsageEvent } from "../core/usage/usage-event.ts";
import { decodeUsageEvents, type DecodedUsage } from "../core/usage/usage-wire.ts";
import type { RedisConnection } from "./connection.ts";

/** The consumer group of the metering workers. */
const GROUP = "metering";

const FIELD = "events";

/** The dead-letter stream forgets its oldest entries beyond about this many. */
const DEAD_LETTERS_MAX = 100_000;

/** One entry of the stream: the events of one flush of one API process, and what in it is no event. */
export interface UsageEntry {
  readonly entryId: string;
  readonly events: readonly UsageEvent[];
  readonly rejects: DecodedUsage["rejects"];
}

/** An entry that can never be recorded, as it was moved to the dead letters. */
export interface DeadLetter {
  readonly entryId: string;
  readonly reason: string;
  readonly text: string;
}

/** The Redis stream between the processes that serve and the workers that bill. */
export class UsageStream {
  readonly #connection: RedisConnection;
  readonly #key: string;
  readonly #deadKey: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#key = `${prefix}:usage`;
    this.#deadKey = `${prefix}:usage:dead`;
  }

  /** Appends encoded events; resolves when Redis has them. */
  async append(encodedEvents: string): Promise<void> {
    await this.#connection.xadd(this.#key, "*", FIELD, encodedEvents);
  }

  /** Resolves when the server that holds the stream answers. */
  async ping(): Promise<void> {
    await this.length();
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
    return parseStreams(answer).map(parseEntry);
  }

  /**
   * Takes over entries that were read at least `idleMs` ago and never acknowledged: their worker died or
   * failed.
   */
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
    return (entries as RawEntry[]).map(parseEntry);
  }

  /** Puts things aside where people can look at them; they are never read again by a worker. */
  async putAside(letters: readonly DeadLetter[]): Promise<void> {
    if (letters.length === 0) return;
    const commands = this.#connection.pipeline();
    for (const { entryId, reason, text } of letters) {
      const limit = ["MAXLEN", "~", DEAD_LETTERS_MAX] as const;
      commands.xadd(this.#deadKey, ...limit, "*", "entry", entryId, "reason", reason, "text", text);
    }
    for (const [error] of (await commands.exec()) ?? []) if (error) throw error;
  }

  /** Removes entries whose events are recorded or moved to the dead letters. */
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

  /** When the oldest entry that is not yet acknowledged was appended, by the clock of Redis. */
  async oldestAtMs(): Promise<number | undefined> {
    const [oldest] = (await this.#connection.xrange(this.#key, "-", "+", "COUNT", 1)) as RawEntry[];
    return oldest === undefined ? undefined : Number(oldest[0].split("-")[0]);
  }

  /** The newest dead letters. */
  async listDeadLetters(count: number): Promise<DeadLetter[]> {
    const entries = (await this.#connection.xrevrange(this.#deadKey, "+", "-", "COUNT", count)) as RawEntry[];
    return entries.map(([, raw]) => {
      const fields = fieldsOf(raw);
      return { entryId: fields["entry"] ?? "", reason: fields["reason"] ?? "", text: fields["text"] ?? "" };
    });
  }
}

/** Streams as one to append to, in rotation: events are many, and their order means nothing. */
export function inRotation(streams: readonly UsageStream[]): Pick<UsageStream, "append" | "ping"> {
  let turn = 0;
  return {
    append: async (encodedEvents) => {
      turn = (turn + 1) % streams.length;
      await streams[turn]!.append(encodedEvents);
    },
    ping: async () => {
      await Promise.all(streams.map((stream) => stream.ping()));
    },
  };
}

type RawEntry = [entryId: string, fields: string[] | Record<string, string> | null];

/** XREADGROUP answers `[[key, entries]]` under RESP2 and `{key: entries}` under RESP3. */
function parseStreams(answer: unknown): RawEntry[] {
  if (answer === null || answer === undefined) return [];
  if (Array.isArray(answer)) return (answer as [string, RawEntry[]][]).flatMap(([, entries]) => entries);
  return Object.values(answer as Record<string, RawEntry[]>).flat();
}

function fieldsOf(raw: RawEntry[1]): Record<string, string> {
  if (!Array.isArray(raw)) return raw ?? {};
  const fields: Record<string, string> = {};
  for (let index = 0; index + 1 < raw.length; index += 2) fields[raw[index] ?? ""] = raw[index + 1] ?? "";
  return fields;
}

function parseEntry([entryId, raw]: RawEntry): UsageEntry {
  const text = fieldsOf(raw)[FIELD];
  if (text !== undefined) return { entryId, ...decodeUsageEvents(text) };
  // An entry that was deleted while it was pending comes back empty.
  if (raw === null) return { entryId, events: [], rejects: [] };
  const reject = { text: JSON.stringify(raw), reason: `no field "${FIELD}"` };
  return { entryId, events: [], rejects: [reject] };
}
