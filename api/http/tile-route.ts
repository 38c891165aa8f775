import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { parseTileFormat, type TileFormat, type TileSize } from "../../core/tile-format.ts";
import { tileAddressFault, type TileAddress } from "../../core/tile.ts";
import type { Deps } from "../deps.ts";
import { GrantReader } from "../tiles/grant-reader.ts";
import { inProfile } from "../tiles/profiles.ts";
import type { RedeemedLink } from "../tiles/redeem-link.ts";
import { answerSharedTile, type EmptyAs } from "../tiles/shared-tile.ts";
import { shareTilejson } from "../tiles/tilejson.ts";
import { clientSignal, headerOf, publicUrlOf, siteOf } from "./request-context.ts";

interface TileParams {
  grant: string;
  z: string;
  x: string;
  file: string;
}

/** `12.png`, `12@2x.webp`: row, size and format. */
const FILE = /^(\d{1,8})(@2x)?\.([a-z]{3,4})$/;

/** Plain GET tiles for map clients, which cannot send bodies or headers: the grant in the path is the whole authorization. */
export function serveGrantedTiles(app: FastifyInstance, deps: Deps): void {
  const grants = new GrantReader(deps.config.GRANT_SECRET);
  app.get<{ Params: TileParams; Querystring: { empty?: string } }>(
    "/v1/share/tiles/:grant/:z/:x/:file",
    async (request, reply) => {
      const { shared } = await redeemGrant(deps, grants, request);
      const { status, headers, body } = await answerSharedTile(deps, shared, {
        ...parseTilePath(request.params),
        ifNoneMatch: headerOf(request, "if-none-match"),
        emptyAs: parseEmpty(request.query.empty),
        clientAddress: request.ip,
        signal: clientSignal(reply),
      });
      return reply.code(status).headers(EMBEDDABLE).headers(headers).send(body);
    },
  );
  app.get<{ Params: { grant: string } }>("/v1/share/tiles/:grant/tilejson.json", async (request, reply) => {
    const { shared, profile } = await redeemGrant(deps, grants, request);
    return reply
      .headers(EMBEDDABLE)
      .send(shareTilejson(deps, shared, profile, publicUrlOf(request, deps.config)));
  });
}

interface GrantedLink {
  readonly shared: RedeemedLink;
  /** Empty: the default. */
  readonly profile: string;
}

async function redeemGrant(
  deps: Deps,
  grants: GrantReader,
  request: FastifyRequest<{ Params: { grant: string } }>,
): Promise<GrantedLink> {
  const grant = grants.read(request.params.grant);
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
  deps.redeemer.requireSite(live, { site: siteOf(request), publicUrl: publicUrlOf(request, deps.config) });
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

function parseTilePath(params: TileParams): { address: TileAddress; size: TileSize; format: TileFormat } {
  const [, y, twice, extension] = FILE.exec(params.file) ?? [];
  const format = extension === undefined ? undefined : parseTileFormat(extension);
  if (y === undefined || format === undefined) {
    throw new ProblemError("malformed_request", "A tile is {z}/{x}/{y}.png, .jpg or .webp, or {y}@2x.png.");
  }
  const address = { z: parseIndex(params.z), x: parseIndex(params.x), y: parseIndex(y) };
  const fault = tileAddressFault(address);
  if (fault !== undefined) throw new ProblemError("malformed_request", `${fault.message}.`);
  return { address, size: twice === undefined ? 256 : 512, format };
}

/** NaN, which is no valid index, for anything but plain digits. */
function parseIndex(text: string): number {
  return /^\d{1,8}$/.test(text) ? Number(text) : NaN;
}

function parseEmpty(value: string | undefined): EmptyAs {
  return value === "204" || value === "404" ? value : "tile";
}

/** Embedding and timing, besides what every answer below /v1 allows. */
const EMBEDDABLE = { "cross-origin-resource-policy": "cross-origin", "timing-allow-origin": "*" };
