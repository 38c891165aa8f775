import { z } from "zod";
import { listAssets } from "../../storage/catalog/assets.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentAsset } from "./present-item.ts";
import { resourceId } from "../operations/schemas.ts";

export const itemsListAssets = defineOperation({
  id: "items.list_assets",
  summary: "List an item's assets (files).",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemAssetsInput",
  input: z.strictObject({ item_id: resourceId }),
  outputName: null,
  output: z.object({ assets: z.array(z.looseObject({ id: z.string(), key: z.string() })) }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    const assets = await listAssets(database, resources.item.id);
    return { assets: assets.map(presentAsset) };
  },
});
