import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import { mintDownload } from "./owned-download.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { toWire } from "../operations/wire.ts";
import { answeredTimestamp, resourceId } from "../operations/schemas.ts";

export const itemsAssetDownload = defineOperation({
  id: "items.asset.download",
  summary: "Issue a short-lived signed download URL for an asset.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "AssetDownloadInput",
  input: z.strictObject({ item_id: resourceId, asset_id: resourceId }),
  outputName: null,
  output: z.object({
    url: z.string(),
    expires_at: answeredTimestamp,
    file_name: z.string(),
    media_type: z.string(),
    bytes: z.int(),
  }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(
    deps: Pick<Deps, "database" | "objectStore" | "config" | "clock">,
    input,
    { resources: { item }, publicUrl },
  ) {
    const assets = await listAssets(deps.database, item.id);
    const asset = assets.find(({ id }) => id === input.asset_id);
    if (asset === undefined) throw new ProblemError("not_found", "The item has no such asset.");
    return { ...(await mintDownload(deps, asset, publicUrl)), ...toWire(asset, ["media_type", "bytes"]) };
  },
});
