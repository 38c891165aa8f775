import { statementOf, type ParsedOptions } from "./driver.ts";
import { Connection } from "./connection.ts";

/** How often a pool with statements in flight is looked at. */
const LOOK_EVERY_MS = 500;

/**
 * After so long without any answer to a pool, PostgreSQL is asked a small question, and may take as long: a
 * busy machine starts a session in a second.
 */
const SILENT_MS = 2_000;

/** So many questions in a row without an answer mean that PostgreSQL is silent. */
const UNANSWERED_MAX = 3;

/** What a pulse watches. */
interface Watched {
  /** Whether statements are in flight. */
  readonly isBusy: () => boolean;
  /** When any connection was last answered, on the clock of `performance.now()`. */
  readonly heardAtMs: () => number;
  /** Which host serves now. */
  readonly hostIndex: () => number;
  readonly onChange: (isSilent: boolean) => void;
}

/**
 * Finds a PostgreSQL that is reachable and answers nothing: stopped, or behind a network that swallows
 * packets. A statement that waits for a lock is no sign of it, so a small question on a connection of its own
 * decides. Without statements in flight it asks nothing.
 */
export class Pulse {
  readonly #options: ParsedOptions;
  readonly #watched: Watched;
  readonly #timer: NodeJS.Timeout;
  #unanswered = 0;
  #isAsking = false;

  constructor(options: ParsedOptions, watched: Watched) {
    this.#options = options;
    this.#watched = watched;
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS).unref();
  }

  /** Whether PostgreSQL has left the last questions unanswered. */
  get isSilent(): boolean {
    return this.#unanswered >= UNANSWERED_MAX;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { isBusy, heardAtMs, onChange } = this.#watched;
    const isSuspect = isBusy() && performance.now() - heardAtMs() > SILENT_MS;
    if (this.#isAsking || (!isSuspect && !this.isSilent)) return;
    const was = this.isSilent;
    this.#isAsking = true;
    this.#unanswered = (await this.#isAnswered()) ? 0 : this.#unanswered + 1;
    this.#isAsking = false;
    if (this.isSilent !== was) onChange(this.isSilent);
  }

  /** A refusal is an answer: only silence counts. */
  async #isAnswered(): Promise<boolean> {
    const connection = new Connection(this.#options, SILENT_MS, this.#watched.hostIndex(), () => undefined);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), SILENT_MS);
    });
    const answered = connection.run(statementOf(connection.sql.unsafe("select 1"))).then(
      () => true,
      () => true,
    );
    const outcome = await Promise.race([answered, late]);
    clearTimeout(timer);
    void connection.close();
    return outcome;
  }
}
