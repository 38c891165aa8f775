import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { answerTile, type TileAnswerDeps } from "./answer-tile.ts";
import { itemLayers } from "./item-layers.ts";
import { parseTileInput, tileAddressInput } from "./tile-input.ts";

export const itemsTileWmtsGetTile = defineOperation({
  id: "items.tile.wmts_get_tile",
  summary: "One tile of an item as WMTS names it (WebMercatorQuad), as PNG.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemWmtsGetTileInput",
  input: z.strictObject({
    item_id: resourceId,
    ...tileAddressInput,
    profile: z.string().nullable().optional(),
  }),
  outputName: null,
  output: "binary",
  mediaTypes: ["image/png"],
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(deps: Pick<Deps, "database"> & TileAnswerDeps, input, { resources: { item }, signal, trail }) {
    const spec = parseTileInput({ ...input, format: "png" });
    const layers = await itemLayers(deps.database, item, { profile: input.profile });
    const source = { kind: "item", organizationId: item.organization_id, layers, itemId: item.id } as const;
    return await answerTile(deps, source, spec, { ifNoneMatch: undefined, emptyAs: "tile", signal, trail });
  },
});
