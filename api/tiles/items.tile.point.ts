import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { answerPoint, pointInput, pointOutput } from "./answer-point.ts";
import type { TileAnswerDeps } from "./answer-tile.ts";
import { itemLayers } from "./item-layers.ts";

export const itemsTilePoint = defineOperation({
  id: "items.tile.point",
  summary: "The values of an item under a point: its bands, or a calculation.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemPointInput",
  input: z.strictObject({
    item_id: resourceId,
    ...pointInput,
    profile: z.string().nullable().optional(),
    asset_key: z.string().nullable().optional(),
    expression: z.string().nullable().optional(),
    bands: z.string().nullable().optional(),
  }),
  outputName: "PointValues",
  output: pointOutput,
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(deps: TileAnswerDeps & Pick<Deps, "database">, input, { resources: { item }, signal }) {
    const layers = await itemLayers(deps.database, item, input);
    const source = { kind: "item", organizationId: item.organization_id, layers } as const;
    return await answerPoint(deps, { source, point: input, zoomMax: null }, signal);
  },
});
