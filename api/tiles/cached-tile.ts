import { showsZoom } from "../../core/links/link-choices.ts";
import { isLimited } from "../../core/links/share-link.ts";
import { matchesEtag } from "../../core/etag.ts";
import { isDataFormat } from "../../core/tiles/tile-format.ts";
import { specName, type TileSpec } from "../../core/tiles/tile-spec.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { RequestSeries } from "../../infra/request-times.ts";
import type { Deps } from "../deps.ts";
import type { OpenedLink } from "../links/shared-link.ts";
import { tileHeaders, unchangedHeaders } from "./answer-tile.ts";
import { servedFromMemory, type TileInMemory } from "./tile-server.ts";
import { READABLE } from "../http/cors.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { StoredHead } from "../http/stored-head.ts";

/** The header whose value differs with every request. */
export const REQUEST_ID = "x-request-id";

/** A tile in memory, with its complete answer. */
export interface CachedTile {
  readonly link: OpenedLink["link"];
  readonly bytes: Buffer;
  readonly heads: Heads;
  /** Whether the client already holds it, so that it is answered 304. */
  readonly isUnchanged: boolean;
  /** The request times of its route. */
  readonly times: RequestSeries;
}

/** The heads of a tile's answers. */
interface Heads {
  readonly etag: string;
  readonly whole: StoredHead;
  /** Headers of a 304; the value of {@link REQUEST_ID} is empty. */
  readonly unchanged: Readonly<Record<string, string>>;
}

/** What {@link MemoryTiles} needs. */
export interface TileParts extends Pick<Deps, "config"> {
  readonly tiles: Pick<Deps["tiles"], "fromMemory">;
  readonly metrics: Pick<Metrics, "requestSeconds">;
}

/** Finds tiles in memory for one route, with the headers of this route. */
export class MemoryTiles {
  /** Heads by the bytes of a tile, made once for each tile in memory. */
  readonly #heads = new WeakMap<Buffer, Heads>();
  readonly #tiles: Pick<Deps["tiles"], "fromMemory">;
  readonly #times: RequestSeries;
  readonly #unchangedTimes: () => RequestSeries;
  readonly #ownHeaders: Readonly<Record<string, string>>;
  readonly #secure: Readonly<Record<string, string>>;

  constructor(
    { tiles, metrics, config }: TileParts,
    route: string,
    ownHeaders: Readonly<Record<string, string>>,
  ) {
    this.#tiles = tiles;
    this.#times = metrics.requestSeconds.of(route, "2xx");
    // A route without conditional requests has no such series.
    this.#unchangedTimes = () => metrics.requestSeconds.of(route, "3xx");
    this.#ownHeaders = ownHeaders;
    this.#secure = securityHeaders(config);
  }

  /**
   * The tile of an opened link; undefined when it is not in memory, or when its answer needs more work.
   * `name` is that of the tile among those of the layers, `ifNoneMatch` the header of a GET.
   */
  find(
    { link, layers }: OpenedLink,
    spec: TileSpec,
    name = specName(spec),
    ifNoneMatch?: string,
  ): CachedTile | undefined {
    if (isDataFormat(spec.format) || !showsZoom(link, spec.address.z)) return undefined;
    const tile = this.#tiles.fromMemory(layers, spec, name);
    if (tile === undefined || tile.plan.omitted > 0) return undefined;
    const { bytes } = tile;
    const heads = this.#heads.get(bytes) ?? this.#makeHeads(spec, tile);
    const isUnchanged = ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, heads.etag);
    const times = isUnchanged ? this.#unchangedTimes() : this.#times;
    return { link, bytes, heads, isUnchanged, times };
  }

  #makeHeads(spec: TileSpec, tile: TileInMemory): Heads {
    const served = servedFromMemory(tile);
    const around = (own: Readonly<Record<string, string>>) => ({
      ...READABLE,
      ...this.#ownHeaders,
      ...own,
      [REQUEST_ID]: "",
      ...this.#secure,
    });
    const heads = {
      etag: served.etag,
      whole: new StoredHead(around(tileHeaders(spec, served)), REQUEST_ID, tile.bytes.length),
      unchanged: around(unchangedHeaders(served)),
    };
    this.#heads.set(tile.bytes, heads);
    return heads;
  }
}

/** Whether a link needs no checks beyond the look-up: it has no limits to count and no origins to compare. */
export function isPlain({ link }: Pick<OpenedLink, "link">): boolean {
  return !isLimited(link) && link.allowed_origins.length === 0;
}
