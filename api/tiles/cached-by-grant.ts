import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import { specName, type TileSpec } from "../../core/tiles/tile-spec.ts";
import type { Deps } from "../deps.ts";
import type { GrantReader } from "../links/grant-reader.ts";
import { isPlain, MemoryTiles, type CachedTile, type TileParts } from "./cached-tile.ts";
import { inPlannedProfile } from "./in-profile.ts";
import { parseTilePath } from "./tile-path.ts";
import { EMBEDDABLE, GRANTED_TILE_ROUTE, requireGranted } from "./granted-tile-routes.ts";

/** The path of {@link GRANTED_TILE_ROUTE}, without anything that a router would have to decode. */
const PATH = /^\/v1\/share\/tiles\/([\w-]+)\/((\d+)\/(\d+)\/([\w@.]+))$/;

const PREFIX = "/v1/share/tiles/";

/** Tiles whose names in paths are remembered: some viewports of some maps. */
const NAMES_MAX = 10_000;

interface Parts extends TileParts, Pick<Deps, "links" | "opener" | "clock"> {
  readonly grants: GrantReader;
}

/** A tile that a path names, and its name in plans. */
interface NamedTile {
  readonly spec: TileSpec;
  readonly name: string;
}

/** Finds the tiles of {@link GRANTED_TILE_ROUTE} that are in memory. */
export class CachedByGrant {
  readonly #parts: Parts;
  readonly #tiles: MemoryTiles;
  /** By the end of a path, such as `15/20480/16383.png`: reading it costs as much as finding the tile. */
  readonly #named = new LRUCache<string, NamedTile>({ max: NAMES_MAX });

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#tiles = new MemoryTiles(parts, GRANTED_TILE_ROUTE, EMBEDDABLE);
  }

  /** The requested tile; undefined when the route has to answer. */
  find(request: IncomingMessage): CachedTile | undefined {
    const { url = "" } = request;
    const at = url.startsWith(PREFIX) ? url.indexOf("/", PREFIX.length) : -1;
    if (at === -1) return undefined;
    try {
      const tile = this.#nameTile(url, url.slice(at + 1));
      const grant = tile && this.#parts.grants.read(url.slice(PREFIX.length, at));
      const known = grant && this.#parts.links.peek(grant.linkId);
      if (known === undefined || grant === undefined || tile === undefined || !isPlain(known))
        return undefined;
      const drawn = inPlannedProfile(requireGranted(this.#parts, grant, known), grant.profile);
      return drawn && this.#tiles.find(drawn, tile.spec, tile.name, request.headers["if-none-match"]);
    } catch {
      // The route answers the error.
      return undefined;
    }
  }

  /** The tile at the end of a path; undefined, or a ProblemError, when it is none. */
  #nameTile(url: string, end: string): NamedTile | undefined {
    const known = this.#named.get(end);
    if (known !== undefined) return known;
    const [, , , z, x, file] = PATH.exec(url) ?? [];
    if (z === undefined || x === undefined || file === undefined) return undefined;
    const spec = parseTilePath({ z, x, file });
    const tile = { spec, name: specName(spec) };
    this.#named.set(end, tile);
    return tile;
  }
}
