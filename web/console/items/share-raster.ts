import type { Answer, Failure } from "../../client/ask-json.ts";
import type { Call } from "../owner-context.ts";
import type { Ingest } from "../owned.ts";
import { contentTypeOf, putFile } from "./upload-file.ts";

/** How far a raster is on its way to the map. */
export type Progress =
  | { readonly step: "uploading" | "preparing"; readonly percent: number }
  | { readonly step: "checking" }
  | { readonly step: "ready"; readonly itemId: string }
  | { readonly step: "failed"; readonly reason: string };

interface Way {
  readonly call: Call;
  readonly describe: (failure: Failure) => string;
  readonly onProgress: (progress: Progress) => void;
}

const LOOK_EVERY_MS = 1_000;

/** Where a raster goes: an item of its own, or the place of the file that an item draws. */
export interface Destination {
  readonly project_id: string;
  readonly replaces_item_id?: string;
}

/** Uploads the files of one raster and follows its preparation; resolves when it is ready or has failed. */
export async function shareRaster(destination: Destination, files: readonly File[], way: Way): Promise<void> {
  const { call, describe, onProgress } = way;
  const fail = (failure: Failure) => onProgress({ step: "failed", reason: describe(failure) });
  const total = files.reduce((sum, { size }) => sum + size, 0);
  onProgress({ step: "uploading", percent: 0 });
  const opened = await call<{ id: string }>("uploads.initiate", {
    ...destination,
    file_count: files.length,
    total_bytes: total,
  });
  if (!opened.ok) return fail(opened);
  const upload_id = opened.value.id;
  let before = 0;
  for (const file of files) {
    const sent = await send(call, upload_id, file, (bytes) =>
      onProgress({ step: "uploading", percent: percentOf(before + bytes, total) }),
    );
    if (!sent.ok) return fail(sent);
    before += file.size;
  }
  onProgress({ step: "checking" });
  const completed = await call<{ item_id: string }>("uploads.complete", { upload_id });
  if (!completed.ok) return fail(completed);
  await follow(completed.value.item_id, way);
}

async function send(
  call: Call,
  upload_id: string,
  file: File,
  onSent: (bytes: number) => void,
): Promise<Answer<undefined>> {
  const content_type = contentTypeOf(file);
  const address = await call<{ upload_url: string }>("uploads.signed_url", {
    upload_id,
    file_name: file.name,
    content_type,
  });
  if (!address.ok) return address;
  const status = await putFile(address.value.upload_url, file, onSent);
  return status >= 200 && status < 300 ? { ok: true, value: undefined } : { ok: false, status };
}

async function follow(item_id: string, { call, describe, onProgress }: Way): Promise<void> {
  for (;;) {
    const answer = await call<{ item: { ingest: Ingest | null } }>("items.get", { item_id });
    if (!answer.ok && answer.status !== 0 && answer.status !== 503) {
      return onProgress({ step: "failed", reason: describe(answer) });
    }
    const ingest = answer.ok ? answer.value.item.ingest : undefined;
    if (ingest === null || ingest?.state === "ready") return onProgress({ step: "ready", itemId: item_id });
    if (ingest?.state === "failed" || ingest?.state === "cancelled") {
      return onProgress({ step: "failed", reason: ingest.message ?? ingest.state });
    }
    if (ingest !== undefined) onProgress({ step: "preparing", percent: ingest.percent });
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((100 * part) / whole);
}
