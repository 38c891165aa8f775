import { ProblemError } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import { TILE_FORMATS, type TileFormat, type TileSize } from "../../core/tile-format.ts";
import type { TileAddress } from "../../core/tile.ts";
import type { Deps } from "../deps.ts";
import type { BinaryAnswer } from "../operation.ts";
import { emptyTile } from "./empty-tiles.ts";
import type { RedeemedLink } from "./redeem-link.ts";

/** How a tile without data is answered. */
export type EmptyAs = "tile" | "204" | "404";

/** A tile of a shared target, as it is wanted. */
export interface SharedTileRequest {
  readonly address: TileAddress;
  readonly size: TileSize;
  readonly format: TileFormat;
  readonly ifNoneMatch: string | undefined;
  readonly emptyAs: EmptyAs;
  readonly clientAddress: string;
  readonly signal: () => AbortSignal;
}

/** How long a viewer may keep a tile before asking again; a revoked link's tiles vanish from maps within this time. */
const CACHE_CONTROL = "private, max-age=300";

/** Serves a tile of a link that was redeemed, and records what the sharer owes before the answer leaves. */
export async function answerSharedTile(
  {
    tiles,
    usage,
    meter,
    linkClients,
    clock,
  }: Pick<Deps, "tiles" | "usage" | "meter" | "linkClients" | "clock">,
  { link, layers }: RedeemedLink,
  request: SharedTileRequest,
): Promise<BinaryAnswer> {
  meter.requireTilesLeft(link);
  const served = await tiles.serve({ organizationId: link.organization_id, layers, ...request });
  const record = (status: number, bytes: number, cacheResult: "memory" | "store" | "render" | "none") =>
    usage.record({
      eventId: newId(),
      kind: "tile",
      occurredAtMs: clock(),
      organizationId: link.organization_id,
      linkId: link.id,
      itemId: link.target_id,
      bytes,
      cacheResult,
      status,
    });
  linkClients.note(link.id, request.clientAddress);
  switch (served.kind) {
    case "empty":
      return answerEmpty(request);
    case "not_modified":
      await record(304, 0, "none");
      return {
        status: 304,
        headers: { etag: served.etag, "cache-control": CACHE_CONTROL },
        body: undefined,
      };
    case "tile":
      await meter.takeTile(link);
      await record(200, served.bytes.length, served.cacheResult);
      return {
        status: 200,
        headers: {
          "content-type": TILE_FORMATS[request.format].contentType,
          "cache-control": CACHE_CONTROL,
          etag: served.etag,
          "x-cache": served.cacheResult,
          "server-timing": `render;dur=${served.renderMs.toFixed(1)}`,
        },
        body: served.bytes,
      };
  }
}

function answerEmpty({ emptyAs, format, size }: SharedTileRequest): BinaryAnswer {
  const headers = { "x-cache": "empty", "cache-control": CACHE_CONTROL };
  switch (emptyAs) {
    case "204":
      return { status: 204, headers, body: undefined };
    case "404":
      throw new ProblemError("not_found", "This tile has no data.");
    case "tile":
      return {
        status: 200,
        headers: { ...headers, "content-type": TILE_FORMATS[format].contentType },
        body: emptyTile(size, format),
      };
  }
}
