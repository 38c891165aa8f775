import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { uploadedKey } from "../../core/upload.ts";
import { noteArrival, sumArrived } from "../../storage/catalog/upload-files.ts";
import { findUpload, type UploadRow } from "../../storage/catalog/uploads.ts";
import type { Deps } from "../deps.ts";
import type { BodyDeadlines } from "../http/body-deadlines.ts";
import { headerOf } from "../http/request-context.ts";
import { requireExpected } from "./expect-file.ts";
import { isOver, uploadIsOver } from "./open-upload.ts";
import { storageLeft, type StorageLeft } from "./upload-quota.ts";
import { admitUpload } from "./upload-ticket.ts";

type UploadRequest = FastifyRequest<{ Params: { ticket: string; name: string } }>;

/**
 * Receives files for object stores without signed URLs. The ticket in the path authorizes by itself, covers
 * the file name, and ends with the caller who asked for it. All of this is checked again when the last byte
 * has come: a file that outlasts its upload is stored nowhere.
 */
export async function serveUploads(app: FastifyInstance, deps: Deps, bodies: BodyDeadlines): Promise<void> {
  await app.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    uploads.put("/v1/uploads/:ticket/:name", async (request: UploadRequest, reply) => {
      const { ticket, name } = request.params;
      const admit = async () => {
        const upload = await admitUpload(deps, ticket, name);
        await requireExpected(deps, upload, name);
        return upload;
      };
      const upload = await admit();
      requireWhole(request);
      const limit = await limitOf(deps, upload, name);
      if (Number(headerOf(request, "content-length") ?? 0) > limit.bytes) throw limit.fault();
      const pieces = bounded(bodies.inPieces(request.raw, bodyOf(request)), limit, admit);
      await receive(deps, upload, name, pieces);
      return reply.code(200).send();
    });
  });
}

async function receive(
  { database, objectStore }: Pick<Deps, "database" | "objectStore">,
  upload: UploadRow,
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  const key = uploadedKey(upload, name);
  const bytes = await objectStore.putStream(key, pieces);
  await noteArrival(database, upload.id, name, bytes);
  // It may have ended in the moment in which the store made the file an object.
  if (!isOver(await findUpload(database, upload.id))) return;
  await objectStore.delete(key);
  throw uploadIsOver();
}

/** A part of a file would be stored as the whole (RFC 9110 section 14.4). */
function requireWhole(request: FastifyRequest): void {
  if (headerOf(request, "content-range") === undefined) return;
  throw new ProblemError("malformed_request", "Send the whole file, without Content-Range.");
}

/** The limit of one file, or what the organization may still store. */
async function limitOf(
  deps: Pick<Deps, "config" | "database" | "limits">,
  upload: UploadRow,
  name: string,
): Promise<StorageLeft> {
  const bytesMax = deps.config.UPLOAD_BYTES_MAX;
  const left = await storageLeft(deps, upload);
  const bytes = left.bytes - (await sumArrived(deps.database, upload.id, name));
  if (bytes < bytesMax) return { ...left, bytes };
  const fault = () => new ProblemError("payload_too_large", `A file may have at most ${bytesMax} bytes.`);
  return { bytes: bytesMax, fault };
}

/** The content type parser never runs for an empty body. */
async function* bodyOf({ body, raw }: FastifyRequest): AsyncIterable<Uint8Array> {
  yield* (body ?? raw) as AsyncIterable<Uint8Array>;
}

async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  limit: StorageLeft,
  admit: () => Promise<unknown>,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit.bytes) throw limit.fault();
    yield chunk;
  }
  await admit();
}
