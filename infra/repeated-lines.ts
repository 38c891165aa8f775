/** So many like lines are written in one span of time; the others are counted. */
const LINES_MAX = 5;
const SPAN_MS = 10_000;

/** Kinds of lines that are followed at a time; beyond, lines are written as they come. */
const KINDS_MAX = 500;

interface Kind {
  written: number;
  counted: number;
}

/**
 * Keeps a fault that repeats from filling the log: of like lines (same message, same error), the first few of
 * ten seconds are written, and one at their end that says how many more there were.
 */
export class RepeatedLines {
  readonly #kinds = new Map<string, Kind>();

  /** Whether to write a line; `summarize` is called later with the number of those that were not. */
  admit(name: string, summarize: (count: number) => void): boolean {
    const known = this.#kinds.get(name);
    if (known === undefined) {
      if (this.#kinds.size >= KINDS_MAX) return true;
      const kind = { written: 1, counted: 0 };
      this.#kinds.set(name, kind);
      setTimeout(() => {
        this.#kinds.delete(name);
        if (kind.counted > 0) summarize(kind.counted);
      }, SPAN_MS).unref();
      return true;
    }
    if (known.written < LINES_MAX) {
      known.written += 1;
      return true;
    }
    known.counted += 1;
    return false;
  }
}
