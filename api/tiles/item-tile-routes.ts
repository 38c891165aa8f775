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
import { parseWmtsQuery } from "./wmts-query.ts";

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
    "/v1/items/:item/tiles/wmts",
    { errorHandler: answerOwsError },
    async (request, reply) => {
      const wmts = parseWmtsQuery(request.query);
      const { item, source } = await openItem(deps, request, reply);
      if (wmts.kind === "capabilities") {
        const { profile, asset_key, key = "", grant } = request.query;
        const drawing = { profile, asset_key, key, grant };
        const xml = itemCapabilities(publicUrlOf(request, deps.config), item, source.layers, drawing);
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
): Promise<OpenItem> {
  const { grant, key } = request.query;
  const apiKey = headerOf(request, "x-api-key") ?? key;
  const { item: itemId } = request.params;
  const { item } = (
    await admit(deps, READERS, {
      credentials: {
        authorization: headerOf(request, "authorization"),
        apiKey,
        granted: grant === undefined ? undefined : await callerOfItemGrant(deps, grant, itemId),
      },
      readInput: () => ({ item_id: itemId }),
      onRateLimit: rateLimitHeaders(reply),
    })
  ).resources;
  const layers = await itemLayers(deps.database.inTurnOf(item.organization_id), item, request.query);
  return { item, source: { kind: "item", organizationId: item.organization_id, layers } };
}
