import { LRUCache } from "lru-cache";

/** How long an organization has half of the processes after its work held all of them. */
const STRUCK_MS = 300_000;

/** Organizations whose work came in this time count as neighbours. */
const NEIGHBOUR_MS = 3_600_000;

/** As long as another organization had work this lately, one process stays free for the others. */
const LATELY_MS = 10_000;

const ORGANIZATIONS_MAX = 10_000;

interface Seen {
  readonly organization: string;
  readonly atMs: number;
}

/** A place in a pool of processes. */
export interface Turn {
  readonly organization: string | undefined;
  readonly isStruck: boolean;
}

/** Which organizations have work in a pool, and how much of it an organization with strikes may have. */
export class OrganizationTurns {
  readonly #struckTasksMax: number;
  readonly #tasks = new Map<string, number>();
  readonly #struck = new LRUCache<string, true>({ max: ORGANIZATIONS_MAX, ttl: STRUCK_MS });
  readonly #seen = new LRUCache<string, true>({ max: ORGANIZATIONS_MAX, ttl: NEIGHBOUR_MS });
  /** The last organization, and the last one before it that was another. */
  #last: Seen | undefined;
  #lastOther: Seen | undefined;

  constructor(processes: number) {
    this.#struckTasksMax = Math.max(1, Math.floor(processes / 2));
  }

  /** Lets a task of an organization in; undefined when it has strikes and as many tasks as it may. */
  admit(organization: string | undefined, isKnownStruck: boolean): Turn | undefined {
    if (organization === undefined) return { organization, isStruck: false };
    this.#see(organization);
    const tasks = this.#tasks.get(organization) ?? 0;
    const isStruck = isKnownStruck || this.isStruck(organization);
    this.#tasks.set(organization, tasks + 1);
    return isStruck && tasks >= this.#struckTasksMax ? undefined : { organization, isStruck };
  }

  /** A task of the organization has ended, or was not admitted. */
  leave(organization: string | undefined): void {
    if (organization === undefined) return;
    const tasks = (this.#tasks.get(organization) ?? 1) - 1;
    if (tasks > 0) this.#tasks.set(organization, tasks);
    else this.#tasks.delete(organization);
  }

  isStruck(organization: string | undefined): boolean {
    return organization !== undefined && this.#struck.has(organization);
  }

  strike(organization: string): void {
    this.#struck.set(organization, true);
  }

  /** Whether others have work here now, or had a moment ago: then not every process is for one of them. */
  isShared(organization: string): boolean {
    const other = this.#last?.organization === organization ? this.#lastOther : this.#last;
    return other !== undefined && performance.now() - other.atMs < LATELY_MS;
  }

  #see(organization: string): void {
    this.#seen.set(organization, true);
    if (this.#last?.organization !== organization) this.#lastOther = this.#last;
    this.#last = { organization, atMs: performance.now() };
  }

  /** Whether others have had work here in the last hour: alone, an organization may hold every process. */
  isContended(organization: string): boolean {
    this.#seen.purgeStale();
    return [...this.#seen.keys()].some((other) => other !== organization);
  }
}
