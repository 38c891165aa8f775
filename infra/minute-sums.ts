/** How events are summed. */
export interface MinuteSumsOptions<Event> {
  /**
   * Takes an event that was new in its minute, with count 1, or at the end of a minute the sum of its
   * repeats.
   */
  readonly write: (event: Event, count: number) => void;
  /** Different events of a minute at most. */
  readonly kindsMax: number;
  /** What an event counts as once there are so many: few different values. */
  readonly blur: (event: Event) => Event;
  /** Events with the same name are repeats. */
  readonly nameOf: (event: Event) => string;
}

const MINUTE_MS = 60_000;

/**
 * Sums repeated events of a minute, so that a flood costs a bounded number of rows. The first event of a kind
 * is written at once; its repeats become one row with their count when the minute ends, or at close.
 */
export class MinuteSums<Event> {
  readonly #options: MinuteSumsOptions<Event>;
  readonly #repeats = new Map<string, { readonly event: Event; count: number }>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: MinuteSumsOptions<Event>) {
    this.#options = options;
    this.#timer = setInterval(() => this.flush(), MINUTE_MS).unref();
  }

  /** Counts an event; costs the same whether or not it is new. */
  add(event: Event): void {
    const { nameOf, kindsMax, blur, write } = this.#options;
    let counted = event;
    let name = nameOf(event);
    if (!this.#repeats.has(name) && this.#repeats.size >= kindsMax) {
      counted = blur(event);
      name = nameOf(counted);
    }
    const known = this.#repeats.get(name);
    if (known !== undefined) {
      known.count += 1;
      return;
    }
    this.#repeats.set(name, { event: counted, count: 0 });
    write(counted, 1);
  }

  /** Ends the minute now. */
  flush(): void {
    for (const { event, count } of this.#repeats.values()) if (count > 0) this.#options.write(event, count);
    this.#repeats.clear();
  }

  /** Writes the sums of the minute that has begun. */
  close(): void {
    clearInterval(this.#timer);
    this.flush();
  }
}
