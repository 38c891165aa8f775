import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { profileConfig, resourceId } from "../operations/schemas.ts";
import { InputError } from "../../core/errors.ts";
import { PROFILE_TYPES } from "../../core/styles/profile.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { draftLayer } from "./draft-layer.ts";
import { answerPicture, pictureInput } from "./answer-picture.ts";
import type { TileAnswerDeps } from "./answer-tile.ts";
import { itemLayers } from "./item-layers.ts";

export const itemsThumbnail = defineOperation({
  id: "items.thumbnail",
  summary: "A picture of a whole item, at most as large as requested; free, as all tiles of owners are.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  body: BODY_LIMITS.profile,
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
    type: z.enum(PROFILE_TYPES).nullable().optional().meta({
      description: "With `config`: how a profile looks before it is saved.",
    }),
    config: profileConfig.optional(),
  }),
  outputName: null,
  output: "binary",
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(deps: TileAnswerDeps & Pick<Deps, "database" | "jobs">, input, { resources: { item }, signal }) {
    const { type, config, asset_key = null } = input;
    if ((type == null) !== (config === undefined)) throw InputError.at("config", "goes with type");
    const layers =
      type == null || config === undefined
        ? await itemLayers(deps.database, item, input)
        : [await draftLayer(deps, item, { type, config, asset_key })];
    const source = { kind: "item", organizationId: item.organization_id, layers, itemId: item.id } as const;
    return await answerPicture(deps, source, input, { ifNoneMatch: undefined, signal });
  },
});
