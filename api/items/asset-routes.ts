import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { decodeAssetTicket } from "../../core/links/asset-ticket.ts";
import { parseRange } from "../../core/byte-range.ts";
import { ProblemError } from "../../core/errors.ts";
import { etagOf } from "../../core/etag.ts";
import { findAssets, type AssetRow } from "../../storage/catalog/assets.ts";
import { findItem } from "../../storage/catalog/items.ts";
import { OWNED_ASSET } from "./owned-download.ts";
import type { Deps } from "../deps.ts";
import { downloadName, sharedItemIds } from "../links/shared-downloads.ts";
import { admitTicket } from "../operations/admit-ticket.ts";
import { headerOf, publicUrlOf, siteOf } from "../http/request-context.ts";

/** Serves the files of items by signed URLs of their owners: see `items.asset.download`. */
export function serveOwnedAssets(app: FastifyInstance, deps: Deps): void {
  app.route({
    method: ["GET", "HEAD"],
    url: "/v1/assets/:ticket/:name",
    handler: async (request: TicketRequest, reply) => {
      const id = admitTicket(deps, request.params.ticket, OWNED_ASSET, "download");
      const [asset] = await findAssets(deps.database, [id]);
      const item = asset && (await findItem(deps.database, asset.item_id));
      if (asset === undefined || item === undefined) {
        throw new ProblemError("not_found", "No such download; ask for another URL.");
      }
      return await answerFile(deps, asset, request, reply);
    },
  });
}

type TicketRequest = FastifyRequest<{ Params: { ticket: string } }>;

/**
 * Serves downloads of links with the permission `download`, for object stores without signed URLs. The ticket
 * authorizes by itself.
 */
export function serveAssetDownloads(app: FastifyInstance, deps: Deps): void {
  app.route({
    method: ["GET", "HEAD"],
    url: "/v1/share/assets/:ticket/:name",
    handler: async (request: TicketRequest, reply) => {
      const asset = await openByTicket(deps, request);
      return await answerFile(deps, asset, request, reply);
    },
  });
}

async function openByTicket(deps: Deps, request: TicketRequest): Promise<AssetRow> {
  const { links, opener, database, config, clock } = deps;
  const ticket = decodeAssetTicket(request.params.ticket, config.GRANT_SECRET);
  const shared = ticket && (await links.findById(ticket.linkId));
  if (ticket === undefined || shared === undefined) throw unknownTicket();
  const live = opener.requireLive(shared);
  opener.requireSite(live, { site: siteOf(request), publicUrl: publicUrlOf(request, config) });
  const isOver =
    ticket.expiresAtSeconds * 1000 <= clock() ||
    ticket.credentialVersion !== live.link.credential_version ||
    live.link.permission !== "download";
  if (isOver) {
    throw new ProblemError("link_gone", "This download address has ended; open the link again.", {
      extensions: { reason: "ticket_expired" },
    });
  }
  const [asset] = await findAssets(database, [ticket.assetId]);
  if (asset === undefined || !sharedItemIds(live.target).includes(asset.item_id)) throw unknownTicket();
  return asset;
}

async function answerFile(
  { objectStore }: Pick<Deps, "objectStore">,
  asset: AssetRow,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const head = await objectStore.head(asset.object_key);
  if (head === undefined) throw new ProblemError("not_found", "The file is no longer in the store.");
  const etag = etagOf(head.version);
  reply.headers({
    "accept-ranges": "bytes",
    "access-control-allow-origin": "*",
    "access-control-expose-headers":
      "Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag",
    "cache-control": "private, no-store",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(downloadName(asset))}`,
    "content-type": asset.media_type,
    etag,
  });
  const condition = headerOf(request, "if-range");
  const isSame = condition === undefined || condition === etag;
  const range = parseRange(isSame ? headerOf(request, "range") : undefined, head.bytes);
  switch (range.kind) {
    case "unsatisfiable":
      return reply.code(416).header("content-range", `bytes */${head.bytes}`).send();
    case "whole":
      reply.header("content-length", head.bytes);
      break;
    case "part":
      reply.code(206);
      reply.header("content-range", `bytes ${range.first}-${range.last}/${head.bytes}`);
      reply.header("content-length", range.last - range.first + 1);
      break;
  }
  if (request.method === "HEAD") return reply.send();
  const pieces = await objectStore.getStream(asset.object_key, range.kind === "part" ? range : undefined);
  if (pieces === undefined) throw new ProblemError("not_found", "The file is no longer in the store.");
  return reply.send(Readable.from(pieces));
}

function unknownTicket(): ProblemError {
  return new ProblemError("not_found", "No such download; open the link again.");
}
