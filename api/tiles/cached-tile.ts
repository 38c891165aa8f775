import { isLimited } from "../../core/links/share-link.ts";
import { isDataFormat } from "../../core/tiles/tile-format.ts";
import type { TileSpec } from "../../core/tiles/tile-spec.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { RequestSeries } from "../../infra/request-times.ts";
import type { Deps } from "../deps.ts";
import type { OpenedLink } from "../links/shared-link.ts";
import { tileHeaders } from "./answer-tile.ts";
import type { TileWithData } from "./tile-server.ts";
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

/** What {@link MemoryTiles} needs. */
export interface TileParts {
  readonly tiles: Pick<Deps["tiles"], "fromMemory">;
  readonly metrics: Pick<Metrics, "requestSeconds">;
}

/** Finds tiles in memory for one route, with the headers that this route answers. */
export class MemoryTiles {
  /** Made once for each tile in memory. */
  readonly #headers = new WeakMap<Buffer, string[]>();
  readonly #tiles: Pick<Deps["tiles"], "fromMemory">;
  readonly #times: RequestSeries;
  readonly #ownHeaders: Readonly<Record<string, string>>;

  constructor({ tiles, metrics }: TileParts, route: string, ownHeaders: Readonly<Record<string, string>>) {
    this.#tiles = tiles;
    this.#times = metrics.requestSeconds.of(route, "2xx");
    this.#ownHeaders = ownHeaders;
  }

  /** The tile of an opened link; undefined when it is not in memory, or when there is more to it than looking. */
  find({ link, layers }: OpenedLink, spec: TileSpec): CachedTile | undefined {
    if (isDataFormat(spec.format)) return undefined;
    const tile = this.#tiles.fromMemory(layers, spec);
    if (tile === undefined || tile.omitted > 0) return undefined;
    return {
      link,
      bytes: tile.bytes,
      headers: this.#headersOf(spec, tile),
      times: this.#times,
    };
  }

  #headersOf(spec: TileSpec, tile: TileWithData): string[] {
    let headers = this.#headers.get(tile.bytes);
    if (headers === undefined) {
      headers = Object.entries({
        ...READABLE,
        ...this.#ownHeaders,
        ...tileHeaders(spec, tile),
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
