import { LRUCache } from "lru-cache";
import { monthAt } from "../../core/billing/month.ts";
import type { Clock } from "../../core/clock.ts";
import { readTariff, type TileTariff } from "../../storage/links/link-spend.ts";
import type { Database } from "../../storage/database/database.ts";

/** The ledger that tariffs read is a second or two behind: more often would tell nothing new. */
const FRESH_MS = 1_000;

/** Knows what tiles of organizations cost now. */
export class LinkTariffs {
  readonly #known = new LRUCache<string, { tariff: Promise<TileTariff>; loadedAtMs: number }>({
    max: 1_000,
  });
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The tariff of an organization, at most a second old. */
  async of(organizationId: string): Promise<TileTariff> {
    const now = this.#clock();
    const known = this.#known.get(organizationId);
    if (known !== undefined && now - known.loadedAtMs < FRESH_MS) return await known.tariff;
    const tariff = readTariff(this.#database, organizationId, monthAt(now));
    this.#known.set(organizationId, { tariff, loadedAtMs: now });
    try {
      return await tariff;
    } catch (error) {
      this.#known.delete(organizationId);
      throw error;
    }
  }
}
