import { isCounted } from "../../core/billing/billable.ts";
import { ProblemError } from "../../core/errors.ts";
import { givesValues, showsZoom, type LinkChoices } from "../../core/links/link-choices.ts";
import { contentTypeOf, isDataFormat, TILE_FORMATS } from "../../core/tiles/tile-format.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { Rendition, TileSpec } from "../../core/tiles/tile-spec.ts";
import { specName } from "../../core/tiles/tile-spec.ts";
import { onTrail, type Facts, type Trail } from "../../infra/trails/trail.ts";
import type { Deps } from "../deps.ts";
import { preparationOf, preparingItems } from "../items/present-ingest.ts";
import type { OpenedLink } from "../links/shared-link.ts";
import type { BinaryAnswer } from "../operations/call.ts";
import { emptyTile } from "./empty-tiles.ts";
import type { ServedTile, TileWithData } from "./tile-server.ts";
import { tileUsage, type TileDelivery } from "./tile-usage.ts";

/**
 * Where a tile comes from: a link, whose sharer pays for it, or an item, whose owner sees its tiles for free.
 */
export type TileSource =
  | { readonly kind: "link"; readonly shared: OpenedLink; readonly clientAddress: string }
  | {
      readonly kind: "item";
      readonly organizationId: string;
      readonly layers: readonly PlanLayer[];
      /** Where one item is drawn: how far its preparation is, is then part of the answer. */
      readonly itemId?: string;
    };

/** How a tile without data is answered. */
export type EmptyAs = "tile" | "204" | "404";

/** What a request says about its answer, besides the tile itself. */
export interface TileConditions {
  /** The `If-None-Match` header of a GET. */
  readonly ifNoneMatch: string | undefined;
  readonly emptyAs: EmptyAs;
  /** A HEAD delivers no tile: it is not counted. */
  readonly isHead?: boolean;
  readonly signal: () => AbortSignal;
  /** Where the time of the request goes. */
  readonly trail?: Trail | undefined;
}

/** What {@link answerTile} needs. */
export type TileAnswerDeps = Pick<
  Deps,
  "tiles" | "usage" | "meter" | "linkClients" | "clock" | "rateLimiter" | "database"
>;

/** How long a client may cache a tile. Tiles of a revoked link vanish from maps within this time. */
const CACHE_CONTROL = "private, max-age=300";

/**
 * Makes the HTTP answer of one tile, for every route and operation. Usage of a link is recorded before the
 * answer is sent.
 */
export async function answerTile(
  deps: TileAnswerDeps,
  source: TileSource,
  spec: TileSpec,
  conditions: TileConditions,
): Promise<BinaryAnswer> {
  if (source.kind === "link") requireGiven(source.shared.link, spec);
  const { emptyAs } = conditions;
  return await answerCounted(deps, source, conditions, async (organizationId, layers) => {
    const { ifNoneMatch, signal, trail } = conditions;
    trail?.know({ tile: specName(spec) });
    const served = await deps.tiles.serve({ organizationId, layers, spec, ifNoneMatch, signal, trail });
    return { served, layers, spec, emptyAs };
  });
}

/**
 * Makes the answer of what is drawn like a tile, and counts it as one where it is a link's: within its
 * limits, before the answer is sent.
 */
export async function answerCounted(
  deps: TileAnswerDeps,
  source: TileSource,
  conditions: Pick<TileConditions, "isHead" | "signal" | "trail">,
  serve: (organizationId: string, layers: readonly PlanLayer[]) => Promise<Tile>,
): Promise<BinaryAnswer> {
  const { trail } = conditions;
  // Until here: authentication, the link with its password or grant, and its layers.
  trail?.add({ name: "open", atMs: 0, ms: trail.elapsedMs, facts: {} });
  trail?.know(namesOf(source));
  const serveOrSayHowFar = (organizationId: string, layers: readonly PlanLayer[]) =>
    serve(organizationId, layers).catch(async (error: unknown) => {
      throw await withProgress(deps, source, error);
    });
  if (source.kind === "item") {
    const drawn = await serveOrSayHowFar(source.organizationId, source.layers);
    trail?.know({ from: fromOf(drawn.served) });
    return answerOf(drawn);
  }
  const { link, layers } = source.shared;
  deps.rateLimiter.requireTile(link);
  await deps.meter.requireTilesLeft(link);
  const tile = await serveOrSayHowFar(link.organization_id, layers);
  trail?.know({ from: fromOf(tile.served) });
  requireReceiver(tile.served, conditions);
  const delivery = deliveryOf(tile.served);
  if (delivery !== undefined && conditions.isHead !== true) {
    const event = tileUsage(link, delivery, deps.clock());
    if (isCounted("tile_requests", event)) await onTrail(trail, "limit", () => deps.meter.takeTile(link));
    await onTrail(trail, "record", () => deps.usage.record(event));
  }
  const answer = answerOf(tile);
  deps.linkClients.note(link.id, source.clientAddress);
  return answer;
}

function namesOf(source: TileSource): Facts {
  if (source.kind === "link") {
    const { id, organization_id } = source.shared.link;
    return { organization_id, link_id: id };
  }
  const { organizationId, itemId } = source;
  return { organization_id: organizationId, ...(itemId === undefined ? {} : { item_id: itemId }) };
}

function fromOf(served: ServedTile): string {
  return served.kind === "tile" ? served.cacheResult : served.kind;
}

/** Ends the answer of a client that has left while its tile was found or rendered: it is not billed. */
function requireReceiver(served: ServedTile, { signal }: Pick<TileConditions, "signal">): void {
  const hasWaited = served.kind === "tile" && served.cacheResult !== "memory";
  if (hasWaited && signal().aborted) throw new ProblemError("unavailable", "The request was cancelled.");
}

/** The failure of a tile, with percent, step and time left where its file is being prepared. */
async function withProgress(
  deps: Pick<Deps, "database" | "clock">,
  source: TileSource,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof ProblemError) || error.code !== "being_prepared") return error;
  const itemIds = source.kind === "link" ? preparingItems(source.shared) : source.itemId;
  if (itemIds === undefined) return error;
  // Without the database, the tile is being prepared all the same.
  const progress = await preparationOf(deps, [itemIds].flat()).catch(() => undefined);
  const { code, detail, retryAfterSeconds, extensions } = error;
  return new ProblemError(code, detail, {
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    extensions: { ...extensions, ...progress },
    cause: error,
  });
}

/** Refuses values where the owner of a link gives pictures only. */
export function requireValues(link: LinkChoices): void {
  if (givesValues(link)) return;
  throw new ProblemError("forbidden", "This link gives pictures only; its owner can allow values.", {
    extensions: { reason: "values_not_given" },
  });
}

/** Refuses what the owner of a link has not chosen to give: values, and other zoom levels. */
function requireGiven(link: LinkChoices, { format, address }: TileSpec): void {
  if (isDataFormat(format)) requireValues(link);
  if (!showsZoom(link, address.z)) {
    throw new ProblemError(
      "not_found",
      `This link does not show zoom ${address.z}; its TileJSON says which.`,
      {
        extensions: { reason: "zoom_not_given" },
      },
    );
  }
}

/** What was drawn, and how its absence is answered. */
interface Tile {
  readonly served: ServedTile;
  readonly layers: readonly PlanLayer[];
  readonly spec: TileSpec;
  readonly emptyAs: EmptyAs;
}

function deliveryOf(served: ServedTile): TileDelivery | undefined {
  switch (served.kind) {
    case "empty":
      return undefined;
    case "not_modified":
      return { status: 304, bytes: 0, cacheResult: "none" };
    case "tile":
      return { status: 200, bytes: served.bytes.length, cacheResult: served.cacheResult };
  }
}

function answerOf(tile: Tile): BinaryAnswer {
  const { served, spec } = tile;
  switch (served.kind) {
    case "empty":
      return emptyAnswerOf(tile);
    case "not_modified":
      return { status: 304, headers: unchangedHeaders(served), body: undefined };
    case "tile":
      return { status: 200, headers: tileHeaders(spec, served), body: served.bytes };
  }
}

/** The headers of a tile that the client already holds. */
export function unchangedHeaders({ etag }: Pick<TileWithData, "etag">): Record<string, string> {
  return { etag, "cache-control": CACHE_CONTROL };
}

/** The headers of a tile with data. */
export function tileHeaders(
  { format }: Pick<Rendition, "format">,
  { etag, bytes, cacheResult, renderMs, omitted }: TileWithData,
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

function emptyAnswerOf({ layers, spec, emptyAs }: Tile): BinaryAnswer {
  const headers = { "x-cache": "empty", "cache-control": CACHE_CONTROL };
  switch (emptyAs) {
    case "204":
      return { status: 204, headers, body: undefined };
    case "404":
      throw new ProblemError("not_found", "This tile has no data.");
    case "tile": {
      const { contentType } = TILE_FORMATS[spec.format];
      return {
        status: 200,
        headers: { ...headers, "content-type": contentType },
        body: emptyTile(layers, spec),
      };
    }
  }
}
