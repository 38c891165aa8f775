import { ProblemError } from "../../core/errors.ts";
import { newId } from "../../infra/new-id.ts";
import { dataLayers } from "../../core/tiles/data-tile/layout.ts";
import {
  contentTypeOf,
  isDataFormat,
  TILE_FORMATS,
  type TileFormat,
  type TileSize,
} from "../../core/tiles/tile-format.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";
import type { UsageEvent } from "../../core/usage/usage-event.ts";
import type { ShareLinkRow } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import type { BinaryAnswer } from "../operations/call.ts";
import { emptyDataTile, emptyTile } from "./empty-tiles.ts";
import type { OpenedLink } from "../links/shared-link.ts";
import type { ServedTile } from "./tile-server.ts";

/** How a tile without data is answered. */
export type EmptyAs = "tile" | "204" | "404";

/** A tile of a shared target, as it is wanted. */
export interface SharedTileRequest {
  readonly address: TileAddress;
  readonly size: TileSize;
  readonly format: TileFormat;
  /** Of lossy formats; undefined: the usual one. */
  readonly quality?: number | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly emptyAs: EmptyAs;
  readonly clientAddress: string;
  readonly signal: () => AbortSignal;
}

/** How long a viewer may keep a tile before asking again; a revoked link's tiles vanish from maps within this time. */
const CACHE_CONTROL = "private, max-age=300";

/** What a tile's answer says to whoever counts: 200 with bytes, or 304 without. */
interface Delivery {
  readonly status: 200 | 304;
  readonly bytes: number;
  readonly cacheResult: "memory" | "store" | "render" | "none";
}

/** Serves a tile of an opened link, and records what the sharer owes before the answer leaves. */
export async function answerSharedTile(
  {
    tiles,
    usage,
    meter,
    linkClients,
    clock,
  }: Pick<Deps, "tiles" | "usage" | "meter" | "linkClients" | "clock">,
  { link, layers }: OpenedLink,
  request: SharedTileRequest,
): Promise<BinaryAnswer> {
  await meter.requireTilesLeft(link);
  const answer = await answerTile({ tiles }, link.organization_id, layers, request, async (delivery) => {
    if (delivery.status === 200) await meter.takeTile(link);
    await usage.record(tileUsage(link, delivery, clock()));
  });
  linkClients.note(link.id, request.clientAddress);
  return answer;
}

/** Serves a tile of some layers; `record` hears of it before the answer leaves. */
export async function answerTile(
  { tiles }: Pick<Deps, "tiles">,
  organizationId: string,
  layers: readonly PlanLayer[],
  request: Omit<SharedTileRequest, "clientAddress">,
  record: (delivery: Delivery) => Promise<void> | void,
): Promise<BinaryAnswer> {
  const drawn = isDataFormat(request.format) ? dataLayers(layers, request.size) : layers;
  const served = await tiles.serve({ organizationId, layers: drawn, ...request });
  switch (served.kind) {
    case "empty":
      return answerEmpty(request, drawn);
    case "not_modified":
      await record({ status: 304, bytes: 0, cacheResult: "none" });
      return {
        status: 304,
        headers: { etag: served.etag, "cache-control": CACHE_CONTROL },
        body: undefined,
      };
    case "tile":
      await record({ status: 200, bytes: served.bytes.length, cacheResult: served.cacheResult });
      return {
        status: 200,
        headers: tileHeaders(request.format, served),
        body: served.bytes,
      };
  }
}

/** What an answered tile costs: its event, dated now. */
export function tileUsage(
  link: Pick<ShareLinkRow, "id" | "organization_id" | "target_id">,
  { status, bytes, cacheResult }: Delivery,
  nowMs: number,
): UsageEvent {
  return {
    eventId: newId(),
    kind: "tile",
    occurredAtMs: nowMs,
    organizationId: link.organization_id,
    linkId: link.id,
    itemId: link.target_id,
    bytes,
    cacheResult,
    status,
  };
}

/** The headers of a tile with data. */
export function tileHeaders(
  format: TileFormat,
  { etag, bytes, cacheResult, renderMs, omitted }: Extract<ServedTile, { kind: "tile" }>,
): Record<string, string> {
  return {
    "content-type": contentTypeOf(format, bytes),
    "cache-control": CACHE_CONTROL,
    etag,
    "x-cache": cacheResult,
    "server-timing": `render;dur=${renderMs.toFixed(1)}`,
    ...(omitted === 0 ? {} : { "x-items-omitted": String(omitted) }),
  };
}

function answerEmpty(
  { emptyAs, format, size, address }: Pick<SharedTileRequest, "emptyAs" | "format" | "size" | "address">,
  layers: readonly PlanLayer[],
): BinaryAnswer {
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
        body: isDataFormat(format)
          ? emptyDataTile({ layers, size, address, format })
          : emptyTile(size, format),
      };
  }
}
