import type { RedisConnection } from "../connection.ts";

/**
 * Long enough that a broken file costs next to nothing, short enough that one wrongly suspected comes back by
 * itself.
 */
const REMEMBERED_SECONDS = 300;

/**
 * Files that ended a render process twice, the second time when it had nothing else to do: known to all
 * workers, left alone for a while.
 */
export class BrokenFiles {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  /** Whether one of these files is known to end processes. */
  async includes(ids: readonly string[]): Promise<boolean> {
    return (await this.#connection.exists(ids.map((id) => this.#key(id)))) > 0;
  }

  /** Remembers a file, whichever worker met it. */
  async remember(id: string): Promise<void> {
    await this.#connection.set(this.#key(id), "1", "EX", REMEMBERED_SECONDS);
  }

  #key(id: string): string {
    return `${this.#prefix}:broken:${id}`;
  }
}
