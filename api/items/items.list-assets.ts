import { z } from "zod";
import { listAssetPage } from "../../storage/catalog/assets.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentAsset } from "./present-item.ts";
import { nextOffset, nextOffsetOf, paging, resourceId } from "../operations/schemas.ts";

export const itemsListAssets = defineOperation({
  id: "items.list_assets",
  summary: "List an item's assets (files).",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemAssetsInput",
  input: z.strictObject({ item_id: resourceId, offset: paging.offset }),
  outputName: null,
  output: z.object({
    assets: z.array(z.looseObject({ id: z.string(), key: z.string() })),
    total: z.int(),
    next_offset: nextOffset,
  }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { assets, total } = await listAssetPage(database, resources.item.id, input.offset);
    const next_offset = nextOffsetOf(input, assets.length, total);
    return { assets: assets.map(presentAsset), total, next_offset };
  },
});
