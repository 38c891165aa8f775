import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { fileNameFault, uploadedKey } from "../../core/upload.ts";
import { touchUpload } from "../../storage/catalog/upload-sweeps.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, resourceId, text } from "../operations/schemas.ts";
import { requireOpen } from "./open-upload.ts";
import { expectFile, requireExpected } from "./expect-file.ts";
import { sendWhole } from "./parted-file.ts";
import { encodeUploadTicket } from "./upload-ticket.ts";

/** How long the transfer of a file may start after its URL was minted. */
const UPLOAD_SECONDS = 300;

export const uploadsSignedUrl = defineOperation({
  id: "uploads.signed_url",
  summary: "Mint a signed PUT URL for one file of the session.",
  scope: "uploads:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "SignedUrlInput",
  input: z.strictObject({
    upload_id: resourceId,
    file_name: z.string().min(1),
    /** For the client's own use: the server derives the type of a file from its bytes. */
    content_type: text(0, 200).default("application/octet-stream"),
  }),
  outputName: "SignedUrlOutput",
  output: z.object({ upload_url: z.string(), object_path: z.string(), expires_at: answeredTimestamp }),
  resources: { upload: { kind: "upload", role: "editor", field: "upload_id" } },
  async run(
    deps: Pick<Deps, "objectStore" | "config" | "clock" | "database" | "limits" | "logger">,
    { file_name: fileName },
    { resources, principal, publicUrl },
  ) {
    const upload = requireOpen(resources.upload);
    const fault = fileNameFault(fileName);
    if (fault !== undefined) throw InputError.at("file_name", fault);
    await expectFile(deps, upload, fileName);
    await sendWhole(deps, upload, await requireExpected(deps, upload, fileName));
    await touchUpload(deps.database, upload.id);
    const objectKey = uploadedKey(upload, fileName);
    const expiresAtSeconds = Math.floor(deps.clock() / 1000) + UPLOAD_SECONDS;
    const direct = await deps.objectStore.signedUploadUrl(objectKey, { seconds: UPLOAD_SECONDS });
    const ticket = () =>
      encodeUploadTicket({ id: upload.id, expiresAtSeconds }, principal, fileName, deps.config.GRANT_SECRET);
    return {
      upload_url: direct ?? `${publicUrl}/v1/uploads/${ticket()}/${encodeURIComponent(fileName)}`,
      object_path: objectKey,
      expires_at: new Date(expiresAtSeconds * 1000).toISOString(),
    };
  },
});
