import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import type { Grant } from "../../core/links/grant.ts";
import type { Deps } from "../deps.ts";
import type { GrantReader } from "../links/grant-reader.ts";
import type { SharedLink } from "../links/shared-link.ts";
import { beingPrepared } from "../items/present-ingest.ts";
import { inProfile } from "./in-profile.ts";
import type { OpenedLink } from "../links/shared-link.ts";
import { answerErrorOrPicture, answerOwsError } from "../http/answer-errors.ts";
import { sendBinary } from "../http/send-binary.ts";
import { answerPicture, parsePicture } from "./answer-picture.ts";
import { endPicture } from "./end-pictures.ts";
import { answerTile, type EmptyAs } from "./answer-tile.ts";
import { tileConditions } from "./tile-conditions.ts";
import { parseItemChoice, withItems } from "./narrow-items.ts";
import { LINK_FORMAT, linkTilejson } from "./link-tilejson.ts";
import { chosenTemplate, templateInput, type TileTemplate } from "../../core/tiles/tile-template.ts";
import { layerIdentifier, wmtsCapabilities } from "../../core/tiles/wmts-capabilities.ts";
import { publicUrlOf, siteOf } from "../http/request-context.ts";
import { legendSvg } from "../../core/styles/legend-picture.ts";
import { legendOfLayers } from "./legend-of-layers.ts";
import { parseTilePath } from "./tile-path.ts";
import { profileOfStyle, wmtsStyles } from "../../core/tiles/wmts-styles.ts";
import { legendPng } from "../../core/styles/legend-bitmap.ts";
import { parseWmtsQuery, unknownStyle } from "./wmts-query.ts";

interface TileParams {
  grant: string;
  z: string;
  x: string;
  file: string;
}

type Query = Readonly<Record<string, unknown>>;

/** The route of tiles by grant. */
export const GRANTED_TILE_ROUTE = "/v1/share/tiles/:grant/:z/:x/:file";

/**
 * Serves tiles by GET to map clients, which cannot send bodies or headers: the grant in the path is the whole
 * authorization.
 */
export function serveGrantedTiles(app: FastifyInstance, deps: Deps, grants: GrantReader): void {
  app.get<{ Params: TileParams; Querystring: { empty?: string; style?: string } & Query }>(
    GRANTED_TILE_ROUTE,
    { errorHandler: answerErrorOrPicture(endPicture) },
    async (request, reply) => {
      const granted = await openByGrant(deps, grants, request);
      const drawn = await inStyle(granted, request.query.style);
      const shared = withItems(drawn, parseItemChoice(request.query));
      const conditions = tileConditions(request, reply, parseEmpty(request.query.empty));
      const source = { kind: "link", shared, clientAddress: request.ip } as const;
      const answer = await answerTile(deps, source, parseTilePath(request.params), conditions);
      return sendBinary(reply.headers(EMBEDDABLE), answer);
    },
  );
  app.get<{ Params: { grant: string }; Querystring: Record<string, unknown> }>(
    "/v1/share/tiles/:grant/tilejson.json",
    async (request, reply) => {
      const template = parseTemplate(request.query);
      const { shared, grant } = await openByGrant(deps, grants, request);
      const preparation = await beingPrepared(deps, shared.target);
      return reply.headers(EMBEDDABLE).send({
        ...linkTilejson(deps, shared, { ...grant, template }, publicUrlOf(request, deps.config)),
        ...(preparation === undefined ? {} : { being_prepared: preparation }),
      });
    },
  );
  app.get<{ Params: { grant: string }; Querystring: Query }>(
    "/v1/share/tiles/:grant/legend.json",
    async (request, reply) => {
      const choice = parseItemChoice(request.query);
      const { layers } = withItems((await openByGrant(deps, grants, request)).shared, choice);
      return reply.headers(EMBEDDABLE).send(legendOfLayers(layers));
    },
  );
  app.get<{ Params: { grant: string } }>("/v1/share/tiles/:grant/legend.svg", async (request, reply) => {
    const { shared } = await openByGrant(deps, grants, request);
    const svg = legendSvg(legendOfLayers(shared.layers));
    return reply.headers(EMBEDDABLE).type("image/svg+xml").send(svg);
  });
  app.get<{ Params: { grant: string }; Querystring: { style?: string } }>(
    "/v1/share/tiles/:grant/legend.png",
    { errorHandler: answerErrorOrPicture(endPicture) },
    async (request, reply) => {
      const granted = await openByGrant(deps, grants, request);
      const { layers } = await inStyle(granted, request.query.style);
      return reply
        .headers(EMBEDDABLE)
        .type("image/png")
        .send(legendPng(legendOfLayers(layers)));
    },
  );
  app.get<{ Params: { grant: string; format: string }; Querystring: Record<string, unknown> }>(
    "/v1/share/tiles/:grant/preview.:format",
    { errorHandler: answerErrorOrPicture(endPicture) },
    async (request, reply) => {
      const picture = parsePicture({ ...request.query, format: request.params.format });
      const choice = parseItemChoice(request.query);
      const shared = withItems((await openByGrant(deps, grants, request)).shared, choice);
      const source = { kind: "link", shared, clientAddress: request.ip } as const;
      const answer = await answerPicture(deps, source, picture, tileConditions(request, reply));
      return sendBinary(reply.headers(EMBEDDABLE), answer);
    },
  );
  app.get<{ Params: { grant: string }; Querystring: Record<string, unknown> }>(
    "/v1/share/tiles/:grant/wmts",
    { errorHandler: answerOwsError },
    async (request, reply) => {
      const granted = await openByGrant(deps, grants, request);
      const { shared, grant } = granted;
      const query = parseWmtsQuery(request.query);
      if (query.kind === "capabilities") {
        const terms = { ...grant, template: parseTemplate({}) };
        const document = linkTilejson(deps, shared, terms, publicUrlOf(request, deps.config));
        const base = `${publicUrlOf(request, deps.config)}/v1/share/tiles/${request.params.grant}`;
        const legendUrl = (style: string) => `${base}/legend.png?style=${style}`;
        const styles = wmtsStyles(shared.profiles.names(), legendUrl);
        // Without a query, a cached tile is answered before the router.
        const suffix = styles.length > 1 ? "?style={Style}" : "";
        const xml = wmtsCapabilities({
          ...document,
          title: document.name,
          endsAt: document.expires_at,
          identifier: layerIdentifier(document.name, shared.link.target_id),
          styles,
          resourceUrl: (extension) => `${base}/{TileMatrix}/{TileCol}/{TileRow}.${extension}${suffix}`,
          serviceUrl: `${base}/wmts`,
        });
        return reply.headers(EMBEDDABLE).type("application/xml").send(xml);
      }
      const drawn = await inStyle(granted, query.style);
      const source = { kind: "link", shared: drawn, clientAddress: request.ip } as const;
      const answer = await answerTile(deps, source, query.spec, tileConditions(request, reply));
      return sendBinary(reply.headers(EMBEDDABLE), answer);
    },
  );
}

interface GrantedLink {
  readonly shared: OpenedLink;
  /** A document that is requested with a grant carries its end: no grant renews itself. */
  readonly grant: Grant;
}

async function openByGrant(
  deps: Deps,
  grants: GrantReader,
  request: FastifyRequest<{ Params: { grant: string } }>,
): Promise<GrantedLink> {
  const grant = grants.read(request.params.grant);
  if (grant === undefined) throw new ProblemError("not_found", "No such grant; ask for a new TileJSON.");
  const shared = await deps.links.findById(grant.linkId);
  if (shared === undefined) throw new ProblemError("not_found", "No such grant; ask for a new TileJSON.");
  const live = requireGranted(deps, grant, shared);
  deps.opener.requireSite(live, { site: siteOf(request), publicUrl: publicUrlOf(request, deps.config) });
  return { shared: await inGrantedProfile(live, grant.profile), grant };
}

/** The link in a style of its WMTS; throws a ProblemError when it does not show it. */
async function inStyle({ shared }: GrantedLink, style: string | undefined): Promise<OpenedLink> {
  if (style === undefined) return shared;
  const profile = profileOfStyle(style, shared.profiles.names());
  if (profile === undefined) throw unknownStyle();
  return profile === "" ? shared : await inProfile(shared, profile);
}

/** The link that a grant opens; throws a ProblemError that says why it opens none. */
export function requireGranted(
  deps: Pick<Deps, "opener" | "clock">,
  grant: Grant,
  shared: SharedLink,
): OpenedLink {
  const live = deps.opener.requireLive(shared);
  if (grant.credentialVersion !== live.link.credential_version) throw grantGone("grant_revoked");
  if (grant.expiresAtSeconds * 1000 <= deps.clock()) throw grantGone("grant_expired");
  return live;
}

function grantGone(reason: "grant_revoked" | "grant_expired"): ProblemError {
  return new ProblemError("link_gone", "This address has ended; open the link for a new one.", {
    extensions: { reason },
  });
}

/** A grant whose profile was deleted or renamed never shows another profile in its place. */
async function inGrantedProfile(shared: OpenedLink, profile: string): Promise<OpenedLink> {
  try {
    return await inProfile(shared, profile);
  } catch (error) {
    throw new ProblemError("not_found", "The profile of this grant is gone; ask for a new TileJSON.", {
      cause: error,
    });
  }
}

const templateQuerySchema = z.object({
  ...templateInput,
  scale: z
    .enum(["1", "2"])
    .transform((text) => (text === "2" ? 2 : 1))
    .optional(),
});

function parseTemplate(query: Readonly<Record<string, unknown>>): TileTemplate {
  const parsed = templateQuerySchema.safeParse(query);
  if (parsed.success) return chosenTemplate(parsed.data, LINK_FORMAT);
  throw new ProblemError(
    "malformed_request",
    "format must be png, jpg, webp, avif or auto, and scale must be 1 or 2.",
  );
}

function parseEmpty(value: string | undefined): EmptyAs {
  return value === "204" || value === "404" ? value : "tile";
}

/** Headers that allow embedding and timing, beyond those of every answer below /v1. */
export const EMBEDDABLE = { "cross-origin-resource-policy": "cross-origin", "timing-allow-origin": "*" };
