import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { ItemRow } from "../../storage/catalog/items.ts";
import type { Deps } from "../deps.ts";
import { itemCapabilities } from "../items/item-capabilities.ts";
import { findResources } from "../operations/resources.ts";
import { authenticate } from "../operations/authenticate.ts";
import { itemLayers } from "./item-layers.ts";
import { answerTile } from "./shared-tile.ts";
import { parseTilePath } from "./tile-path.ts";
import { rateLimitHeaders } from "../http/rate-limit-headers.ts";
import { clientSignal, headerOf, publicUrlOf } from "../http/request-context.ts";
import { parseWmtsQuery } from "./wmts-query.ts";

type Query = Readonly<Record<string, string | undefined>>;

/** Plain GET tiles of an item for those who may read it: the API key comes in a header, or as `key` where a client can send none. */
export function serveItemTiles(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: { item: string; z: string; x: string; file: string }; Querystring: Query }>(
    "/v1/items/:item/tiles/:z/:x/:file",
    async (request, reply) => {
      const { item, layers } = await openItem(deps, request, reply);
      const { status, headers, body } = await answerTile(
        deps,
        item.organization_id,
        layers,
        {
          ...parseTilePath(request.params),
          ifNoneMatch: headerOf(request, "if-none-match"),
          emptyAs: "tile",
          signal: clientSignal(reply),
        },
        () => undefined,
      );
      return reply.code(status).headers(headers).send(body);
    },
  );
  app.get<{ Params: { item: string }; Querystring: Query }>(
    "/v1/items/:item/tiles/wmts",
    async (request, reply) => {
      const wanted = parseWmtsQuery(request.query);
      const { item, layers } = await openItem(deps, request, reply);
      if (wanted.kind === "capabilities") {
        const { profile, asset_key, key = "" } = request.query;
        const xml = itemCapabilities(publicUrlOf(request, deps.config), item, layers, {
          profile,
          asset_key,
          key,
        });
        return reply.type("application/xml").send(xml);
      }
      const tile = { ...wanted, size: 256, ifNoneMatch: undefined, emptyAs: "tile" } as const;
      const { status, headers, body } = await answerTile(
        deps,
        item.organization_id,
        layers,
        { ...tile, signal: clientSignal(reply) },
        () => undefined,
      );
      return reply.code(status).headers(headers).send(body);
    },
  );
}

async function openItem(
  deps: Deps,
  request: FastifyRequest<{ Params: { item: string }; Querystring: Query }>,
  reply: FastifyReply,
): Promise<{ item: ItemRow; layers: PlanLayer[] }> {
  const principal = await authenticate(deps, {
    authorization: headerOf(request, "authorization"),
    apiKey: headerOf(request, "x-api-key") ?? request.query["key"],
  });
  if (principal === undefined) throw new ProblemError("unauthenticated", "Send an API key.");
  if (!principal.scopes.has("items:read"))
    throw new ProblemError("forbidden", "This needs the scope items:read.");
  await deps.rateLimiter.take(principal, rateLimitHeaders(reply));
  const rule = { kind: "item", role: "viewer", field: "item_id" } as const;
  const { item } = await findResources(
    deps.database,
    principal,
    { item: rule },
    { item_id: request.params.item },
  );
  const row = item as ItemRow;
  return { item: row, layers: await itemLayers(deps.database, row, request.query) };
}
