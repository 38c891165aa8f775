import { Connection } from "./connection.ts";
import type { DatabaseLimits, ParsedOptions } from "./options.ts";
import { isRepeatable, type Statement } from "./query.ts";
import { ConnectionError } from "./socket.ts";

/** A connection is replaced at this age: what PostgreSQL keeps for a session only grows. */
const AGE_MS_MAX = 45 * 60_000;

interface Waiter {
  readonly take: (connection: Connection) => void;
  readonly fail: (error: Error) => void;
}

/** Connections, each used by one statement or one transaction at a time; who finds none free waits in line. */
export class ConnectionPool {
  readonly size: number;
  readonly #options: ParsedOptions;
  readonly #limits: DatabaseLimits;
  readonly #all = new Set<Connection>();
  readonly #idle: Connection[] = [];
  readonly #waiting = new Set<Waiter>();
  #opened = 0;
  #isEnding = false;
  #onGivenBack: () => void = () => undefined;

  constructor(options: ParsedOptions, size: number, limits: DatabaseLimits) {
    this.#options = options;
    this.size = size;
    this.#limits = limits;
  }

  /** Executes a statement on a connection of its own, and settles it. */
  async run(statement: Statement): Promise<void> {
    const { resolve, reject } = statement;
    try {
      const result = await this.#runOnAny(statement);
      resolve(result);
    } catch (error) {
      reject(error);
    }
  }

  async #runOnAny(statement: Statement): Promise<unknown> {
    for (let attempt = 0; ; attempt += 1) {
      const connection = await this.take();
      try {
        return await connection.run(statement);
      } catch (error) {
        // A server that was restarted, or a middlebox that forgot a connection, is noticed by the next who uses it. Others of the same age fail alike.
        const mayRepeat = attempt < this.size && isCut(connection) && isRepeatable(statement);
        if (!mayRepeat) throw error;
        statement.parameters = undefined;
      } finally {
        this.give(connection);
      }
    }
  }

  /** A connection for oneself, until it is given back. Rejects when none is free in time. */
  async take(): Promise<Connection> {
    if (this.#isEnding) throw new ConnectionError("CONNECTION_ENDED", "the pool has been closed");
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#all.size < this.size) return this.#open();
    return await new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(deadline);
        this.#waiting.delete(waiter);
      };
      const waiter: Waiter = {
        take: (connection) => (settle(), resolve(connection)),
        fail: (error) => (settle(), reject(error)),
      };
      const deadline = setTimeout(
        () =>
          waiter.fail(new ConnectionError("POOL_TIMEOUT", "no connection to PostgreSQL came free in time")),
        this.#limits.waitMs,
      );
      this.#waiting.add(waiter);
    });
  }

  /** Takes a connection back, whatever became of it. */
  give(connection: Connection): void {
    if (connection.lost !== undefined) return;
    if (performance.now() - connection.openedAtMs > AGE_MS_MAX) {
      void connection.close();
      return;
    }
    const [next] = this.#waiting;
    if (next !== undefined) return next.take(connection);
    this.#idle.push(connection);
    if (this.#isEnding) this.#onGivenBack();
  }

  /** Refuses what comes, lets what is under way finish for a time, and closes. */
  async end(deadlineMs: number): Promise<void> {
    if (this.#isEnding) return;
    this.#isEnding = true;
    for (const waiter of this.#waiting) {
      waiter.fail(new ConnectionError("CONNECTION_ENDED", "the pool has been closed"));
    }
    await new Promise<void>((resolve) => {
      const deadline = setTimeout(resolve, deadlineMs);
      this.#onGivenBack = () => {
        if (this.#idle.length < this.#all.size) return;
        clearTimeout(deadline);
        resolve();
      };
      this.#onGivenBack();
    });
    const all = [...this.#all];
    const idle = new Set(this.#idle);
    for (const connection of all) {
      if (idle.has(connection)) continue;
      connection.lose(new ConnectionError("CONNECTION_DESTROYED", "the pool was closed meanwhile"));
    }
    await Promise.all([...idle].map((connection) => connection.close()));
  }

  #open(): Connection {
    const hostIndex = this.#opened % this.#options.host.length;
    this.#opened += 1;
    const connection = new Connection(this.#options, this.#limits.queryMs, hostIndex, (lost) =>
      this.#forget(lost),
    );
    this.#all.add(connection);
    return connection;
  }

  #forget(connection: Connection): void {
    this.#all.delete(connection);
    const index = this.#idle.indexOf(connection);
    if (index >= 0) this.#idle.splice(index, 1);
    if (this.#isEnding) this.#onGivenBack();
    const [next] = this.#waiting;
    if (next !== undefined) next.take(this.#open());
  }
}

/** Whether a connection that was of use was cut, so that another one may well be of use. */
export function isCut({ lost, hasAnswered }: Connection): boolean {
  return lost !== undefined && hasAnswered && lost.code !== "QUERY_TIMEOUT";
}
