import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { itemLayers } from "./item-layers.ts";
import { legendOfLayers } from "./legend-of-layers.ts";
import { legendOutput, presentLegend } from "./share.legend.ts";

export const itemsTileLegend = defineOperation({
  id: "items.tile.legend",
  summary: "What the colours of an item's tiles mean: values and colours, and a picture.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemLegendInput",
  input: z.strictObject({
    item_id: resourceId,
    profile: z.string().nullable().optional(),
    asset_key: z.string().nullable().optional(),
  }),
  outputName: "Legend",
  output: legendOutput,
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources: { item } }) {
    return presentLegend(legendOfLayers(await itemLayers(database, item, input)));
  },
});
