import { ProblemError } from "../../core/errors.ts";
import { isLimited, reachedLimits, type LinkLimit } from "../../core/share-link.ts";
import type { Config } from "../../infra/config.ts";
import { takeTiles, takeView } from "../../storage/link-limits.ts";
import type { Database } from "../../storage/postgres.ts";
import { findShareLink, type ShareLinkRow } from "../../storage/share-links.ts";
import type { LinkDirectory } from "./link-directory.ts";

interface Waiting {
  readonly resolve: (isGranted: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

const DETAILS: Readonly<Record<LinkLimit, string>> = {
  max_views: "This link has been opened as often as its owner allows.",
  max_tiles: "This link has served as many tiles as its owner allows.",
  spend_limit: "This link has cost as much as its owner allows.",
};

/**
 * Counts what limited links use, before it is answered. The counts are in PostgreSQL, where a row's lock makes them exact for all processes and
 * nothing can be lost; what comes while a count is being written joins the next one, so that a busy link costs few statements. Links without
 * limits are never counted here.
 */
export class LinkMeter {
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #database: Database;
  readonly #links: Pick<LinkDirectory, "onChange">;
  readonly #tilePriceMicros: number;

  constructor(
    database: Database,
    links: Pick<LinkDirectory, "onChange">,
    config: Pick<Config, "LINK_TILE_PRICE_MICROS">,
  ) {
    this.#database = database;
    this.#links = links;
    this.#tilePriceMicros = config.LINK_TILE_PRICE_MICROS;
  }

  /** The limits that a link has reached as far as its row says. */
  reached(link: ShareLinkRow): LinkLimit[] {
    return reachedLimits(link, this.#tilePriceMicros);
  }

  /** Throws `link_gone` when no tile is left, as far as is known: before anything is rendered. */
  requireTilesLeft(link: ShareLinkRow): void {
    const reached = this.reached(link).find((limit) => limit !== "max_views");
    if (reached !== undefined) throw limitReached(reached);
  }

  /** Takes one tile; throws `link_gone` when none is left. */
  async takeTile(link: ShareLinkRow): Promise<void> {
    if (!isLimited(link)) return;
    if (await this.#take(link.id)) return;
    this.#links.onChange("share_link", link.id);
    const row = await findShareLink(this.#database, link.id);
    throw limitReached(this.reached(row ?? link).find((limit) => limit !== "max_views") ?? "max_tiles");
  }

  /** Takes one opening; throws `link_gone` when none is left. */
  async takeView(link: ShareLinkRow): Promise<void> {
    if (!isLimited(link)) return;
    if (await takeView(this.#database, link.id)) return;
    this.#links.onChange("share_link", link.id);
    throw limitReached("max_views");
  }

  #take(linkId: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const joined = this.#waiting.get(linkId);
      if (joined !== undefined) {
        joined.push({ resolve, reject });
        return;
      }
      this.#waiting.set(linkId, []);
      void this.#write(linkId, [{ resolve, reject }]);
    });
  }

  async #write(linkId: string, takers: readonly Waiting[]): Promise<void> {
    try {
      const granted =
        (await takeTiles(this.#database, linkId, takers.length, this.#tilePriceMicros)) ?? takers.length;
      for (const [index, taker] of takers.entries()) taker.resolve(index < granted);
    } catch (error) {
      for (const taker of takers) taker.reject(error);
    }
    const next = this.#waiting.get(linkId) ?? [];
    if (next.length === 0) {
      this.#waiting.delete(linkId);
      return;
    }
    this.#waiting.set(linkId, []);
    await this.#write(linkId, next);
  }
}

function limitReached(limit: LinkLimit): ProblemError {
  return new ProblemError("link_gone", DETAILS[limit], { extensions: { reason: limit } });
}
