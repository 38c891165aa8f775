import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { stacItem } from "../../core/rasters/stac-item.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import { STAC_SOURCE_FIELDS } from "./stac-source-fields.ts";
import { mintDownload } from "./owned-download.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { toWire } from "../operations/wire.ts";
import { resourceId } from "../operations/schemas.ts";

export const itemsGetStac = defineOperation({
  id: "items.get_stac",
  summary: "The item as a STAC 1.0.0 Feature.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemStacInput",
  input: z.strictObject({
    item_id: resourceId,
    /** The origin of the URLs in the answer, where it is not the one of this server. */
    base_url: z.string().nullable().optional(),
  }),
  outputName: null,
  output: z.looseObject({
    type: z.literal("Feature"),
    stac_version: z.literal("1.0.0"),
    id: z.string(),
    properties: z.record(z.string(), z.unknown()),
    links: z.array(z.record(z.string(), z.unknown())),
    /** URLs of files work by themselves for five minutes. */
    assets: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(
    deps: Pick<Deps, "database" | "objectStore" | "config" | "clock">,
    input,
    { resources: { item }, publicUrl },
  ) {
    const base = input.base_url || publicUrl;
    if (!/^https?:\/\/[^\s<>"]+$/.test(base)) {
      throw InputError.at("base_url", "must be an http or https URL");
    }
    const origin = base.replace(/\/+$/, "");
    const assets = await listAssets(deps.database, item.id);
    const described = await Promise.all(
      assets.map(async (asset) => ({ ...asset, href: (await mintDownload(deps, asset, origin)).url })),
    );
    const source = toWire(item, STAC_SOURCE_FIELDS);
    // Operations are called with POST; the STAC API specification describes its own POST links in this way.
    const self = {
      rel: "self",
      href: `${origin}/v1/items/get_stac`,
      type: "application/geo+json",
      method: "POST",
      body: { item_id: item.id },
    } as const;
    return stacItem(source, described, { links: [self] });
  },
});
