import { LRUCache } from "lru-cache";
import type { LimitSetting, OrganizationLimits } from "../../core/access/limits.ts";
import { defaultLimits, readOrganizationLimits } from "../../storage/accounts/organization-limits.ts";
import type { Database } from "../../storage/database/database.ts";

/** A change is announced; this bounds how long a lost announcement goes unnoticed. */
const FRESH_MS = 60_000;

/** The limits of organizations, as an API process knows them. */
export class LimitDirectory {
  readonly #known = new LRUCache<string, OrganizationLimits>({
    max: 10_000,
    ttl: FRESH_MS,
    allowStale: true,
  });
  readonly #reading = new Set<string>();
  readonly #database: Database;
  readonly #defaults: OrganizationLimits;

  constructor(database: Database, config: Readonly<Record<LimitSetting, number>>) {
    this.#database = database;
    this.#defaults = defaultLimits(config);
  }

  /**
   * The limits of an organization without a wait, for the path of tiles: the defaults until they have been
   * read, and the last known ones while PostgreSQL is unavailable.
   */
  of(organizationId: string): OrganizationLimits {
    const known = this.#known.get(organizationId);
    if (this.#known.getRemainingTTL(organizationId) <= 0) this.#readSoon(organizationId);
    return known ?? this.#defaults;
  }

  /** The limits of an organization, read from PostgreSQL unless they are known. */
  async fetch(organizationId: string): Promise<OrganizationLimits> {
    const isFresh = this.#known.getRemainingTTL(organizationId) > 0;
    return (isFresh ? this.#known.get(organizationId) : undefined) ?? (await this.read(organizationId));
  }

  /** The limits of an organization as PostgreSQL has them now. */
  async read(organizationId: string): Promise<OrganizationLimits> {
    const limits = await readOrganizationLimits(this.#database, organizationId, this.#defaults);
    this.#known.set(organizationId, limits);
    return limits;
  }

  /** Reads an organization's limits again at their next use; until then the last known ones hold. */
  forget(organizationId: string): void {
    const known = this.#known.peek(organizationId);
    if (known !== undefined) this.#known.set(organizationId, known, { ttl: 1 });
  }

  /** Forgets all: changes may have been missed. */
  forgetAll(): void {
    this.#known.clear();
  }

  #readSoon(organizationId: string): void {
    if (this.#reading.has(organizationId)) return;
    this.#reading.add(organizationId);
    this.read(organizationId)
      .catch(() => {
        this.#known.set(organizationId, this.#known.peek(organizationId) ?? this.#defaults, { ttl: 1_000 });
      })
      .finally(() => this.#reading.delete(organizationId));
  }
}
