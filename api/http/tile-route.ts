import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { decodeGrant } from "../../core/grant.ts";
import type { Deps } from "../deps.ts";
import { inProfile } from "../tiles/profiles.ts";
import type { RedeemedLink } from "../tiles/redeem-link.ts";
import { answerSharedTile, type EmptyAs } from "../tiles/shared-tile.ts";
import { shareTilejson } from "../tiles/tilejson.ts";
import { wmtsCapabilities } from "../../core/wmts.ts";
import { parseTilePath } from "./tile-path.ts";
import { parseWmtsQuery } from "./wmts.ts";
import { clientSignal, headerOf, publicUrlOf } from "./request-context.ts";

interface TileParams {
  grant: string;
  z: string;
  x: string;
  file: string;
}

/** Plain GET tiles for map clients, which cannot send bodies or headers: the grant in the path is the whole authorization. */
export function serveGrantedTiles(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: TileParams; Querystring: { empty?: string } }>(
    "/v1/share/tiles/:grant/:z/:x/:file",
    async (request, reply) => {
      const { shared } = await redeemGrant(deps, request.params.grant);
      const { status, headers, body } = await answerSharedTile(deps, shared, {
        ...parseTilePath(request.params),
        ifNoneMatch: headerOf(request, "if-none-match"),
        emptyAs: parseEmpty(request.query.empty),
        signal: clientSignal(reply),
      });
      return allowAnyOrigin(reply).code(status).headers(headers).send(body);
    },
  );
  app.get<{ Params: { grant: string } }>("/v1/share/tiles/:grant/tilejson.json", async (request, reply) => {
    const { shared, profile } = await redeemGrant(deps, request.params.grant);
    return allowAnyOrigin(reply).send(
      shareTilejson(deps, shared, profile, publicUrlOf(request, deps.config)),
    );
  });
  app.get<{ Params: { grant: string }; Querystring: Record<string, unknown> }>(
    "/v1/share/tiles/:grant/wmts",
    async (request, reply) => {
      const { shared, profile } = await redeemGrant(deps, request.params.grant);
      const wanted = parseWmtsQuery(request.query);
      if (wanted.kind === "capabilities") {
        const document = shareTilejson(deps, shared, profile, publicUrlOf(request, deps.config));
        const base = `${publicUrlOf(request, deps.config)}/v1/share/tiles/${request.params.grant}`;
        const xml = wmtsCapabilities({
          ...document,
          title: document.name,
          resourceUrl: `${base}/{TileMatrix}/{TileCol}/{TileRow}.png`,
          serviceUrl: `${base}/wmts`,
        });
        return allowAnyOrigin(reply).type("application/xml").send(xml);
      }
      const { status, headers, body } = await answerSharedTile(deps, shared, {
        ...wanted,
        size: 256,
        ifNoneMatch: headerOf(request, "if-none-match"),
        emptyAs: "tile",
        signal: clientSignal(reply),
      });
      return allowAnyOrigin(reply).code(status).headers(headers).send(body);
    },
  );
  app.options("/v1/share/tiles/*", (_request: FastifyRequest, reply: FastifyReply) =>
    allowAnyOrigin(reply).header("access-control-allow-headers", "*").code(204).send(),
  );
}

interface GrantedLink {
  readonly shared: RedeemedLink;
  /** Empty: the default. */
  readonly profile: string;
}

async function redeemGrant(deps: Deps, text: string): Promise<GrantedLink> {
  const grant = decodeGrant(text, deps.config.GRANT_SECRET);
  if (grant === undefined) throw new ProblemError("not_found", "No such grant; ask for a new TileJSON.");
  const shared = await deps.links.findById(grant.linkId);
  if (shared === undefined) throw new ProblemError("not_found", "No such grant; ask for a new TileJSON.");
  const live = deps.redeemer.requireLive(shared);
  if (
    grant.expiresAtSeconds * 1000 <= deps.clock() ||
    grant.credentialVersion !== live.link.credential_version
  ) {
    throw new ProblemError("link_gone", "This grant has ended; ask for a new TileJSON.", {
      extensions: { reason: "grant_expired" },
    });
  }
  return { shared: inGrantedProfile(live, grant.profile), profile: grant.profile };
}

/** A grant whose profile has been deleted or renamed shows nothing in its place. */
function inGrantedProfile(shared: RedeemedLink, profile: string): RedeemedLink {
  try {
    return inProfile(shared, profile);
  } catch (error) {
    throw new ProblemError("not_found", "The profile of this grant is gone; ask for a new TileJSON.", {
      cause: error,
    });
  }
}

function parseEmpty(value: string | undefined): EmptyAs {
  return value === "204" || value === "404" ? value : "tile";
}

function allowAnyOrigin(reply: FastifyReply): FastifyReply {
  return reply
    .header("access-control-allow-origin", "*")
    .header("access-control-expose-headers", "X-Cache, Server-Timing, ETag, Retry-After")
    .header("cross-origin-resource-policy", "cross-origin")
    .header("timing-allow-origin", "*");
}
