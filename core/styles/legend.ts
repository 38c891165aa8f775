import { z } from "zod";
import type { RasterInfo } from "../rasters/raster-info.ts";
import type { RenderStyle } from "./render-style.ts";
import { bandOfRealValues } from "./unscale.ts";

const entry = z.object({
  /** The value, or where its range begins. */
  value: z.number(),
  /** Where the range ends; it is not part of it. */
  to: z.number().optional(),
  color: z.string(),
  label: z.string().optional().meta({ description: "The name of a class, where the file has one." }),
});

/** What the colours of a picture mean. */
export const legendSchema = z.object({
  kind: z.enum(["ramp", "classes", "rgb", "none"]).meta({
    description:
      "ramp: colours between the stops are mixed. classes: one colour for a value or a range. rgb: three bands in colour. none: the colours have no key.",
  }),
  /** What is drawn: the name of a band, or a calculation. */
  title: z.string(),
  unit: z.string().nullable(),
  stops: z
    .array(entry)
    .meta({ description: "Of a ramp or of classes, by value; colours are #rrggbb or #rrggbbaa." }),
  bands: z.array(
    z.object({
      channel: z.enum(["red", "green", "blue"]),
      name: z.string(),
      low: z.number(),
      high: z.number(),
    }),
  ),
  /** Whether the items of a collection have other keys: this one is of the topmost. */
  varies: z.boolean(),
});

/** See {@link legendSchema}. */
export type Legend = z.infer<typeof legendSchema>;

type Key = Pick<Legend, "kind"> & Partial<Legend>;

/** The key of a raster's colours in a style. */
export function legendOf(raster: RasterInfo, style: RenderStyle): Legend {
  const name = nameOf(raster, style);
  return { title: name, unit: null, stops: [], bands: [], varies: false, ...keyOf(raster, style) };
}

function keyOf(raster: RasterInfo, style: RenderStyle): Key {
  const { algorithm, color, rescale } = style;
  if (algorithm !== null && algorithm.name !== "slope" && algorithm.name !== "relief")
    return { kind: "none", title: algorithm.name };
  const unit = unitOf(raster, style);
  if (color === "palette") return paletteKey(raster, style);
  const [low, high] = rescale[0] ?? [0, 255];
  if (typeof color === "object") {
    switch (color.kind) {
      case "ramp":
        return {
          kind: "ramp",
          ...unit,
          stops: color.stops.map(([at, rgba]) => ({ value: low + at * (high - low), color: hex(rgba) })),
        };
      case "intervals":
        return {
          kind: "classes",
          ...unit,
          stops: color.intervals.map(([value, to, rgba]) => ({ value, to, color: hex(rgba) })),
        };
      case "classes":
        return {
          kind: "classes",
          ...unit,
          stops: color.classes.map(([value, rgba]) => ({
            value,
            color: hex(rgba),
            ...labelOf(raster, style, value),
          })),
        };
    }
  }
  const drawn = style.expressions ?? style.bands.map((band) => bandName(raster, band));
  if (drawn.length >= 3) return { kind: "rgb", bands: channelsOf(drawn, rescale) };
  const grey = [
    { value: low, color: "#000000" },
    { value: high, color: "#ffffff" },
  ];
  return { kind: "ramp", ...unit, stops: grey };
}

/** The classes of a palette that a sample of the file holds; photographs of 256 colours have no key. */
function paletteKey(raster: RasterInfo, style: RenderStyle): Key {
  const classes = raster.bands[(style.bands[0] ?? 1) - 1]?.classes ?? [];
  const stops = classes.flatMap(({ value, color, name }) =>
    color === undefined ? [] : [{ value, color, ...(name === undefined ? {} : { label: name }) }],
  );
  return stops.length === 0 ? { kind: "none" } : { kind: "classes", stops };
}

function labelOf(raster: RasterInfo, { bands: [band = 1] }: RenderStyle, value: number): { label?: string } {
  const name = raster.bands[band - 1]?.classes?.find((known) => known.value === value)?.name;
  return name === undefined ? {} : { label: name };
}

/** The unit of what is drawn: unknown of calculations. */
function unitOf(raster: RasterInfo, style: RenderStyle): Partial<Legend> {
  const {
    algorithm,
    expressions,
    bands: [band = 1],
  } = style;
  if (algorithm?.name === "slope") return { unit: "degrees", title: "slope" };
  if (bandOfRealValues(style, raster) !== undefined) return { unit: raster.bands[band - 1]?.unit ?? null };
  const { unit = null, scale = 1, offset = 0 } = raster.bands[band - 1] ?? {};
  // Stored numbers with a scale are not in that unit; reliefs are drawn in it.
  const isStored = scale !== 1 || offset !== 0;
  return expressions !== null || (isStored && algorithm === null) ? {} : { unit };
}

function channelsOf(names: readonly string[], rescale: RenderStyle["rescale"]): Legend["bands"] {
  return (["red", "green", "blue"] as const).map((channel, index) => {
    const [low, high] = rescale[index] ?? [0, 255];
    return { channel, name: names[index] ?? "", low, high };
  });
}

function nameOf(raster: RasterInfo, style: RenderStyle): string {
  const { bands } = style;
  const expressions = bandOfRealValues(style, raster) === undefined ? style.expressions : null;
  return (expressions ?? bands.map((band) => bandName(raster, band))).join(", ");
}

function bandName(raster: RasterInfo, band: number): string {
  return raster.bands[band - 1]?.description ?? `b${band}`;
}

function hex([red, green, blue, opacity]: readonly [number, number, number, number]): string {
  const shown = opacity === 255 ? [red, green, blue] : [red, green, blue, opacity];
  return `#${shown.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
