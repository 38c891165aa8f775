import { z } from "zod";
import { QUALITY_DEFAULT } from "../../core/tiles/tile-format.ts";
import type { Deps } from "../deps.ts";
import { formatInput, parseTileInput, tileAddressInput } from "./tile-input.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { itemLayers } from "./item-layers.ts";
import { answerTile, type TileAnswerDeps } from "./answer-tile.ts";

export const itemsTileRender = defineOperation({
  id: "items.tile.render",
  summary: "Render one XYZ tile of an item the caller may read (owner side, same pipeline).",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemTileRenderInput",
  input: z.strictObject({
    item_id: resourceId,
    ...tileAddressInput,
    format: formatInput.default("webp"),
    profile: z.string().nullable().optional(),
    asset_key: z.string().nullable().optional(),
    expression: z.string().nullable().optional(),
    bands: z.string().nullable().optional(),
    rescale: z.string().nullable().optional(),
    colormap: z.string().nullable().optional(),
    /** Of formats with loss, on one scale for all. */
    quality: z.int().min(1).max(100).default(QUALITY_DEFAULT),
  }),
  outputName: null,
  output: "binary",
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(deps: Pick<Deps, "database"> & TileAnswerDeps, input, { resources: { item }, signal, trail }) {
    const spec = parseTileInput(input);
    const layers = await itemLayers(deps.database, item, input);
    const source = { kind: "item", organizationId: item.organization_id, layers, itemId: item.id } as const;
    return await answerTile(deps, source, spec, { ifNoneMatch: undefined, emptyAs: "tile", signal, trail });
  },
});
