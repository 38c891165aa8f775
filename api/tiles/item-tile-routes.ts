import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ItemRow } from "../../storage/catalog/items.ts";
import type { Deps } from "../deps.ts";
import { answerOwsError } from "../http/answer-errors.ts";
import { rateLimitHeaders } from "../http/rate-limit-headers.ts";
import { headerOf, publicUrlOf } from "../http/request-context.ts";
import { sendBinary } from "../http/send-binary.ts";
import { itemCapabilities } from "../items/item-capabilities.ts";
import { admit } from "../operations/admit.ts";
import { answerTile, type TileSource } from "./answer-tile.ts";
import { callerOfItemGrant } from "./item-grant.ts";
import { itemLayers } from "./item-layers.ts";
import { tileConditions } from "./tile-conditions.ts";
import { parseTilePath } from "./tile-path.ts";
import { legendPng } from "../../core/styles/legend-bitmap.ts";
import { profileOfStyle } from "../../core/tiles/wmts-styles.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { listProfiles } from "../../storage/catalog/profiles.ts";
import { legendOfLayers } from "./legend-of-layers.ts";
import { parseWmtsQuery, unknownStyle } from "./wmts-query.ts";

type Query = Readonly<Record<string, string | undefined>>;

/** Callers that may see the tiles of an item. */
const READERS = {
  scope: "items:read",
  bearer: "required",
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
} as const;

/**
 * Serves tiles of an item by GET to callers that may read it. Clients that cannot send headers use URLs with
 * a `grant`, which ends soon; an API key as `key` still works.
 */
export function serveItemTiles(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: { item: string; z: string; x: string; file: string }; Querystring: Query }>(
    "/v1/items/:item/tiles/:z/:x/:file",
    async (request, reply) => {
      const { source } = await openItem(deps, request, reply);
      const spec = parseTilePath(request.params);
      return sendBinary(reply, await answerTile(deps, source, spec, tileConditions(request, reply)));
    },
  );
  app.get<{ Params: { item: string }; Querystring: Query }>(
    "/v1/items/:item/tiles/legend.png",
    async (request, reply) => {
      const { source } = await openItem(deps, request, reply);
      return reply.type("image/png").send(legendPng(legendOfLayers(source.layers)));
    },
  );
  app.get<{ Params: { item: string }; Querystring: Query }>(
    "/v1/items/:item/tiles/wmts",
    { errorHandler: answerOwsError },
    async (request, reply) => {
      const wmts = parseWmtsQuery(request.query);
      const style = wmts.kind === "tile" ? wmts.style : undefined;
      const { item, source } = await openItem(deps, request, reply, style);
      if (wmts.kind === "capabilities") {
        const { profile, asset_key, key = "", grant } = request.query;
        const drawing = { profile, asset_key, key, grant };
        // A profile that is part of the URL leaves no choice.
        const profiles = profile ? [] : await profileNames(deps.database, item);
        const xml = itemCapabilities(
          publicUrlOf(request, deps.config),
          item,
          source.layers,
          drawing,
          profiles,
        );
        return reply.type("application/xml").send(xml);
      }
      return sendBinary(reply, await answerTile(deps, source, wmts.spec, tileConditions(request, reply)));
    },
  );
}

interface OpenItem {
  readonly item: ItemRow;
  readonly source: Extract<TileSource, { kind: "item" }>;
}

async function openItem(
  deps: Deps,
  request: FastifyRequest<{ Params: { item: string }; Querystring: Query }>,
  reply: FastifyReply,
  style = request.query["style"],
): Promise<OpenItem> {
  const { grant, key } = request.query;
  const apiKey = headerOf(request, "x-api-key") ?? key;
  const { item: itemId } = request.params;
  const { item } = (
    await admit(deps, READERS, {
      credentials: {
        authorization: headerOf(request, "authorization"),
        apiKey,
        granted: grant === undefined ? undefined : await callerOfItemGrant(deps, "item-tiles", grant, itemId),
      },
      readInput: () => ({ item_id: itemId }),
      onRateLimit: rateLimitHeaders(reply),
    })
  ).resources;
  const database = deps.database.inTurnOf(item.organization_id);
  const profile = style === undefined ? "" : await profileNamed(database, item, style);
  const drawing = profile === "" ? request.query : { ...request.query, profile };
  const layers = await itemLayers(database, item, drawing);
  const source = { kind: "item", organizationId: item.organization_id, layers, itemId } as const;
  return { item, source };
}

async function profileNames(database: Queryable, item: ItemRow): Promise<string[]> {
  return (await listProfiles(database, [item.id])).map(({ name }) => name);
}

/** The profile that a style names; empty for the default one. */
async function profileNamed(database: Queryable, item: ItemRow, style: string): Promise<string> {
  const isDefault = profileOfStyle(style, []) === "";
  const profile = isDefault ? "" : profileOfStyle(style, await profileNames(database, item));
  if (profile === undefined) throw unknownStyle();
  return profile;
}
