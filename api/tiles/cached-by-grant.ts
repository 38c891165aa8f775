import type { IncomingMessage } from "node:http";
import type { Deps } from "../deps.ts";
import type { GrantReader } from "../links/grant-reader.ts";
import { isPlain, MemoryTiles, type CachedTile, type TileParts } from "./cached-tile.ts";
import { inPlannedProfile } from "./in-profile.ts";
import { parseTilePath } from "./tile-path.ts";
import { EMBEDDABLE, GRANTED_TILE_ROUTE, requireGranted } from "./granted-tile-routes.ts";

/** The path of {@link GRANTED_TILE_ROUTE}, without anything that a router would have to decode. */
const PATH = /^\/v1\/share\/tiles\/([\w-]+)\/(\d+)\/(\d+)\/([\w@.]+)$/;

interface Parts extends TileParts, Pick<Deps, "links" | "opener" | "clock"> {
  readonly grants: GrantReader;
}

/** Finds the tiles of {@link GRANTED_TILE_ROUTE} that are in memory. */
export class CachedByGrant {
  readonly #parts: Parts;
  readonly #tiles: MemoryTiles;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#tiles = new MemoryTiles(parts, GRANTED_TILE_ROUTE, EMBEDDABLE);
  }

  /** The requested tile; undefined when the route has to answer. */
  find(request: IncomingMessage): CachedTile | undefined {
    if (request.headers["if-none-match"] !== undefined) return undefined;
    const [, grantText = "", z = "", x = "", file = ""] = PATH.exec(request.url ?? "") ?? [];
    const grant = grantText === "" ? undefined : this.#parts.grants.read(grantText);
    const known = grant && this.#parts.links.peek(grant.linkId);
    if (known === undefined || grant === undefined || !isPlain(known)) return undefined;
    try {
      const drawn = inPlannedProfile(requireGranted(this.#parts, grant, known), grant.profile);
      return drawn && this.#tiles.find(drawn, parseTilePath({ z, x, file }));
    } catch {
      // The route answers the error.
      return undefined;
    }
  }
}
