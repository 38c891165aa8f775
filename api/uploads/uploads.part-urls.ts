import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { fileNameFault, partOf, planParts } from "../../core/upload.ts";
import { touchUpload } from "../../storage/catalog/upload-sweeps.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, resourceId } from "../operations/schemas.ts";
import { expectFile, requireExpected } from "./expect-file.ts";
import { requireOpen } from "./open-upload.ts";
import { beginParts, findArrivedParts } from "./parted-file.ts";
import { encodeUploadTicket } from "./upload-ticket.ts";

/** How long the transfer of a part may start after its address was made. */
const PART_SECONDS = 900;

/** The most addresses of one answer. */
const PARTS_PER_CALL = 20;

const partSchema = z.object({
  part_number: z.int(),
  first_byte: z.int(),
  bytes: z.int(),
  upload_url: z.string(),
});

export const uploadsPartUrls = defineOperation({
  id: "uploads.part_urls",
  summary:
    "Addresses for the parts of a file that have not arrived: PUT each, and call again until none is left. An interrupted upload goes on in the same way, hours later.",
  scope: "uploads:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "PartUrlsInput",
  input: z.strictObject({
    upload_id: resourceId,
    file_name: z.string().min(1),
    /** The size of the whole file; another size than before begins the file anew. */
    total_bytes: z.int().min(1),
    /** How many addresses are wanted; fewer are answered when fewer parts are left. */
    limit: z.int().min(1).max(PARTS_PER_CALL).default(PARTS_PER_CALL),
  }),
  outputName: "PartUrlsOutput",
  output: z.object({
    /** The bytes of every part but the last. */
    part_bytes: z.int(),
    part_count: z.int(),
    parts_left: z.int(),
    bytes_uploaded: z.int(),
    parts: z.array(partSchema),
    expires_at: answeredTimestamp,
  }),
  resources: { upload: { kind: "upload", role: "editor", field: "upload_id" } },
  async run(
    deps: Pick<Deps, "objectStore" | "config" | "clock" | "database" | "limits" | "logger">,
    { file_name: fileName, total_bytes: totalBytes, limit },
    { resources, principal, publicUrl },
  ) {
    const upload = requireOpen(resources.upload);
    const fault = fileNameFault(fileName);
    if (fault !== undefined) throw InputError.at("file_name", fault);
    await expectFile(deps, upload, fileName);
    const file = await requireExpected(deps, upload, fileName);
    const object = await beginParts(deps, upload, file, totalBytes);
    await touchUpload(deps.database, upload.id);
    const { missing, bytes } = await findArrivedParts(deps, object, totalBytes);
    const plan = planParts(totalBytes);
    const expiresAtSeconds = Math.floor(deps.clock() / 1000) + PART_SECONDS;
    const address = async (number: number) => {
      const direct = await deps.objectStore.parts.signedUrl(object, number, { seconds: PART_SECONDS });
      if (direct !== undefined) return direct;
      const signed = { id: upload.id, expiresAtSeconds };
      const ticket = encodeUploadTicket(signed, principal, `${fileName}/${number}`, deps.config.GRANT_SECRET);
      return `${publicUrl}/v1/uploads/${ticket}/${encodeURIComponent(fileName)}/${number}`;
    };
    const parts = missing.slice(0, limit).map(async (number) => {
      const { offset, bytes: partBytes } = partOf(plan, number);
      return { part_number: number, first_byte: offset, bytes: partBytes, upload_url: await address(number) };
    });
    return {
      part_bytes: plan.partBytes,
      part_count: plan.partCount,
      parts_left: missing.length,
      bytes_uploaded: bytes,
      parts: await Promise.all(parts),
      expires_at: new Date(expiresAtSeconds * 1000).toISOString(),
    };
  },
});
