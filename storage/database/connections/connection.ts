import type { Socket } from "node:net";
import postgres from "postgres";
import {
  openDriver,
  statementOf,
  wantsPrimary,
  type Driver,
  type ParsedOptions,
  type Statement,
} from "./driver.ts";
import { CopyStream } from "./copied-data.ts";
import { ConnectionError, openSocket } from "./socket.ts";

/** How much later than in PostgreSQL itself a statement is given up here, at most. */
const GRACE_MS_MAX = 2_000;

const TERMINATE = Buffer.from([0x58, 0, 0, 0, 4]);

const CLOSING_DEADLINE_MS = 1_000;

/**
 * One connection to PostgreSQL: an instance of postgres.js that has one socket in its life. When the socket
 * is lost, statements in flight fail at once, and the instance executes nothing more. It never learns of the
 * loss (docs/decisions/0080).
 */
export class Connection {
  readonly openedAtMs = performance.now();
  readonly sql: Driver;
  readonly #handle: Statement["handler"];
  readonly #queryMs: number;
  readonly #onLost: (connection: Connection) => void;
  readonly #pending = new Set<(error: Error) => void>();
  /** The TCP socket, below TLS where there is TLS. */
  #raw: Socket | undefined;
  #socket: Socket | undefined;
  #lost: ConnectionError | undefined;
  #hasAnswered = false;
  /** Whether the host has yet to prove that it takes writes. */
  #isUnproven: boolean;
  #askedAtMs = performance.now();
  #heardAtMs = performance.now();

  constructor(
    options: ParsedOptions,
    queryMs: number,
    hostIndex: number,
    onLost: (connection: Connection) => void,
  ) {
    this.#queryMs = queryMs;
    this.#onLost = onLost;
    this.#isUnproven = wantsPrimary(options);
    let isOpened = false;
    const own = {
      ...options,
      ...(this.#isUnproven && { target_session_attrs: undefined }),
      max: 1,
      ssl: false,
      idle_timeout: 0,
      max_lifetime: 0,
      no_subscribe: true,
      socket: async (): Promise<Socket> => {
        // The driver would connect again; the pool decides that, and to which host.
        if (isOpened || this.#lost !== undefined) return await new Promise<never>(() => undefined);
        isOpened = true;
        const { raw, ready } = openSocket(options, hostIndex, (error) => this.lose(error));
        this.#raw = raw;
        this.#socket = await ready;
        return this.#socket;
      },
    };
    this.sql = openDriver(own);
    this.#handle = statementOf(this.sql``).handler;
  }

  /** Why it serves no more. */
  get lost(): ConnectionError | undefined {
    return this.#lost;
  }

  /** Whether PostgreSQL took the connection; until then no statement can have been sent. */
  get wasReached(): boolean {
    return this.#socket !== undefined;
  }

  /** Whether the host was given up before a caller's statement was sent to it, as a standby is. */
  get wasPassedOver(): boolean {
    return this.#lost !== undefined && this.#isUnproven;
  }

  /** Whether a statement was ever answered. */
  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  /** When the last statement was sent, on the clock of `performance.now()`. */
  get askedAtMs(): number {
    return this.#askedAtMs;
  }

  /** When a statement was last answered, or else when this was opened, on the same clock. */
  get heardAtMs(): number {
    return this.#heardAtMs;
  }

  /** Executes a statement. Rejects at the latest when its time is over; the connection is lost then. */
  async run(statement: Statement): Promise<unknown> {
    this.#askedAtMs = performance.now();
    try {
      if (this.#isUnproven) await this.#requirePrimary();
      const result = await this.#execute(statement);
      this.#hasAnswered = true;
      this.#heardAtMs = performance.now();
      return result;
    } catch (error) {
      if (error instanceof postgres.PostgresError && !isFatal(error)) {
        this.#heardAtMs = performance.now();
        throw error;
      }
      this.lose(error);
      throw isOfConnection(error) ? asConnectionError(error) : error;
    }
  }

  async #execute(statement: Statement): Promise<unknown> {
    return await this.guard(this.#queryMs + Math.min(GRACE_MS_MAX, this.#queryMs), (resolve, reject) => {
      statement.resolve = resolve;
      statement.reject = reject;
      this.#handle(statement);
    });
  }

  async #requirePrimary(): Promise<void> {
    const question = statementOf(this.sql.unsafe("select pg_is_in_recovery() as is_standby"));
    const [row] = (await this.#execute(question)) as { is_standby: boolean }[];
    if (row?.is_standby === true) throw new ConnectionError("STANDBY", "PostgreSQL is a standby here");
    this.#isUnproven = false;
  }

  /**
   * Waits for an event of the connection. Rejects when the connection is lost first, which happens after the
   * deadline at the latest.
   */
  async guard<Result>(
    deadlineMs: number,
    start: (resolve: (result: Result) => void, reject: (error: unknown) => void) => void,
  ): Promise<Result> {
    if (this.#lost !== undefined) throw this.#lost;
    const settle = { done: (): void => undefined };
    try {
      return await new Promise<Result>((resolve, reject) => {
        const deadline = setTimeout(
          () => this.lose(new ConnectionError("QUERY_TIMEOUT", "PostgreSQL did not answer in time")),
          deadlineMs,
        );
        this.#pending.add(reject);
        settle.done = () => {
          clearTimeout(deadline);
          this.#pending.delete(reject);
        };
        start(resolve, reject);
      });
    } finally {
      settle.done();
    }
  }

  /** What the next `copy … to stdout` sends, past the driver; nothing else may run here afterwards. */
  async tapCopies(): Promise<CopyStream> {
    if (this.#socket === undefined) await this.run(statementOf(this.sql.unsafe("select")));
    if (this.#socket === undefined) throw new ConnectionError("CONNECTION_CLOSED", "there is no socket");
    return new CopyStream(this.#socket);
  }

  /** Gives the connection up: statements in flight fail. */
  lose(cause: unknown): void {
    if (this.#lost !== undefined) return;
    const error = asConnectionError(cause);
    this.#lost = error;
    for (const fail of this.#pending) fail(error);
    this.#raw?.destroy();
    this.#onLost(this);
  }

  /** Ends the session; no statement may be in flight. */
  async close(): Promise<void> {
    if (this.#lost !== undefined) return;
    const socket = this.#socket;
    if (socket === undefined || socket.destroyed) {
      this.lose(new ConnectionError("CONNECTION_ENDED", "the connection has been closed"));
      return;
    }
    await new Promise<void>((resolve) => {
      const deadline = setTimeout(resolve, CLOSING_DEADLINE_MS);
      socket.end(TERMINATE, () => {
        clearTimeout(deadline);
        resolve();
      });
    });
    this.lose(new ConnectionError("CONNECTION_ENDED", "the connection has been closed"));
  }
}

/** Whether an error says that the session is over, not that a statement is wrong. */
function isFatal({ severity }: postgres.PostgresError): boolean {
  return severity === "FATAL" || severity === "PANIC";
}

/** The driver's own errors of a connection have such codes; its other errors are about its arguments. */
function isOfConnection(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return error instanceof ConnectionError || (typeof code === "string" && code.startsWith("CONNECT"));
}

function asConnectionError(cause: unknown): ConnectionError {
  if (cause instanceof ConnectionError) return cause;
  const { code = "CONNECTION_CLOSED", message = String(cause) } = cause as Partial<ConnectionError>;
  return new ConnectionError(code, message, cause);
}
