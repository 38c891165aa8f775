import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { partOf, planParts, uploadedKey } from "../../core/upload.ts";
import { noteArrival, partedObjectOf, sumArrived } from "../../storage/catalog/upload-files.ts";
import { findUpload, type UploadRow } from "../../storage/catalog/uploads.ts";
import type { Deps } from "../deps.ts";
import type { BodyDeadlines } from "../http/body-deadlines.ts";
import { headerOf } from "../http/request-context.ts";
import { bodyOf, bounded, exactly, intact, requireWhole } from "./upload-bodies.ts";
import { requireExpected } from "./expect-file.ts";
import { isOver, uploadIsOver } from "./open-upload.ts";
import { storageLeft, type StorageLeft } from "./upload-quota.ts";
import { admitUpload } from "./upload-ticket.ts";

interface UploadParams {
  readonly ticket: string;
  readonly name: string;
  /** The number of a part, for a file that arrives in parts. */
  readonly part?: string;
}

type UploadRequest = FastifyRequest<{ Params: UploadParams }>;

/**
 * Receives files for object stores without signed URLs. The ticket in the path authorizes by itself, covers
 * the file name, and ends with the caller who asked for it. All of this is checked again when the last byte
 * has come: a file that outlasts its upload is stored nowhere.
 */
export async function serveUploads(app: FastifyInstance, deps: Deps, bodies: BodyDeadlines): Promise<void> {
  await app.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    const piecesOf = (request: UploadRequest) => bodies.inPieces(request.raw, bodyOf(request));
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
      const pieces = bounded(intact(request, piecesOf(request)), limit, admit);
      await receive(deps, upload, name, pieces);
      return reply.code(200).send();
    });
    uploads.put("/v1/uploads/:ticket/:name/:part", async (request: UploadRequest, reply) => {
      const { ticket, name, part = "" } = request.params;
      const admit = async () => await admitPart(deps, ticket, name, part);
      const { object, arriving, bytes } = await admit();
      requireWhole(request);
      const wrongSize = () => new ProblemError("malformed_request", `Part ${part} has ${bytes} bytes.`);
      if (Number(headerOf(request, "content-length") ?? bytes) !== bytes) throw wrongSize();
      const pieces = exactly(bytes, intact(request, piecesOf(request)), wrongSize);
      await deps.objectStore.parts.put(object, arriving, bounded(pieces, { bytes, fault: wrongSize }, admit));
      return reply.code(200).send();
    });
  });
}

/** The part that a ticket admits, while its upload is open. */
async function admitPart(deps: Deps, ticket: string, name: string, part: string) {
  const upload = await admitUpload(deps, ticket, `${name}/${part}`);
  const file = await requireExpected(deps, upload, name);
  const object = partedObjectOf(file);
  if (object === undefined || file.total_bytes === null) {
    throw new ProblemError(
      "conflict",
      `${name} does not arrive in parts; ask uploads.part_urls for addresses.`,
    );
  }
  const number = Number(part);
  const plan = planParts(file.total_bytes);
  if (number > plan.partCount) throw new ProblemError("conflict", `${name} has ${plan.partCount} parts now.`);
  const { offset, bytes } = partOf(plan, number);
  return { object, arriving: { number, offset }, bytes };
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
