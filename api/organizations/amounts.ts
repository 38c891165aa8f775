import { LRUCache } from "lru-cache";
import type { Clock } from "../../core/clock.ts";
import { limitExceeded } from "../../core/access/limits.ts";
import { countRows, type RowAmount } from "../../storage/accounts/organization-amounts.ts";
import type { Database } from "../../storage/database/database.ts";
import type { LimitDirectory } from "./limit-directory.ts";

/** What this process knows of one amount of one organization. */
interface Count {
  readonly countedAt: number;
  /** The rows at that time, and those that this process has let through since. */
  rows: number;
}

/** How long a count is believed far from the limit, and near it. */
const FAR_MS = 60_000;
const NEAR_MS = 1_000;

/** A count is near its limit from here on. */
const NEAR = 0.9;

/**
 * Keeps the rows of an organization below its limits. Rows are counted rarely: once a minute, or once a
 * second near the limit, and this process adds its own in between. So a limit may be exceeded by what other
 * processes create within a second, or by more than a tenth of the limit within a minute.
 */
export class Amounts {
  readonly #counts = new LRUCache<string, Count>({ max: 20_000 });
  readonly #database: Database;
  readonly #limits: LimitDirectory;
  readonly #clock: Clock;

  constructor(database: Database, limits: LimitDirectory, clock: Clock) {
    this.#database = database;
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Takes room for one row more; throws `conflict` with name, value and remedy when there is none. */
  async take(organizationId: string, name: RowAmount): Promise<void> {
    const { [name]: limit } = await this.#limits.fetch(organizationId);
    const count = await this.#count(organizationId, name, limit);
    if (count.rows < limit) {
      count.rows += 1;
      return;
    }
    // The limit may have been raised a moment ago.
    const { [name]: current } = await this.#limits.read(organizationId);
    if (count.rows >= current) throw limitExceeded(name, current);
    count.rows += 1;
  }

  async #count(organizationId: string, name: RowAmount, limit: number): Promise<Count> {
    const key = `${name}:${organizationId}`;
    const known = this.#counts.get(key);
    const now = this.#clock();
    if (known !== undefined) {
      const believedMs = known.rows < limit * NEAR ? FAR_MS : NEAR_MS;
      if (now - known.countedAt < believedMs) return known;
    }
    const rows = await countRows(this.#database, organizationId, name, limit);
    const count = { countedAt: now, rows };
    this.#counts.set(key, count);
    return count;
  }
}
