import type { SharedLink } from "./shared-link.ts";
import { LRUCache } from "lru-cache";
import type { Clock } from "../../core/clock.ts";
import { linkStanding, type LinkStanding } from "../../core/links/share-link.ts";
import { secretHash } from "../../core/access/api-key.ts";
import type { ChangeKind } from "../../storage/database/change-notices.ts";
import { isDatabaseUnavailable, type Database } from "../../storage/database/database.ts";
import { findShareLink, findShareLinkByTokenHash } from "../../storage/links/share-links.ts";
import { findShareTarget } from "../../storage/links/share-targets.ts";
import { planLayers } from "../tiles/plan-layers.ts";

/** What is known of a link is looked up again after this long, so that a lost message of a change costs no more. */
const FRESH_MS = 5_000;

/** While PostgreSQL is away, links that are known go on working this long: nothing can be revoked in the meantime. */
const STALE_WHILE_AWAY_MS = 300_000;

/** Knows the links that are in use, and what they show. */
export class LinkDirectory {
  readonly #known = new LRUCache<string, SharedLink>({ max: 10_000 });
  readonly #idByToken = new LRUCache<string, string>({ max: 20_000 });
  readonly #loading = new Map<string, Promise<SharedLink | undefined>>();
  readonly #database: Database;
  readonly #clock: Clock;
  /** Goes up with every change heard of: what was read before it may be old and is not remembered. */
  #generation = 0;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The link of a token. */
  async findByToken(token: string): Promise<SharedLink | undefined> {
    const { hash, name, knownId } = this.#lookUpToken(token);
    const known = knownId === undefined ? undefined : await this.findById(knownId);
    // A rotated link has another token: what was remembered of the old one no longer counts.
    if (known?.link.token_hash.equals(hash) === true) return known;
    const row = await findShareLinkByTokenHash(this.#database, hash);
    if (row === undefined) return undefined;
    this.#idByToken.set(name, row.id);
    const shared = await this.findById(row.id);
    if (shared === undefined || shared.link.token_hash.equals(hash)) return shared;
    // What this process knows is older than the row just read.
    this.#forget(row.id);
    return await this.findById(row.id);
  }

  /** The link of a token, when this process knows it well enough to use it. */
  peekByToken(token: string): SharedLink | undefined {
    const { hash, knownId } = this.#lookUpToken(token);
    const known = knownId === undefined ? undefined : this.peek(knownId);
    return known?.link.token_hash.equals(hash) === true ? known : undefined;
  }

  /** The link of an id, when this process knows it well enough to use it. */
  peek(id: string): SharedLink | undefined {
    const known = this.#known.get(id);
    return known !== undefined && this.#clock() - known.loadedAtMs < FRESH_MS ? known : undefined;
  }

  /** The link of an id. */
  async findById(id: string): Promise<SharedLink | undefined> {
    const fresh = this.peek(id);
    if (fresh !== undefined) return fresh;
    const known = this.#known.get(id);
    const loading = this.#loading.get(id) ?? this.#load(id);
    this.#loading.set(id, loading);
    try {
      return await loading;
    } catch (error) {
      if (known !== undefined && isDatabaseUnavailable(error) && this.#mayServeStale(known)) return known;
      throw error;
    } finally {
      if (this.#loading.get(id) === loading) this.#loading.delete(id);
    }
  }

  /** What a link's row says about its use now. */
  standing({ link }: SharedLink): LinkStanding {
    return linkStanding(
      { revokedAtMs: link.revoked_at?.getTime(), expiresAtMs: link.expires_at.getTime() },
      this.#clock(),
    );
  }

  /** Forgets what a change has made untrue. */
  onChange(kind: ChangeKind, id: string): void {
    this.#generation += 1;
    if (kind === "share_link") this.#forget(id);
    for (const [linkId, known] of this.#known.entries()) {
      if (kind === known.link.target_type && known.link.target_id === id) this.#forget(linkId);
    }
  }

  /** Forgets everything: changes may have been missed. */
  forgetAll(): void {
    this.#generation += 1;
    this.#known.clear();
    this.#loading.clear();
  }

  #lookUpToken(token: string) {
    const hash = secretHash(token);
    const name = hash.toString("base64");
    return { hash, name, knownId: this.#idByToken.get(name) };
  }

  #forget(linkId: string): void {
    this.#known.delete(linkId);
    this.#loading.delete(linkId);
  }

  async #load(id: string): Promise<SharedLink | undefined> {
    const loadedAtMs = this.#clock();
    const generation = this.#generation;
    const link = await findShareLink(this.#database, id);
    if (link === undefined) return undefined;
    const target = await findShareTarget(this.#database, link.target_type, link.target_id);
    const shared: SharedLink = {
      link,
      target,
      layers: planLayers(target?.rasters ?? [], undefined) ?? [],
      loadedAtMs,
    };
    if (this.#generation === generation) this.#known.set(id, shared);
    return shared;
  }

  #mayServeStale(known: SharedLink): boolean {
    return this.#clock() - known.loadedAtMs < STALE_WHILE_AWAY_MS;
  }
}
