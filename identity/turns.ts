import { FairQueue, type Newcomers } from "./fair-queue.ts";

interface TurnsOptions<Class extends string> {
  /** Tasks that run at once. */
  readonly running: number;
  /** Tasks of one class that may wait. */
  readonly waiting: number;
  /** How long a task may wait, in milliseconds. */
  readonly deadlineMs: number;
  /** The classes, and where new groups of each stand. */
  readonly classes: Readonly<Record<Class, Newcomers>>;
  /** The error of a task that finds no room, or waits for too long. */
  readonly refusal: () => Error;
}

interface Waiting {
  readonly start: () => void;
  readonly refuse: () => void;
}

/**
 * Lets tasks take turns at a bounded number of places. Classes take turns, each with room of its own: none
 * can fill the room of another. Inside of a class, groups and their subgroups take turns.
 */
export class Turns<Class extends string> {
  readonly #options: TurnsOptions<Class>;
  /** The first class is next. */
  readonly #classes: [name: Class, queue: FairQueue<Waiting>][];
  #running = 0;

  constructor(options: TurnsOptions<Class>) {
    this.#options = options;
    const entries = Object.entries(options.classes) as [Class, Newcomers][];
    this.#classes = entries.map(([name, newcomers]) => [name, new FairQueue(options.waiting, newcomers)]);
  }

  /** How many tasks wait for their turn. */
  get waiting(): number {
    return this.#classes.reduce((sum, [, queue]) => sum + queue.size, 0);
  }

  /** Runs a task at the turn of its class and group; throws the refusal when there is no turn in time. */
  async take<T>(name: Class, group: readonly string[], task: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#options.running) await this.#wait(name, group);
    else this.#running += 1;
    try {
      return await task();
    } finally {
      this.#pass();
    }
  }

  /** Resolves with the place of a task that has ended. */
  async #wait(name: Class, group: readonly string[]): Promise<void> {
    const queue = this.#classes.find(([each]) => each === name)?.[1];
    const { deadlineMs, refusal } = this.#options;
    await new Promise<void>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      let isOver = false;
      const waiting: Waiting = {
        start: () => {
          clearTimeout(timer);
          if (isOver) this.#pass();
          else resolve();
        },
        refuse: () => {
          clearTimeout(timer);
          isOver = true;
          reject(refusal());
        },
      };
      timer = setTimeout(waiting.refuse, deadlineMs);
      queue?.add(group, waiting)?.refuse();
    });
  }

  /** Gives a place to the next class that has a task. */
  #pass(): void {
    const at = this.#classes.findIndex(([, queue]) => queue.size > 0);
    const [turn] = at < 0 ? [] : this.#classes.splice(at, 1);
    if (turn === undefined) {
      this.#running -= 1;
      return;
    }
    this.#classes.push(turn);
    turn[1].next()?.start();
  }
}
