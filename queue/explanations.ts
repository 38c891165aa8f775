import type { Explanation } from "../infra/trails/explanation.ts";
import type { RedisConnection } from "./connection.ts";
import { runScript } from "./run-script.ts";

/** What Redis keeps at most: a thousand records of some kilobytes, for a day. */
const RECORDS_MAX = 1_000;
const RECORD_CHARACTERS_MAX = 12_000;
const KEEP_SECONDS = 86_400;

/** Records of one process in one second: when everything is slow, a sample says enough. */
const PER_SECOND_MAX = 10;

/**
 * KEYS[1]: the record; KEYS[2]: all records by age. ARGV: record, seconds, most records, start of names, id.
 */
const KEEP = `
local time = redis.call('TIME')
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
redis.call('ZADD', KEYS[2], time[1], ARGV[5])
redis.call('EXPIRE', KEYS[2], ARGV[2])
local over = redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[3])
if over > 0 then
  local oldest = redis.call('ZPOPMIN', KEYS[2], over)
  for at = 1, #oldest, 2 do redis.call('DEL', ARGV[4] .. oldest[at]) end
end
`;

/** Slow and failed requests and renders, as they explain themselves; bounded in number, size and time. */
export class Explanations {
  readonly #connection: RedisConnection;
  readonly #prefix: string;
  #second = 0;
  #inSecond = 0;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  /** Keeps a record, unless this process has kept many in this second; losing one costs nothing. */
  keep(explanation: Explanation): void {
    const second = Math.floor(performance.now() / 1_000);
    if (second !== this.#second) [this.#second, this.#inSecond] = [second, 0];
    this.#inSecond += 1;
    if (this.#inSecond > PER_SECOND_MAX) return;
    const { id } = explanation;
    const text = textOf(explanation);
    const keys = [this.#key(id), `${this.#prefix}:explained`];
    const args = [text, KEEP_SECONDS, RECORDS_MAX, this.#key(""), id];
    runScript(this.#connection, KEEP, keys, args).catch(() => undefined);
  }

  /** The record of a request or a render. */
  async find(id: string): Promise<Explanation | undefined> {
    const text = await this.#connection.get(this.#key(id));
    return text === null ? undefined : (JSON.parse(text) as Explanation);
  }

  /** The ids of the latest records, the latest first. */
  async latest(count: number): Promise<string[]> {
    return await this.#connection.zrevrange(`${this.#prefix}:explained`, 0, count - 1);
  }

  #key(id: string): string {
    return `${this.#prefix}:explain:${id}`;
  }
}

/** Without its last steps where it would be too large. */
function textOf(explanation: Explanation): string {
  for (let steps = explanation.steps; ; steps = steps.slice(0, Math.floor(steps.length / 2))) {
    const text = JSON.stringify({ ...explanation, steps });
    if (text.length <= RECORD_CHARACTERS_MAX || steps.length === 0) return text;
  }
}
