import { ProblemError } from "../../core/errors.ts";
import { isLimited, reachedLimits, type LinkLimit } from "../../core/links/share-link.ts";
import { nextTilePrice } from "../../core/links/link-spend.ts";
import type { Currency } from "../../core/billing/currencies.ts";
import type { Picos } from "../../core/billing/money.ts";
import { positionOf, takePaidTiles, takeTiles, takeView } from "../../storage/links/link-limits.ts";
import { GroupCommit } from "../../infra/group-commit.ts";
import type { Database } from "../../storage/database/database.ts";
import { findShareLink, type ShareLinkRow } from "../../storage/links/share-links.ts";
import type { LinkDirectory } from "./link-directory.ts";
import type { LinkTariffs } from "./link-tariffs.ts";

/** One tile that waits to be counted. */
interface Taker {
  readonly link: ShareLinkRow;
  isGranted: boolean;
}

/** Tiles of one link that wait to be counted. Above that, requests for its tiles are refused for a moment. */
const TAKERS_MAX = 10_000;

const DETAILS: Readonly<Record<LinkLimit, string>> = {
  max_views: "This link has been opened as often as its owner allows.",
  max_tiles: "This link has served as many tiles as its owner allows.",
  spend_limit: "This link has cost as much as its owner allows.",
};

/**
 * Counts the views and tiles of links with limits before they are answered. The counts are in PostgreSQL: a
 * row lock makes them exact for all processes, and none is lost. Tiles that arrive during a write share the
 * next one, so a busy link costs few statements. Links without limits are not counted here.
 */
export class LinkMeter {
  /** Counts in progress by link, so that a locked row of one link delays no other link. */
  readonly #counts = new Map<string, GroupCommit<Taker>>();
  readonly #database: Database;
  readonly #links: Pick<LinkDirectory, "onChange">;
  readonly #tariffs: LinkTariffs;

  constructor(database: Database, links: Pick<LinkDirectory, "onChange">, tariffs: LinkTariffs) {
    this.#database = database;
    this.#links = links;
    this.#tariffs = tariffs;
  }

  /** The price of the next tile under the money limit of a link; undefined where it has none. */
  async tilePrice(link: ShareLinkRow): Promise<{ price: Picos; currency: Currency } | undefined> {
    if (link.spend_limit === null) return undefined;
    const tariff = await this.#tariffs.of(link.organization_id);
    return { price: nextTilePrice(tariff.steps, positionOf(link, tariff)), currency: tariff.currency };
  }

  /** Throws `link_gone` when the cached counts leave no tile, before anything is rendered. */
  async requireTilesLeft(link: ShareLinkRow): Promise<void> {
    if (!isLimited(link)) return;
    const reached = await this.#reachedByTiles(link);
    if (reached !== undefined) throw limitReached(reached);
  }

  async #reachedByTiles(link: ShareLinkRow): Promise<LinkLimit | undefined> {
    const reached = reachedLimits(link, (await this.tilePrice(link))?.price ?? 0n);
    return reached.find((limit) => limit !== "max_views");
  }

  /** Takes one tile; throws `link_gone` when none is left. */
  async takeTile(link: ShareLinkRow): Promise<void> {
    if (!isLimited(link)) return;
    if (await this.#take(link)) return;
    this.#links.onChange("share_link", link.id);
    const row = await findShareLink(this.#database, link.id);
    throw limitReached((await this.#reachedByTiles(row ?? link)) ?? "max_tiles");
  }

  /** Takes one view; throws `link_gone` when none is left. */
  async takeView(link: ShareLinkRow): Promise<void> {
    if (!isLimited(link)) return;
    if (await takeView(this.#database, link.id)) return;
    this.#links.onChange("share_link", link.id);
    throw limitReached("max_views");
  }

  async #take(link: ShareLinkRow): Promise<boolean> {
    const count = this.#counts.get(link.id) ?? this.#startCount(link.id);
    const taker: Taker = { link, isGranted: false };
    const counted = count.add(taker);
    if (counted === undefined) {
      throw new ProblemError("unavailable", "Too many tiles of this link are being counted; try again.", {
        retryAfterSeconds: 1,
      });
    }
    try {
      await counted;
    } finally {
      if (count.held === 0 && this.#counts.get(link.id) === count) this.#counts.delete(link.id);
    }
    return taker.isGranted;
  }

  #startCount(linkId: string): GroupCommit<Taker> {
    const count = new GroupCommit<Taker>({
      write: (takers) => this.#write(takers),
      itemsMax: TAKERS_MAX,
      // A tile that is not counted must not be served.
      onFailure: "reject",
    });
    this.#counts.set(linkId, count);
    return count;
  }

  /** Grants the oldest tiles of one link, as many as it has left. */
  async #write(takers: readonly Taker[]): Promise<void> {
    const link = takers.at(-1)?.link;
    if (link === undefined) return;
    const granted = await this.#grant(link, takers.length);
    for (const taker of takers.slice(0, granted)) taker.isGranted = true;
  }

  /**
   * How many of `count` tiles are granted. A money limit may have been set or removed since the link was
   * cached.
   */
  async #grant({ id, organization_id, spend_limit }: ShareLinkRow, count: number): Promise<number> {
    const granted = spend_limit === null ? await takeTiles(this.#database, id, count) : undefined;
    if (granted !== undefined) return granted;
    const tariff = await this.#tariffs.of(organization_id);
    return (await takePaidTiles(this.#database, id, count, tariff)) ?? count;
  }
}

function limitReached(limit: LinkLimit): ProblemError {
  return new ProblemError("link_gone", DETAILS[limit], { extensions: { reason: limit } });
}
