import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { uploadedKey } from "../../core/upload.ts";
import { findUpload } from "../../storage/catalog/uploads.ts";
import type { Deps } from "../deps.ts";
import { requireOpen } from "./open-upload.ts";
import type { BodyDeadlines } from "../http/body-deadlines.ts";
import { admitTicket } from "../operations/admit-ticket.ts";
import { headerOf } from "../http/request-context.ts";

type UploadRequest = FastifyRequest<{ Params: { ticket: string; name: string } }>;

/**
 * Receives files for object stores without signed URLs. The ticket in the path authorizes by itself, and
 * covers the file name.
 */
export async function serveUploads(app: FastifyInstance, deps: Deps, bodies: BodyDeadlines): Promise<void> {
  await app.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    uploads.put("/v1/uploads/:ticket/:name", async (request: UploadRequest, reply) => {
      const { ticket, name } = request.params;
      const use = { purpose: "upload", detail: name } as const;
      const id = admitTicket(deps, ticket, use, "upload");
      const upload = requireOpen(await findUpload(deps.database, id));
      const bytesMax = deps.config.UPLOAD_BYTES_MAX;
      if (Number(headerOf(request, "content-length") ?? 0) > bytesMax) throw tooLarge(bytesMax);
      const pieces = bounded(bodies.inPieces(request.raw, bodyOf(request)), bytesMax);
      await deps.objectStore.putStream(uploadedKey(upload, name), pieces);
      return reply.code(200).send();
    });
  });
}

/** The content type parser never runs for an empty body. */
async function* bodyOf({ body, raw }: FastifyRequest): AsyncIterable<Uint8Array> {
  yield* (body ?? raw) as AsyncIterable<Uint8Array>;
}

async function* bounded(chunks: AsyncIterable<Uint8Array>, bytesMax: number): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw tooLarge(bytesMax);
    yield chunk;
  }
}

function tooLarge(bytesMax: number): ProblemError {
  return new ProblemError("payload_too_large", `A file may have at most ${bytesMax} bytes.`);
}
