import { Readable } from "node:stream";
import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { EXPORT_FORMATS } from "../../core/billing/export-formats.ts";
import { listExportFiles } from "../../storage/billing/billing-exports.ts";
import { exportObjectKey, MANIFEST_NAME } from "../../storage/billing/export-objects.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

export const billingExportsDownload = defineOperation({
  id: "billing.exports.download",
  summary:
    "A file of a completed export, by the name its manifest gives; without a name the manifest itself.",
  scope: "billing:read",
  sideEffect: "export",
  bearer: "required",
  inputName: "BillingExportsDownload",
  input: z.strictObject({ export_id: resourceId, file: z.string().default(MANIFEST_NAME) }),
  outputName: null,
  output: "binary",
  mediaTypes: ["application/json", ...Object.values(EXPORT_FORMATS).map(({ contentType }) => contentType)],
  resources: { export: { kind: "billing_export", role: "viewer", field: "export_id" } },
  async run({ database, objectStore }: Pick<Deps, "database" | "objectStore">, { file }, { resources }) {
    const { id, status, format } = resources.export;
    if (status !== "completed") throw new ProblemError("conflict", "The export is not completed yet.");
    const isManifest = file === MANIFEST_NAME;
    const files = await listExportFiles(database, id);
    const found = files.find(({ name }) => name === file);
    const stream =
      isManifest || found !== undefined ? await objectStore.getStream(exportObjectKey(id, file)) : undefined;
    if (stream === undefined) throw new ProblemError("not_found", "No such file; see the manifest.");
    return {
      status: 200,
      headers: {
        "content-type": isManifest ? "application/json" : EXPORT_FORMATS[format].contentType,
        "content-disposition": `attachment; filename="${file}"`,
        ...(found === undefined ? {} : { "content-length": String(found.bytes) }),
      },
      body: Readable.from(stream, { objectMode: false }),
    };
  },
});
