import { Connection } from "./connection.ts";
import type { DatabaseLimits } from "./database-limits.ts";
import { isRepeatable, type ParsedOptions, type Statement } from "./driver.ts";
import { FairWaiters } from "./fair-waiters.ts";
import { ConnectionError } from "./socket.ts";

/** A connection is replaced at this age: the memory of a PostgreSQL session only grows. */
const AGE_MS_MAX = 45 * 60_000;

interface Waiter {
  readonly take: (connection: Connection) => void;
  readonly fail: (error: Error) => void;
}

/** What a pool reports for metrics. */
export interface PoolFigures {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

/** The callers that belong to no organization: they may use every connection. */
export const NO_GROUP = "";

/** How many connections one group leaves to the others, where there are more than twice as many. */
const LEFT_TO_OTHERS = 2;

/**
 * Connections, each used by one statement or one transaction at a time. Callers queue when none is free, and
 * groups of them take turns: one organization neither fills the queue of another nor holds every connection.
 * Of several hosts, new connections go to the one that took the last connection, and move on when it does not
 * take one.
 */
export class ConnectionPool {
  readonly size: number;
  readonly #options: ParsedOptions;
  readonly #limits: DatabaseLimits;
  readonly #all = new Set<Connection>();
  readonly #idle: Connection[] = [];
  readonly #waiting = new FairWaiters<Waiter>();
  /** The group that each connection works for. */
  readonly #groups = new Map<Connection, string>();
  readonly #groupMax: number;
  #hostIndex = 0;
  #isEnding = false;
  #onGivenBack: () => void = () => undefined;

  constructor(options: ParsedOptions, size: number, limits: DatabaseLimits) {
    this.#options = options;
    this.size = size;
    this.#groupMax = size > 2 * LEFT_TO_OTHERS ? size - LEFT_TO_OTHERS : size;
    this.#limits = limits;
  }

  /** How many connections are busy and idle, and how many statements wait for one. */
  get figures(): PoolFigures {
    const idle = this.#idle.length;
    return { busy: this.#all.size - idle, idle, waiting: [...this.#waiting.all()].length };
  }

  /** Executes a statement on a connection of its own, and settles it. */
  async run(statement: Statement, group = NO_GROUP): Promise<void> {
    const { resolve, reject } = statement;
    try {
      const result = await this.#runOnAny(statement, group);
      resolve(result);
    } catch (error) {
      reject(error);
    }
  }

  async #runOnAny(statement: Statement, group: string): Promise<unknown> {
    for (let attempt = 0; ; attempt += 1) {
      const connection = await this.take(group);
      try {
        return await connection.run(statement);
      } catch (error) {
        if (!this.mayTryAgain(connection, attempt, isRepeatable(statement))) throw error;
        statement.parameters = undefined;
      } finally {
        this.give(connection);
      }
    }
  }

  /**
   * Whether a statement that failed with its connection may run on another one. A connection that was never
   * accepted, or led to a standby, sent nothing, and another host may accept. A connection that served before
   * was cut by a restart or a middlebox, and so were others of its age: a statement that changes nothing is
   * repeated.
   */
  mayTryAgain(connection: Connection, attempt: number, isHarmless: boolean): boolean {
    if (connection.lost === undefined) return false;
    const isOtherHostLeft = attempt < this.#options.host.length - 1;
    if (!connection.wasReached || connection.wasPassedOver) return isOtherHostLeft;
    if (!isHarmless || connection.lost.code === "QUERY_TIMEOUT") return false;
    return connection.hasAnswered ? attempt < this.size : isOtherHostLeft;
  }

  /** A connection for one caller, until it is given back. Rejects when none is free in time. */
  async take(group = NO_GROUP): Promise<Connection> {
    if (this.#isEnding) throw new ConnectionError("CONNECTION_ENDED", "the pool has been closed");
    if (this.#mayHaveTurn(group)) {
      const connection = this.#idle.pop() ?? (this.#all.size < this.size ? this.#open() : undefined);
      if (connection !== undefined) return this.#lend(connection, group);
    }
    return await new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(deadline);
        this.#waiting.remove(group, waiter);
      };
      const waiter: Waiter = {
        take: (connection) => (settle(), resolve(this.#lend(connection, group))),
        fail: (error) => (settle(), reject(error)),
      };
      const deadline = setTimeout(
        () =>
          waiter.fail(new ConnectionError("POOL_TIMEOUT", "no connection to PostgreSQL came free in time")),
        this.#limits.waitMs,
      );
      this.#waiting.add(group, waiter);
    });
  }

  /** Takes a connection back, lost or not. */
  give(connection: Connection): void {
    this.#groups.delete(connection);
    if (connection.lost !== undefined) return;
    if (performance.now() - connection.openedAtMs > AGE_MS_MAX) {
      void connection.close();
      return;
    }
    const next = this.#next();
    if (next !== undefined) return next.take(connection);
    this.#idle.push(connection);
    if (this.#isEnding) this.#onGivenBack();
  }

  /** Refuses new statements, gives those in flight until the deadline, and closes. */
  async end(deadlineMs: number): Promise<void> {
    if (this.#isEnding) return;
    this.#isEnding = true;
    for (const waiter of this.#waiting.all()) {
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

  #lend(connection: Connection, group: string): Connection {
    this.#groups.set(connection, group);
    return connection;
  }

  #next(): Waiter | undefined {
    return this.#waiting.next((group) => this.#mayHaveTurn(group));
  }

  #mayHaveTurn(group: string): boolean {
    if (group === NO_GROUP) return true;
    let held = 0;
    for (const each of this.#groups.values()) if (each === group) held += 1;
    return held < this.#groupMax;
  }

  #open(): Connection {
    const hostIndex = this.#hostIndex;
    const connection = new Connection(this.#options, this.#limits.queryMs, hostIndex, (lost) =>
      this.#forget(lost, hostIndex),
    );
    this.#all.add(connection);
    return connection;
  }

  #forget(connection: Connection, hostIndex: number): void {
    if (!connection.hasAnswered && hostIndex === this.#hostIndex) {
      this.#hostIndex = (hostIndex + 1) % this.#options.host.length;
    }
    this.#all.delete(connection);
    this.#groups.delete(connection);
    const index = this.#idle.indexOf(connection);
    if (index >= 0) this.#idle.splice(index, 1);
    if (connection.lost?.code === "QUERY_TIMEOUT") this.#giveUpSuspects(connection);
    if (this.#isEnding) this.#onGivenBack();
    const next = this.#next();
    if (next !== undefined) next.take(this.#open());
  }

  /**
   * PostgreSQL itself ends a statement earlier, so a connection without an answer leads nowhere: a
   * middlebox forgot it, or the host is gone. Idle ones that were not heard from since would each cost one
   * request its time; new ones cost milliseconds.
   */
  #giveUpSuspects(silent: Connection): void {
    for (const connection of this.#idle.slice()) {
      if (connection.heardAtMs < silent.askedAtMs) connection.lose(silent.lost);
    }
  }
}
