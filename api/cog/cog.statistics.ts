import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { BINS_MAX, histogramSchema } from "../../core/rasters/histogram.ts";
import { clipPolygons } from "../../core/rasters/polygon-area.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { findBand } from "../../core/styles/expression.ts";
import { requestAreaStatistics, type AreaResult } from "../../queue/inspections.ts";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import type { Deps } from "../deps.ts";
import { readCalculation } from "../formulas/resolve-expression.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { jsonObject } from "../operations/schemas.ts";
import { STATISTICS_DEADLINE_MS } from "../tiles/items.tile.statistics.ts";
import { notPrepared } from "../tiles/tile-server.ts";
import { fileUrl } from "./cog-fields.ts";
import { findFile, type FileDeps } from "./find-file.ts";
import { readArea } from "./requested-area.ts";

/** Each of them is read from the file. */
const BANDS_MAX = 32;

const number = z.number().nullable();

export const cogStatistics = defineOperation({
  id: "cog.statistics",
  summary: "Statistics of each band of a file, or of a calculation, within a GeoJSON polygon.",
  scope: "tiles:read",
  sideEffect: "read",
  bearer: "required",
  body: BODY_LIMITS.item,
  inputName: "CogStatsInput",
  input: z.strictObject({
    url: fileUrl,
    geometry: jsonObject,
    expression: z.string().nullable().optional(),
    bands: z.string().nullable().optional(),
    percentiles: z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)]).default([2, 98]),
    bins: z.int().min(1).max(BINS_MAX).default(10),
  }),
  outputName: null,
  output: z.object({
    pixels: z.int(),
    reduction: z.number(),
    statistics: z.array(
      z.object({
        name: z.string(),
        description: z.string().nullable(),
        min: number,
        max: number,
        mean: number,
        std: number,
        median: number,
        count: z.int(),
        percentiles: z.record(z.string(), number),
        histogram: histogramSchema.nullable(),
      }),
    ),
  }),
  async run(deps: FileDeps & Pick<Deps, "jobs">, input, { principal }) {
    const polygons = readArea(input.geometry, "geometry");
    if (input.expression && input.bands) throw InputError.at("bands", "give either bands or expression");
    const file = await findFile(deps, input.url, principal);
    const { object_key: objectKey, version, raster, state } = file.asset;
    if (state !== "ready") throw notPrepared(state);
    const { organization_id: organizationId } = file.item;
    const expressions = input.expression
      ? [await readCalculation(deps.database, { organizationId, raster }, input.expression)]
      : bandsOf(input.bands, raster).map((band) => `b${band}`);
    // What lies outside holds no pixel, and may have no place in the file's projection.
    const reached = raster.footprint.flatMap((box) => clipPolygons(polygons, grown(box)));
    const task = {
      objectKey,
      version,
      expressions,
      polygons: reached.map((rings) =>
        rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])),
      ),
      percentiles: input.percentiles,
      bins: input.bins,
    };
    const result: AreaResult =
      reached.length === 0
        ? { ok: true, reduction: 1, pixels: 0, statistics: expressions.map(() => null) }
        : await requestAreaStatistics(deps.jobs, task, {
            organizationId,
            deadlineMs: STATISTICS_DEADLINE_MS,
          });
    if (!result.ok) throw new ProblemError("render_failed", result.message);
    const present = presenter(file.asset, input.percentiles);
    return {
      pixels: result.pixels,
      reduction: result.reduction,
      statistics: result.statistics.map((found, index) => present(expressions[index]!, found)),
    };
  },
});

/** By a part of its size, since a footprint is a box around places on the edge of the raster. */
function grown([west, south, east, north]: RasterInfo["footprint"][number]) {
  const [across, down] = [(east - west) / 50, (north - south) / 50];
  return [west - across, south - down, east + across, north + down] as const;
}

function bandsOf(text: string | null | undefined, { bands }: RasterInfo): number[] {
  const names = bands.map(({ description }) => description);
  const all = bands.flatMap(({ colorInterpretation }, index) =>
    colorInterpretation === "Alpha" && bands.length > 1 ? [] : [index + 1],
  );
  const chosen = text
    ? text.split(",").map((name) => {
        const plain = name.trim();
        const index = /^\d+$/.test(plain) ? Number(plain) : findBand(plain, names);
        if (index !== undefined && index >= 1 && index <= bands.length) return index;
        throw InputError.at(
          "bands",
          `names no band: ${plain.slice(0, 40)}; there are b1 to b${bands.length}`,
        );
      })
    : all;
  if (chosen.length <= BANDS_MAX) return chosen;
  throw InputError.at("bands", `is needed: a request calculates at most ${BANDS_MAX} bands`);
}

type Found = Extract<AreaResult, { ok: true }>["statistics"][number];

function presenter({ raster }: Pick<AssetRow, "raster">, [low, high]: readonly [number, number]) {
  return (name: string, found: Found) => {
    const [, band] = /^b(\d+)$/.exec(name) ?? [];
    const [atLow, atHigh] = found?.percentiles ?? [null, null];
    return {
      name,
      description: band === undefined ? null : (raster.bands[Number(band) - 1]?.description ?? null),
      min: found?.min ?? null,
      max: found?.max ?? null,
      mean: found?.mean ?? null,
      std: found?.standardDeviation ?? null,
      median: found?.median ?? null,
      count: found?.count ?? 0,
      percentiles: { [String(low)]: atLow, [String(high)]: atHigh },
      histogram: found?.histogram ?? null,
    };
  };
}
