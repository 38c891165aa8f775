import { showsZoom } from "../../core/links/link-choices.ts";
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
import { securityHeaders } from "../http/security-headers.ts";

/** The header whose value differs with every request. */
export const REQUEST_ID = "x-request-id";

/** A tile in memory, with its complete answer. */
export interface CachedTile {
  readonly link: OpenedLink["link"];
  readonly bytes: Buffer;
  /** Names and values in turn, as `writeHead` takes them; the value of {@link REQUEST_ID} is empty. */
  readonly headers: string[];
  /** The request times of its route. */
  readonly times: RequestSeries;
}

/** What {@link MemoryTiles} needs. */
export interface TileParts extends Pick<Deps, "config"> {
  readonly tiles: Pick<Deps["tiles"], "fromMemory">;
  readonly metrics: Pick<Metrics, "requestSeconds">;
}

/** Finds tiles in memory for one route, with the headers of this route. */
export class MemoryTiles {
  /** Headers by the bytes of a tile, made once for each tile in memory. */
  readonly #headers = new WeakMap<Buffer, string[]>();
  readonly #tiles: Pick<Deps["tiles"], "fromMemory">;
  readonly #times: RequestSeries;
  readonly #ownHeaders: Readonly<Record<string, string>>;
  readonly #secure: Readonly<Record<string, string>>;

  constructor(
    { tiles, metrics, config }: TileParts,
    route: string,
    ownHeaders: Readonly<Record<string, string>>,
  ) {
    this.#tiles = tiles;
    this.#times = metrics.requestSeconds.of(route, "2xx");
    this.#ownHeaders = ownHeaders;
    this.#secure = securityHeaders(config);
  }

  /** The tile of an opened link; undefined when it is not in memory, or when its answer needs more work. */
  find({ link, layers }: OpenedLink, spec: TileSpec): CachedTile | undefined {
    if (isDataFormat(spec.format) || !showsZoom(link, spec.address.z)) return undefined;
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
        ...this.#secure,
        "content-length": String(tile.bytes.length),
      }).flat();
      this.#headers.set(tile.bytes, headers);
    }
    return headers;
  }
}

/** Whether a link needs no checks beyond the look-up: it has no limits to count and no origins to compare. */
export function isPlain({ link }: Pick<OpenedLink, "link">): boolean {
  return !isLimited(link) && link.allowed_origins.length === 0;
}
