import { showsZoom } from "../../core/links/link-choices.ts";
import { isLimited } from "../../core/links/share-link.ts";
import { isDataFormat } from "../../core/tiles/tile-format.ts";
import { specName, type TileSpec } from "../../core/tiles/tile-spec.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { RequestSeries } from "../../infra/request-times.ts";
import type { Deps } from "../deps.ts";
import type { OpenedLink } from "../links/shared-link.ts";
import { tileHeaders } from "./answer-tile.ts";
import { servedFromMemory, type TileInMemory } from "./tile-server.ts";
import { READABLE } from "../http/cors.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { StoredHead } from "../http/stored-head.ts";

/** The header whose value differs with every request. */
const REQUEST_ID = "x-request-id";

/** A tile in memory, with its complete answer. */
export interface CachedTile {
  readonly link: OpenedLink["link"];
  readonly bytes: Buffer;
  readonly head: StoredHead;
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
  /** Heads by the bytes of a tile, made once for each tile in memory. */
  readonly #heads = new WeakMap<Buffer, StoredHead>();
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

  /**
   * The tile of an opened link; undefined when it is not in memory, or when its answer needs more work.
   * `name` is that of the tile among those of the layers.
   */
  find({ link, layers }: OpenedLink, spec: TileSpec, name = specName(spec)): CachedTile | undefined {
    if (isDataFormat(spec.format) || !showsZoom(link, spec.address.z)) return undefined;
    const tile = this.#tiles.fromMemory(layers, spec, name);
    if (tile === undefined || tile.plan.omitted > 0) return undefined;
    const { bytes } = tile;
    return { link, bytes, head: this.#heads.get(bytes) ?? this.#makeHead(spec, tile), times: this.#times };
  }

  #makeHead(spec: TileSpec, tile: TileInMemory): StoredHead {
    const headers = {
      ...READABLE,
      ...this.#ownHeaders,
      ...tileHeaders(spec, servedFromMemory(tile)),
      [REQUEST_ID]: "",
      ...this.#secure,
    };
    const head = new StoredHead(headers, REQUEST_ID, tile.bytes.length);
    this.#heads.set(tile.bytes, head);
    return head;
  }
}

/** Whether a link needs no checks beyond the look-up: it has no limits to count and no origins to compare. */
export function isPlain({ link }: Pick<OpenedLink, "link">): boolean {
  return !isLimited(link) && link.allowed_origins.length === 0;
}
