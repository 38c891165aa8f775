import { z } from "zod";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { answerTile, type TileAnswerDeps } from "../tiles/answer-tile.ts";
import { parseTileInput } from "../tiles/tile-input.ts";
import { aoi, fileUrl, layerOfFile, sourceOf } from "./cog-fields.ts";
import { findFile, type FileDeps } from "./find-file.ts";
import { inRequestedArea } from "./requested-area.ts";

export const cogTileRender = defineOperation({
  id: "cog.tile.render",
  summary:
    "Render one XYZ tile of a file of this service by its address, in bands, a calculation or an area.",
  scope: "tiles:read",
  sideEffect: "read",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "CogTileInput",
  input: z.strictObject({
    url: fileUrl,
    z: z.int(),
    x: z.int(),
    y: z.int(),
    format: z.string(),
    bands: z.string().nullable().optional(),
    expression: z.string().nullable().optional(),
    rescale: z.string().nullable().optional(),
    colormap: z.string().nullable().optional(),
    quality: z.int().min(1).max(100).default(85),
    aoi,
  }),
  outputName: null,
  output: "binary",
  async run(deps: FileDeps & TileAnswerDeps, input, { principal, signal, trail }) {
    const spec = parseTileInput(input);
    const file = await findFile(deps, input.url, principal);
    const layers = inRequestedArea([await layerOfFile(deps, file, input)], input.aoi);
    return await answerTile(deps, sourceOf(file, layers), spec, {
      ifNoneMatch: undefined,
      emptyAs: "tile",
      signal,
      trail,
    });
  },
});
