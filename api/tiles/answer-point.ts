import { z } from "zod";
import { dataLayers, dataLayoutOf } from "../../core/tiles/data-tile/layout.ts";
import { npyPixel } from "../../core/tiles/data-tile/read-npy.ts";
import { pointInTile } from "../../core/tiles/point.ts";
import type { CallContext } from "../operations/call.ts";
import { distributionSchema, distributionsOf } from "./distributions.ts";
import { answerTile, type TileAnswerDeps, type TileSource } from "./answer-tile.ts";

/** The inputs of a point. */
export const pointInput = {
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
};

/** What is found at a point. */
export const pointOutput = z.object({
  lon: z.number(),
  lat: z.number(),
  has_data: z.boolean(),
  /** The bands or calculations of the profile, and every band where there is no profile. */
  values: z.array(
    z.object({
      name: z.string(),
      /** As stored; null without data. */
      value: z.number().nullable(),
      /** `degrees` of slopes; null where the file does not say. */
      unit: z.string().nullable(),
      scale: z.number(),
      offset: z.number(),
      distribution: distributionSchema.nullable().optional().meta({
        description:
          "How often values of the band occur in the whole file, in bins of equal width; null where that is not known.",
      }),
    }),
  ),
});

/** A point of a link or an item. */
interface PointRequest {
  readonly source: TileSource;
  readonly point: z.output<z.ZodObject<typeof pointInput>>;
  /** The deepest zoom that is given; null: all. */
  readonly zoomMax: number | null;
}

/**
 * The values at a point. They are read from a tile of values, which has the rights, the fairness, the limits
 * and the price of any such tile.
 */
export async function answerPoint(
  deps: TileAnswerDeps,
  { source, point: { lon, lat }, zoomMax }: PointRequest,
  signal: CallContext["signal"],
): Promise<z.input<typeof pointOutput>> {
  const layers = source.kind === "link" ? source.shared.layers : source.layers;
  const place = pointInTile(layers, [lon, lat], zoomMax);
  const nothing = { lon, lat, has_data: false, values: [] };
  if (place === undefined) return nothing;
  const drawn: TileSource =
    source.kind === "link"
      ? { ...source, shared: { ...source.shared, layers: place.layers } }
      : { ...source, layers: place.layers };
  const answer = await answerTile(deps, drawn, place.spec, {
    ifNoneMatch: undefined,
    emptyAs: "204",
    signal,
  });
  const [top] = dataLayers(place.layers);
  if (top === undefined) return nothing;
  const { bands } = dataLayoutOf(top);
  const found = Buffer.isBuffer(answer.body) ? npyPixel(answer.body, place.column, place.row) : [];
  const hasData = (found.at(-1) ?? 0) > 0;
  const distributions = hasData ? await distributionsOf(deps, top) : [];
  const names = top.style.expressions ?? top.style.bands.map((band) => `b${band}`);
  return {
    lon,
    lat,
    has_data: hasData,
    values: bands.map(({ description, scale, offset }, index) => {
      const value = found[index];
      const isNumber = hasData && value !== undefined && Number.isFinite(value);
      return {
        name: description ?? names[index] ?? `b${index + 1}`,
        value: isNumber ? value : null,
        unit: top.style.algorithm?.name === "slope" ? "degrees" : null,
        scale,
        offset,
        distribution: distributions[index] ?? null,
      };
    }),
  };
}
