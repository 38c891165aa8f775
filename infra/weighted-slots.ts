interface Lane {
  /** Work that was let in, divided by the weights: the lane with least is next. */
  pass: number;
  readonly waiting: (() => void)[];
}

/**
 * A number of slots that lanes share: while all slots are taken, each lane is let in as often as its weight
 * says, compared with the other lanes that wait. (Stride scheduling: Waldspurger and Weihl, 1995.)
 */
export class WeightedSlots {
  readonly #lanes = new Map<string, Lane>();
  #free: number;
  /** The pass of the lane that was let in last: one that comes back has no claim to what it did not use. */
  #pass = 0;

  constructor(count: number) {
    this.#free = count;
  }

  /** Runs work in a slot of its lane, when it is the lane's turn. `weight` is asked at that moment. */
  async run<Result>(name: string, weight: () => number, work: () => Promise<Result>): Promise<Result> {
    const lane = this.#lane(name);
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => lane.waiting.push(resolve));
    lane.pass = Math.max(lane.pass, this.#pass) + 1 / Math.max(1, weight());
    try {
      return await work();
    } finally {
      this.#letNextIn();
    }
  }

  #lane(name: string): Lane {
    const known = this.#lanes.get(name);
    if (known !== undefined) return known;
    const lane = { pass: this.#pass, waiting: [] };
    this.#lanes.set(name, lane);
    return lane;
  }

  #letNextIn(): void {
    let next: Lane | undefined;
    for (const lane of this.#lanes.values()) {
      if (lane.waiting.length > 0 && (next === undefined || lane.pass < next.pass)) next = lane;
    }
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#pass = Math.max(this.#pass, next.pass);
    next.waiting.shift()?.();
  }
}
