import { monthAt } from "../../core/billing/month.ts";
import type { Clock } from "../../core/clock.ts";
import { ReadThroughCache } from "../../infra/read-through-cache.ts";
import { readTariff, type TileTariff } from "../../storage/links/link-spend.ts";
import type { Database } from "../../storage/database/database.ts";

/** The ledger that tariffs read is a second or two behind: reading more often would show nothing new. */
const FRESH_MS = 1_000;

const TARIFFS_MAX = 1_000;

/** Knows the tile prices of organizations. */
export class LinkTariffs {
  readonly #tariffs: ReadThroughCache<TileTariff>;

  constructor(database: Database, clock: Clock) {
    this.#tariffs = new ReadThroughCache({
      load: (organizationId) => readTariff(database, organizationId, monthAt(clock())),
      entriesMax: TARIFFS_MAX,
      freshMs: FRESH_MS,
      clock,
    });
  }

  /** The tariff of an organization, at most a second old. */
  async of(organizationId: string): Promise<TileTariff> {
    const tariff = await this.#tariffs.get(organizationId);
    if (tariff === undefined) throw new Error("every organization has a tariff");
    return tariff;
  }
}
