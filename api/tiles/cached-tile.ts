import { isLimited } from "../../core/links/share-link.ts";
import { isDataFormat, type TileFormat, type TileSize } from "../../core/tiles/tile-format.ts";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { RequestSeries } from "../../infra/request-times.ts";
import type { Deps } from "../deps.ts";
import type { OpenedLink } from "../links/shared-link.ts";
import { tileHeaders } from "./shared-tile.ts";
import { READABLE } from "../http/cors.ts";

/** The header whose value is each request's own. */
export const REQUEST_ID = "x-request-id";

/** A tile that can be answered at once. */
export interface CachedTile {
  readonly link: OpenedLink["link"];
  readonly bytes: Buffer;
  /** Names and values in turn, as `writeHead` takes them; that of {@link REQUEST_ID} is empty. */
  readonly headers: string[];
  /** What its route takes. */
  readonly times: RequestSeries;
}

interface Wanted {
  readonly address: TileAddress;
  readonly size: TileSize;
  readonly format: TileFormat;
}

type MemoryTile = NonNullable<ReturnType<Deps["tiles"]["peek"]>>;

/** What {@link MemoryTiles} needs. */
export interface TileParts {
  readonly tiles: Pick<Deps["tiles"], "peek">;
  readonly metrics: Pick<Metrics, "requestSeconds">;
}

/** Finds tiles in memory for one route, with the headers that this route answers. */
export class MemoryTiles {
  /** Made once for each tile in memory. */
  readonly #headers = new WeakMap<Buffer, string[]>();
  readonly #tiles: Pick<Deps["tiles"], "peek">;
  readonly #times: RequestSeries;
  readonly #ownHeaders: Readonly<Record<string, string>>;

  constructor({ tiles, metrics }: TileParts, route: string, ownHeaders: Readonly<Record<string, string>>) {
    this.#tiles = tiles;
    this.#times = metrics.requestSeconds.of(route, "2xx");
    this.#ownHeaders = ownHeaders;
  }

  /** The tile of an opened link; undefined when it is not in memory, or when there is more to it than looking. */
  find({ link, layers }: OpenedLink, wanted: Wanted): CachedTile | undefined {
    if (isDataFormat(wanted.format)) return undefined;
    const tile = this.#tiles.peek({ layers, ...wanted });
    if (tile === undefined || tile.omitted > 0) return undefined;
    return {
      link,
      bytes: tile.bytes,
      headers: this.#headersOf(wanted.format, tile),
      times: this.#times,
    };
  }

  #headersOf(format: TileFormat, tile: MemoryTile): string[] {
    let headers = this.#headers.get(tile.bytes);
    if (headers === undefined) {
      headers = Object.entries({
        ...READABLE,
        ...this.#ownHeaders,
        ...tileHeaders(format, tile),
        [REQUEST_ID]: "",
        "content-length": String(tile.bytes.length),
      }).flat();
      this.#headers.set(tile.bytes, headers);
    }
    return headers;
  }
}

/** Whether a link asks nothing of those who use it that takes more than a look: no limits to count, no origins to compare. */
export function isPlain({ link }: Pick<OpenedLink, "link">): boolean {
  return !isLimited(link) && link.allowed_origins.length === 0;
}
