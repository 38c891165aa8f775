import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Principal } from "../../core/access/access.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { etagOf, matchesEtag } from "../../core/etag.ts";
import { faultText } from "../../core/fault-text.ts";
import { sortOrderText } from "../../core/search/sort-order.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import type { FoundItems } from "../../storage/catalog/search-items.ts";
import { findStacCollection } from "../../storage/catalog/stac-collections.ts";
import type { Database } from "../../storage/database/database.ts";
import type { SessionPrincipal } from "../../identity/session-directory.ts";
import type { Deps } from "../deps.ts";
import { rateLimitHeaders } from "../http/rate-limit-headers.ts";
import { headerOf, publicUrlOf } from "../http/request-context.ts";
import { findItems, searchBbox, visibleProjectIds, type SearchInput } from "../items/search-input.ts";
import { mintDownload } from "../items/owned-download.ts";
import { admit } from "../operations/admit.ts";
import { callerOfItemGrant } from "../tiles/item-grant.ts";
import { inputFaults } from "../operations/input-faults.ts";
import type { ResourceRules, Resources } from "../operations/resources.ts";
import { fileGrants } from "./file-grants.ts";
import { COLLECTIONS_MAX, findStacCollections } from "./find-stac-collections.ts";
import { itemFeature } from "./item-feature.ts";
import { conformance, landingPage } from "./landing-page.ts";
import { stacCollection } from "./stac-collection.ts";
import { geoJsonLink, jsonLink, rootLink, stacUrls } from "./stac-links.ts";
import { STAC_LIMIT_MAX, stacPage } from "./stac-page.ts";

const JSON_TYPE = "application/json; charset=utf-8";
const GEOJSON = "application/geo+json; charset=utf-8";

/** Callers that may read items; what they see of an organization is decided for each. */
const READERS = { scope: "items:read", bearer: "required" } as const;

const READERS_OF_ITEM = {
  ...READERS,
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
} as const;

/**
 * Serves the STAC API by GET. The POST search is the operation `stac.search`, whose address is the one that
 * STAC has for it.
 */
export function serveStac(app: FastifyInstance, deps: Deps): void {
  const baseOf = (request: FastifyRequest) => publicUrlOf(request, deps.config);
  app.get("/v1/stac", async (request, reply) => answer(request, reply, landingPage(baseOf(request))));
  app.get("/v1/stac/conformance", async (request, reply) => answer(request, reply, conformance));

  app.get("/v1/stac/collections", async (request, reply) => {
    const { principal, query, database } = await open(deps, request, reply, pageQuery(COLLECTIONS_MAX));
    const { limit, token } = query;
    const page = await atQuery(
      findStacCollections(database, principal, { base: baseOf(request), limit, token }),
    );
    return answer(request, reply, page);
  });

  app.get("/v1/stac/collections/:collection", async (request: InCollection, reply) => {
    const opened = await open(deps, request, reply, noQuery);
    return answer(request, reply, stacCollection(await findCollection(opened, request), baseOf(request)));
  });

  app.get("/v1/stac/collections/:collection/items", async (request: InCollection, reply) => {
    const opened = await open(deps, request, reply, itemsQuery);
    const { id } = await findCollection(opened, request);
    const { database, principal, query } = opened;
    const base = baseOf(request);
    const found = await findByUrl(database, principal, { ...query, collections: [id] });
    const url = stacUrls.items(base, id);
    const links = [
      geoJsonLink("self", url + searchOf(request)),
      jsonLink("collection", stacUrls.collection(base, id)),
      jsonLink("parent", stacUrls.collection(base, id)),
      rootLink(base),
    ];
    const next = (token: string) => geoJsonLink("next", url + searchOf(request, token));
    return answer(request, reply, stacPage(found, base, fileGrants(deps, principal), links, next), GEOJSON);
  });

  app.get("/v1/stac/collections/:collection/items/:item", async (request: InCollection, reply) => {
    const opened = await open(deps, request, reply, noQuery);
    const { id } = await findCollection(opened, request);
    const search = { collections: [id], ids: [request.params.item ?? ""], limit: 1 };
    const { items } = await findByUrl(opened.database, opened.principal, search);
    const [item] = items;
    if (item === undefined) throw new ProblemError("not_found", "No such item.");
    const feature = itemFeature(item, baseOf(request), fileGrants(deps, opened.principal));
    return answer(request, reply, feature, GEOJSON);
  });

  app.get("/v1/stac/search", async (request, reply) => {
    const { principal, query, database } = await open(deps, request, reply, searchQuery);
    const base = baseOf(request);
    const found = await findByUrl(database, principal, query);
    const url = stacUrls.search(base);
    const links = [geoJsonLink("self", url + searchOf(request)), rootLink(base)];
    const next = (token: string) => geoJsonLink("next", url + searchOf(request, token));
    return answer(request, reply, stacPage(found, base, fileGrants(deps, principal), links, next), GEOJSON);
  });

  app.get("/v1/stac/assets/:item/:key", async (request: AssetRequest, reply) => {
    const { item: itemId } = request.params;
    const { grant } = request.query;
    const granted =
      grant === undefined ? undefined : await callerOfItemGrant(deps, "item-files", grant, itemId);
    const { resources, database } = await open(deps, request, reply, noQuery, {
      rules: READERS_OF_ITEM,
      named: { item_id: itemId },
      granted,
    });
    const assets = await listAssets(database, resources.item.id);
    const asset = assets.find(({ key }) => key === request.params.key);
    if (asset === undefined) throw new ProblemError("not_found", "The item has no such file.");
    const { url } = await mintDownload(deps, asset, baseOf(request));
    return reply.header("cache-control", "private, no-store").redirect(url, 302);
  });
}

type InCollection = FastifyRequest<{ Params: { collection: string; item?: string } }>;

type AssetRequest = FastifyRequest<{
  Params: { item: string; key: string };
  Querystring: { grant?: string };
}>;

type NoResources = Readonly<Record<string, never>>;

interface Opened<Query, Found> {
  readonly principal: Principal;
  readonly query: Query;
  readonly resources: Found;
  readonly database: Database;
}

async function open<Query, const Rules extends ResourceRules = NoResources>(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  schema: z.ZodType<Query>,
  {
    rules = READERS,
    named = {},
    granted,
  }: {
    readonly rules?: { scope: "items:read"; bearer: "required"; resources?: Rules };
    readonly named?: Readonly<Record<string, string>>;
    readonly granted?: SessionPrincipal | undefined;
  } = {},
): Promise<Opened<Query, Resources<Rules, Record<string, string>>>> {
  const { principal, input, resources } = await admit(deps, rules, {
    credentials: {
      authorization: headerOf(request, "authorization"),
      apiKey: headerOf(request, "x-api-key"),
      granted,
    },
    readInput: () => ({ ...readQuery(schema, request.query), ...named }),
    onRateLimit: rateLimitHeaders(reply),
  });
  const database = deps.database.inTurnOf(principal.organizationId);
  return { principal, query: input, resources: resources as never, database };
}

async function findCollection({ database, principal }: Opened<unknown, unknown>, request: InCollection) {
  const projectIds = await visibleProjectIds(database, principal);
  const scope = { organizationId: principal.organizationId, projectIds };
  const row = await findStacCollection(database, scope, request.params.collection);
  if (row === undefined) throw new ProblemError("not_found", "No such collection.");
  return row;
}

/** What a search of a URL finds; what is wrong with it is named at `query`. */
async function findByUrl(
  database: Database,
  principal: Principal,
  input: Omit<SearchInput, "offset">,
): Promise<FoundItems> {
  return await atQuery(findItems(database, principal, { ...input, offset: 0 }));
}

/** What an operation's body was given is the query of a URL here. */
async function atQuery<T>(found: Promise<T>): Promise<T> {
  return await found.catch((error: unknown) => {
    throw error instanceof InputError ? inQuery(error) : error;
  });
}

/** The query of a URL, and its faults at `query`. */
function readQuery<Query>(schema: z.ZodType<Query>, query: unknown): Query {
  const parsed = schema.safeParse(query, { error: faultText });
  if (parsed.success) return parsed.data;
  throw inQuery(new InputError(inputFaults(parsed.error, query)));
}

function inQuery({ faults }: InputError): InputError {
  return new InputError(faults.map((fault) => ({ ...fault, loc: ["query", ...fault.loc.slice(1)] })));
}

const names = z.string().transform((list) => list.split(",").filter((each) => each !== ""));

const numbers = names.transform((list) => list.map(Number)).pipe(searchBbox);

const json = z.string().transform((given, context): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(given);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as never;
  } catch {
    // Said below.
  }
  context.addIssue({ code: "custom", message: "must be a JSON object" });
  return z.NEVER;
});

const noQuery = z.object({});

function pageQuery(limitMax: number, limitDefault = limitMax) {
  return z.object({
    // STAC API lets a server answer fewer items than the limit asks for.
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(limitDefault)
      .transform((limit) => Math.min(limit, limitMax)),
    token: z.string().max(4_000).optional(),
  });
}

const itemsQuery = pageQuery(STAC_LIMIT_MAX, 10).extend({
  bbox: numbers.optional(),
  datetime: z.string().max(100).optional(),
});

const searchQuery = itemsQuery.extend({
  collections: names.optional(),
  ids: names.optional(),
  intersects: json.optional(),
  query: json.optional(),
  filter: json.optional(),
  "filter-lang": z.literal("cql2-json").optional(),
  sortby: z.string().transform(sortOrderText).optional(),
});

/** The query of a request's URL, with another token. */
function searchOf(request: FastifyRequest, token?: string): string {
  const query = new URLSearchParams(new URL(request.url, "http://localhost").search);
  if (token !== undefined) query.set("token", token);
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** Answers a document with an ETag, or 304. Documents differ between callers: caches ask again. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  document: unknown,
  contentType = JSON_TYPE,
): FastifyReply {
  const text = JSON.stringify(document);
  const etag = etagOf(createHash("sha256").update(text).digest("base64url").slice(0, 22));
  reply.headers({ etag, "cache-control": "private, no-cache", vary: "authorization, x-api-key" });
  const known = headerOf(request, "if-none-match");
  if (known !== undefined && matchesEtag(known, etag)) return reply.code(304).send();
  return reply.type(contentType).send(text);
}
