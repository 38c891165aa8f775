import type { RedisConnection } from "./connection.ts";

/** Claims on work that one process of many should do; a claim ends by itself, with the process or without. */
export class Claims {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  /** Claims a name for so long; false when another process has it. Rejects when Redis is unavailable. */
  async claim(name: string, milliseconds: number): Promise<boolean> {
    return (await this.#connection.set(this.#key(name), "1", "PX", milliseconds, "NX")) === "OK";
  }

  /** Gives a claimed name back. */
  async release(name: string): Promise<void> {
    await this.#connection.del(this.#key(name));
  }

  #key(name: string): string {
    return `${this.#prefix}:claim:${name}`;
  }
}
