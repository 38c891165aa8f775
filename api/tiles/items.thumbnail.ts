import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { answerPicture, pictureInput } from "./answer-picture.ts";
import type { TileAnswerDeps } from "./answer-tile.ts";
import { itemLayers } from "./item-layers.ts";

export const itemsThumbnail = defineOperation({
  id: "items.thumbnail",
  summary: "A picture of a whole item, at most as large as requested; free, as all tiles of owners are.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemThumbnailInput",
  input: z.strictObject({
    item_id: resourceId,
    asset_key: z.string().nullable().optional(),
    ...pictureInput,
    /** In place of a profile, as in items.tile.render: how a style looks before it is saved. */
    expression: z.string().nullable().optional(),
    bands: z.string().nullable().optional(),
    rescale: z.string().nullable().optional(),
    colormap: z.string().nullable().optional(),
  }),
  outputName: null,
  output: "binary",
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(deps: TileAnswerDeps & Pick<Deps, "database">, input, { resources: { item }, signal }) {
    const layers = await itemLayers(deps.database, item, input);
    const source = { kind: "item", organizationId: item.organization_id, layers, itemId: item.id } as const;
    return await answerPicture(deps, source, input, { ifNoneMatch: undefined, signal });
  },
});
