import type { SharedLink } from "./shared-link.ts";
import { LRUCache } from "lru-cache";
import type { Clock } from "../../core/clock.ts";
import { isLimited, linkStanding, type LinkStanding } from "../../core/links/share-link.ts";
import { secretName } from "../../core/access/api-key.ts";
import { ReadThroughCache } from "../../infra/read-through-cache.ts";
import type { ChangeKind } from "../../storage/database/change-notices.ts";
import { isDatabaseUnavailable, type Database } from "../../storage/database/database.ts";
import { findShareLink, findShareLinkByTokenHash } from "../../storage/links/share-links.ts";
import { findShareTarget, type RasterItem, type ShareTarget } from "../../storage/links/share-targets.ts";
import { boxesOfBounds } from "../../core/tiles/tile-area.ts";
import { ProfileLayers } from "../tiles/plan-layers.ts";

/** While PostgreSQL is heard, it announces every change: a link is looked up again just in case. */
const FRESH_MS = 60_000;

/** While it is not heard, and where counts of a limit are remembered, a link is looked up this often. */
const UNHEARD_FRESH_MS = 5_000;

/** While PostgreSQL is unavailable, links in use stay usable this long. Meanwhile none can be revoked. */
const USABLE_IN_OUTAGE_MS = 300_000;

/**
 * A load that takes longer is waited for no more: a silent PostgreSQL is treated as unavailable. The
 * load goes on, and announced changes still end the use of a link at once.
 */
const LOAD_BUDGET_MS = 200;

const LINKS_MAX = 10_000;

/** Tokens by their hash; a rotated link has two for a while. */
const TOKENS_MAX = 20_000;

/** Knows the links that are in use, and what they share. */
export class LinkDirectory {
  readonly #links: ReadThroughCache<SharedLink>;
  readonly #idByToken = new LRUCache<string, string>({ max: TOKENS_MAX });
  readonly #database: Database;
  readonly #clock: Clock;
  #isHearing: () => boolean = () => false;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    this.#links = new ReadThroughCache({
      load: (id) => loadSharedLink(database, id),
      entriesMax: LINKS_MAX,
      freshMs: ({ link }) => (this.#isHearing() && !isLimited(link) ? FRESH_MS : UNHEARD_FRESH_MS),
      stale: { maxMs: USABLE_IN_OUTAGE_MS, budgetMs: LOAD_BUDGET_MS, isOutage: isDatabaseUnavailable },
      clock,
    });
  }

  /** The link of a token. */
  async findByToken(token: string): Promise<SharedLink | undefined> {
    const name = secretName(token);
    const knownId = this.#idByToken.get(name);
    const known = knownId === undefined ? undefined : await this.findById(knownId);
    // A rotated link has another token: the old one must not find it.
    if (known?.tokenName === name) return known;
    const row = await findShareLinkByTokenHash(this.#database, Buffer.from(name, "base64"));
    if (row === undefined) return undefined;
    this.#idByToken.set(name, row.id);
    const shared = await this.findById(row.id);
    if (shared === undefined || shared.tokenName === name) return shared;
    // The cached link is older than the row just read.
    this.#links.forget(row.id);
    return await this.findById(row.id);
  }

  /** The link of a token, when it is cached and fresh. */
  peekByToken(token: string): SharedLink | undefined {
    const name = secretName(token);
    const knownId = this.#idByToken.get(name);
    const known = knownId === undefined ? undefined : this.peek(knownId);
    return known?.tokenName === name ? known : undefined;
  }

  /** The link of an id, when it is cached and fresh. */
  peek(id: string): SharedLink | undefined {
    return this.#links.peek(id);
  }

  /** The link of an id. */
  async findById(id: string): Promise<SharedLink | undefined> {
    return await this.#links.get(id);
  }

  /** The state of a link at this moment. */
  standing({ link }: SharedLink): LinkStanding {
    return linkStanding(link, this.#clock());
  }

  /** Relies on announced changes for as long as they are heard. */
  relyOn(changes: { isHearing(): boolean }): void {
    this.#isHearing = () => changes.isHearing();
  }

  /** Forgets the links that a change concerns. */
  onChange(kind: ChangeKind, id: string): void {
    if (kind === "share_link") this.#links.forget(id);
    else this.#links.forgetWhere(({ link }) => link.target_type === kind && link.target_id === id);
  }

  /** Forgets everything, because changes may have been missed. */
  forgetAll(): void {
    this.#links.forgetAll();
  }
}

/** A mosaic is drawn without the items that are being prepared; a single item waits for its preparation. */
function drawnRasters(target: ShareTarget): readonly RasterItem[] {
  if (target.type === "item") return target.rasters;
  return target.rasters.map((item) => ({
    ...item,
    assets: item.assets.filter(({ state }) => state === "ready"),
  }));
}

async function loadSharedLink(database: Database, id: string): Promise<SharedLink | undefined> {
  const link = await findShareLink(database, id);
  if (link === undefined) return undefined;
  const target = await findShareTarget(database, link.target_type, link.target_id, link.profiles);
  const area = link.bounds === null ? undefined : boxesOfBounds(link.bounds);
  const profiles = new ProfileLayers(target === undefined ? [] : drawnRasters(target), area);
  return {
    link,
    tokenName: link.token_hash.toString("base64"),
    target,
    layers: await profiles.findDefault(),
    profiles,
  };
}
