import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { tileExtent } from "../../core/tiles/tile-extent.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { itemLayers } from "./item-layers.ts";
import { itemTileTemplate } from "./item-tile-url.ts";

export const itemsTileTilejson = defineOperation({
  id: "items.tile.tilejson",
  summary: "TileJSON for an item the caller may read.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemTilejsonInput",
  input: z.strictObject({
    item_id: resourceId,
    profile: z.string().nullable().optional(),
    asset_key: z.string().nullable().optional(),
  }),
  outputName: null,
  output: z.looseObject({ tilejson: z.literal("3.0.0"), tiles: z.array(z.string()) }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources: { item }, publicUrl }) {
    const layers = await itemLayers(database, item, input);
    const extent = tileExtent(layers.map((layer) => layer.raster));
    if (extent === undefined) throw new ProblemError("not_found", "The item has no raster to show.");
    return {
      tilejson: "3.0.0",
      name: item.name,
      ...(item.description === null ? {} : { description: item.description }),
      scheme: "xyz",
      // URLs are logged and shared, so the key is not in them: clients send it as X-API-Key or Authorization.
      tiles: [itemTileTemplate(publicUrl, item.id, { ...input, key: "" }, "{z}/{x}/{y}.webp")],
      ...extent,
      tile_size: 256,
    };
  },
});
