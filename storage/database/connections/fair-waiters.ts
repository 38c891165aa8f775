/**
 * What waits for something scarce, in groups that take turns; inside of a group the oldest goes first. A new
 * group waits for one round of the others.
 */
export class FairWaiters<Waiter> {
  /** Groups in the order of their turns. */
  readonly #groups = new Map<string, Set<Waiter>>();

  add(group: string, waiter: Waiter): void {
    const waiters = this.#groups.get(group);
    if (waiters === undefined) this.#groups.set(group, new Set([waiter]));
    else waiters.add(waiter);
  }

  remove(group: string, waiter: Waiter): void {
    const waiters = this.#groups.get(group);
    if (waiters?.delete(waiter) === true && waiters.size === 0) this.#groups.delete(group);
  }

  /** Takes the next waiter among the groups that may have another turn now. */
  next(mayHaveTurn: (group: string) => boolean): Waiter | undefined {
    for (const [group, waiters] of this.#groups) {
      if (!mayHaveTurn(group)) continue;
      const [waiter] = waiters;
      this.#groups.delete(group);
      if (waiter === undefined) continue;
      waiters.delete(waiter);
      if (waiters.size > 0) this.#groups.set(group, waiters);
      return waiter;
    }
    return undefined;
  }

  /** Everything that waits. */
  all(): Waiter[] {
    return [...this.#groups.values()].flatMap((waiters) => [...waiters]);
  }
}
