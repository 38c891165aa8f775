import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { VISUALIZATION_KINDS, visualizationsFor } from "../../core/styles/visualizations.ts";
import { listBandFormulas } from "../../storage/catalog/band-formulas.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { text } from "../operations/schemas.ts";

/** What the values of a file can be called when they are heights. */
const HEIGHTS = /^(elevation|dem|dtm|dsm|heights?|terrain|bathymetry)$/i;

/** More bands than that no sensor has. */
const ROLES_MAX = 256;

export const visualizationListFor = defineOperation({
  id: "visualization.list_for",
  summary:
    "The ways to draw a file of which the bands are known: composites, indices, heights, single bands.",
  scope: "tiles:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "VisualizationListInput",
  input: z.strictObject({
    band_roles: z.record(text(1, 100), z.int().min(1).max(65_535)).optional(),
    data_type: text(0, 100).default("raster"),
    render_params: z
      .looseObject({
        rescale: text(0, 200).nullable().optional(),
        colormap: text(0, 100).nullable().optional(),
      })
      .optional(),
    asset: text(0, 100).nullable().optional(),
  }),
  outputName: "VisualizationListOutput",
  output: z.object({
    visualizations: z
      .array(
        z.object({
          id: z.string(),
          label: z.string(),
          kind: z.enum(VISUALIZATION_KINDS),
          asset: z.string().nullable().optional(),
          bands: z.array(z.int()).nullable().optional(),
          expression: z.string().nullable().optional(),
          colormap: z.string().nullable().optional(),
          rescale: z.string().nullable().optional(),
          is_default: z.boolean().default(false),
          category: z.string().nullable().optional(),
          description: z.string().default(""),
        }),
      )
      .optional(),
    default_id: z.string().default(""),
  }),
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const { band_roles: bandRoles = {}, render_params: params = {}, data_type: type } = input;
    if (Object.keys(bandRoles).length > ROLES_MAX) {
      throw InputError.at("band_roles", `must have at most ${ROLES_MAX} bands`);
    }
    const formulas = await listBandFormulas(database, principal.organizationId, null);
    const visualizations = visualizationsFor(
      {
        bandRoles,
        holdsHeights: HEIGHTS.test(type) || Object.keys(bandRoles).some((role) => HEIGHTS.test(role)),
        rescale: params.rescale ?? null,
        colormap: params.colormap ?? null,
        asset: input.asset ?? null,
      },
      formulas,
    );
    return { visualizations, default_id: visualizations[0]?.id ?? "" };
  },
});
