interface Limits {
  /** Tasks that run at once. */
  readonly running: number;
  readonly waiting: number;
  /** Tasks of one group that wait. */
  readonly waitingOfGroup: number;
}

/**
 * Lets groups take turns at a bounded number of tasks. A group that crowds the queue waits behind itself
 * only, and a new group waits for one task of each group before it. Bounded in all and by group.
 */
export class Turns {
  /** Waiting tasks by group; the first group is next. */
  readonly #groups = new Map<string, (() => void)[]>();
  readonly #limits: Limits;
  #running = 0;
  #waiting = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Runs a task at its group's turn; undefined, at once, when no more of the group may wait. */
  take<T>(group: string, task: () => Promise<T>): Promise<T> | undefined {
    if (this.#running < this.#limits.running) return this.#run(task);
    const queue = this.#groups.get(group) ?? [];
    if (this.#waiting >= this.#limits.waiting || queue.length >= this.#limits.waitingOfGroup)
      return undefined;
    this.#waiting += 1;
    this.#groups.set(group, queue);
    return new Promise<T>((resolve, reject) => {
      queue.push(() => {
        this.#run(task).then(resolve, reject);
      });
    });
  }

  async #run<T>(task: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await task();
    } finally {
      this.#running -= 1;
      this.#startNext();
    }
  }

  #startNext(): void {
    for (const [group, queue] of this.#groups) {
      this.#groups.delete(group);
      const start = queue.shift();
      if (queue.length > 0) this.#groups.set(group, queue);
      this.#waiting -= 1;
      start?.();
      return;
    }
  }
}
