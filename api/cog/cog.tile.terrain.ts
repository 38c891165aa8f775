import { z } from "zod";
import { profileStyle } from "../../core/styles/profile.ts";
import { TILE_SIZES } from "../../core/tiles/tile-format.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { answerTile, type TileAnswerDeps } from "../tiles/answer-tile.ts";
import { layerOf } from "../tiles/plan-layers.ts";
import { parseTileInput } from "../tiles/tile-input.ts";
import { aoi, fileUrl, sourceOf } from "./cog-fields.ts";
import { findFile, type FileDeps } from "./find-file.ts";
import { inRequestedArea } from "./requested-area.ts";

/** Sea level, as in Mapbox's own tiles: clients read a transparent pixel as -10,000 m. */
const NODATA_HEIGHT = 0;

export const cogTileTerrain = defineOperation({
  id: "cog.tile.terrain",
  summary: "Heights of a file's first band as a Mapbox Terrain-RGB tile (PNG), for raster-dem sources.",
  scope: "tiles:read",
  sideEffect: "read",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "CogTerrainInput",
  input: z.strictObject({
    url: fileUrl,
    z: z.int(),
    x: z.int(),
    y: z.int(),
    invert: z.boolean().default(false).meta({
      description: "Whether values are depths, which become heights below 0.",
    }),
    aoi,
    size: z.literal(TILE_SIZES).default(256),
  }),
  outputName: null,
  output: "binary",
  mediaTypes: ["image/png"],
  async run(deps: FileDeps & TileAnswerDeps, input, { principal, signal, trail }) {
    const spec = parseTileInput({ ...input, format: "png" });
    const file = await findFile(deps, input.url, principal);
    const algorithm = {
      name: "terrain-rgb",
      nodata_height: NODATA_HEIGHT,
      ...(input.invert ? { invert: true } : {}),
    };
    const style = profileStyle("singleband", { band: 1, algorithm }, file.asset.raster);
    const layers = inRequestedArea([layerOf(file.asset, style)], input.aoi);
    return await answerTile(deps, sourceOf(file, layers), spec, {
      ifNoneMatch: undefined,
      emptyAs: "tile",
      signal,
      trail,
    });
  },
});
