import { z } from "zod";
import { faultText } from "../fault-text.ts";
import { COLOR_MAP_NAMES, colorMapStops, parseColor, type Rgba } from "./color-maps.ts";
import {
  bandsOf,
  ExpressionFault,
  findBand,
  formatExpression,
  parseExpression,
  type Expression,
} from "./expression.ts";
import type { RasterInfo } from "../rasters/raster-info.ts";
import { isScaled, realRange, realValue, withRealValues } from "./unscale.ts";
import {
  automaticStyle,
  choosesValues,
  RESAMPLINGS,
  stretchOf,
  type Algorithm,
  type RenderStyle,
} from "./render-style.ts";

/** The types of profiles. */
export const PROFILE_TYPES = ["rgb", "singleband", "multiband", "expression"] as const;

/** One of {@link PROFILE_TYPES}. */
export type ProfileType = (typeof PROFILE_TYPES)[number];

const band = z.union([z.int().min(1), z.string().min(1).max(200)]);
const colorText = /^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/;
const color = z.string().regex(colorText, "must be #rrggbb or #rrggbbaa");
const range = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low < high, { message: "must be [low, high] with low below high" });
const expression = z.string().min(1).max(1_000);

const colorMapName = z
  .string()
  .refine((name) => colorMapStops(name) !== undefined, {
    message: `must be one of ${COLOR_MAP_NAMES.join(", ")}, or one of them with _r`,
  })
  .meta({ description: `In any case, and reversed with _r: ${COLOR_MAP_NAMES.join(", ")}.` });
const classKey = /^-?\d+(\.\d+)?$/;

/** More classes than any land cover or soil map has; each one costs time wherever the style is read. */
export const CLASSES_MAX = 4_096;

const classes = z
  .record(z.string().regex(classKey, "must be a number"), color)
  .refine((map) => Object.keys(map).length <= CLASSES_MAX, { message: `at most ${CLASSES_MAX} classes` });

const colorMap = z.union([
  colorMapName,
  z.strictObject({
    stops: z
      .array(z.tuple([z.number(), color]))
      .min(2)
      .max(256),
  }),
  z.strictObject({
    intervals: z
      .array(z.tuple([z.number(), z.number(), color]))
      .min(1)
      .max(256),
  }),
  z.strictObject({ classes }),
]);

const light = {
  azimuth: z.number().min(0).max(360).default(315),
  altitude: z.number().min(0).max(90).default(45),
  z_factor: z.number().positive().max(1_000).default(1),
};

const encodedHeights = {
  invert: z.boolean().optional(),
  nodata_height: z.number().min(-10_000).max(10_000).optional(),
};

const algorithm = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("hillshade"), ...light }),
  z.strictObject({ name: z.literal("relief"), ...light }),
  z.strictObject({ name: z.literal("slope") }),
  z.strictObject({
    name: z.literal("contours"),
    interval: z.number().positive(),
    color: color.default("#5b4636"),
  }),
  z.strictObject({ name: z.literal("terrarium"), ...encodedHeights }),
  z.strictObject({ name: z.literal("terrain-rgb"), ...encodedHeights }),
]);

const common = {
  resampling: z.enum(RESAMPLINGS).optional(),
  nodata: z.union([z.number(), z.literal("nan")]).optional(),
  background: color.optional(),
  unscale: z.boolean().optional().meta({
    description:
      "Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values.",
  }),
};
const adjustments = {
  gamma: z.number().min(0.1).max(10).optional(),
  sigmoidal: z
    .strictObject({ contrast: z.number().min(0).max(50), middle: z.number().min(0).max(1).default(0.5) })
    .optional(),
  saturation: z.number().min(0).max(5).optional(),
};
const rescaleOne = z.union([z.literal("auto"), range]).optional();
const rescaleThree = z
  .union([z.literal("auto"), range, z.array(z.union([z.literal("auto"), range])).length(3)])
  .optional();

/**
 * The schema of a profile's `config` by the profile's type. It checks every config and is published in
 * OpenAPI.
 */
export const PROFILE_CONFIGS = {
  rgb: z.strictObject({
    bands: z.array(band).length(3).optional(),
    rescale: rescaleThree,
    ...adjustments,
    ...common,
  }),
  singleband: z.strictObject({
    band: band.default(1),
    rescale: rescaleOne,
    colormap: colorMap.optional(),
    algorithm: algorithm.optional(),
    ...adjustments,
    ...common,
  }),
  multiband: z.strictObject({
    expressions: z.array(expression).length(3),
    rescale: rescaleThree,
    ...adjustments,
    ...common,
  }),
  expression: z.strictObject({
    expression,
    rescale: rescaleOne,
    colormap: colorMap.optional(),
    ...adjustments,
    ...common,
  }),
} as const;

type Configs = { readonly [Type in ProfileType]: z.output<(typeof PROFILE_CONFIGS)[Type]> };
type Common = Configs["rgb" | "singleband" | "multiband" | "expression"];

/** A config that its schema allows but the raster does not: the field, and the reason. */
export class ProfileFault extends Error {
  override readonly name = "ProfileFault";
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

const WORDS = { error: faultText };

/** The range of normalized differences. */
const UNIT_RANGE: readonly [number, number] = [-1, 1];

/**
 * The style of a raster in a profile; throws a ZodError or a ProfileFault when the config does not fit. An
 * automatic stretch of a calculation must be numbers already: its values are known only after reading the
 * file.
 */
export function profileStyle(type: ProfileType, config: unknown, raster: RasterInfo): RenderStyle {
  switch (type) {
    case "rgb":
      return rgbStyle(PROFILE_CONFIGS.rgb.parse(config, WORDS), raster);
    case "singleband":
      return singlebandStyle(parseWithClasses(PROFILE_CONFIGS.singleband, config), raster);
    case "multiband": {
      const parsed = PROFILE_CONFIGS.multiband.parse(config, WORDS);
      const three = parsed.expressions.map((text, index) =>
        parseField(text, raster, `expressions.${index}`, parsed.unscale),
      );
      const rescale = spread(parsed.rescale).map((wanted): [number, number] =>
        Array.isArray(wanted) ? wanted : [0, 255],
      );
      return unblended({ ...expressionStyle(parsed, three), rescale }, raster);
    }
    case "expression": {
      const parsed = parseWithClasses(PROFILE_CONFIGS.expression, config);
      const one = parseField(parsed.expression, raster, "expression", parsed.unscale);
      const rescale = Array.isArray(parsed.rescale) ? parsed.rescale : UNIT_RANGE;
      const color = colorOf(parsed.colormap, rescale);
      return unblended({ ...expressionStyle(parsed, [one]), rescale: [[...rescale]], color }, raster);
    }
  }
}

type WithColorMap = Pick<Configs["singleband"], "colormap">;

/**
 * Parses a config. Classes are checked in a plain loop, tens of times faster than by the schema: links read
 * styles again every few seconds.
 */
function parseWithClasses<Config extends WithColorMap>(schema: z.ZodType<Config>, config: unknown): Config {
  const map = (config as { colormap?: unknown } | null)?.colormap;
  if (!isClassMap(map)) return schema.parse(config, WORDS);
  requireGoodClasses(map.classes);
  const parsed = schema.parse({ ...(config as object), colormap: { classes: {} } }, WORDS);
  return { ...parsed, colormap: map };
}

function isClassMap(map: unknown): map is { classes: Record<string, string> } {
  if (typeof map !== "object" || map === null || !("classes" in map) || Object.keys(map).length !== 1) {
    return false;
  }
  return typeof map.classes === "object" && map.classes !== null && !Array.isArray(map.classes);
}

function requireGoodClasses(entries: Readonly<Record<string, unknown>>): void {
  const keys = Object.keys(entries);
  if (keys.length > CLASSES_MAX) throw new ProfileFault(CLASSES, `must have at most ${CLASSES_MAX} classes`);
  for (const key of keys) {
    const text = entries[key];
    if (!classKey.test(key)) throw new ProfileFault(CLASSES, `has "${key.slice(0, 40)}", which is no number`);
    if (typeof text !== "string" || !colorText.test(text)) {
      throw new ProfileFault(CLASSES, `has no #rrggbb or #rrggbbaa for ${key.slice(0, 40)}`);
    }
  }
}

const CLASSES = "colormap.classes";

function rgbStyle(config: Configs["rgb"], raster: RasterInfo): RenderStyle {
  const automatic = automaticStyle(raster);
  const bands =
    config.bands?.map((name, index) => bandField(name, raster, `bands.${index}`)) ?? automatic.bands;
  const isReal = config.unscale === true && bands.some((index) => isScaled(index, raster));
  const asTheyAre =
    !isReal && automatic.rescale.every((stretch) => stretch === null) && automatic.color === "none";
  const rescale = spread(config.rescale).map((wanted, index) => {
    if (Array.isArray(wanted)) return wanted;
    const info = raster.bands[(bands[index] ?? 1) - 1];
    if (wanted === undefined && asTheyAre) return null;
    return isReal ? realRange(stretchOf(info), info) : stretchOf(info);
  });
  if (isReal) {
    const real = bands.map((index) => realValue(index, raster));
    return unblended({ ...expressionStyle(config, real), rescale: rescale.slice(0, bands.length) }, raster);
  }
  const style: RenderStyle = {
    ...base(config),
    bands,
    rescale: rescale.slice(0, bands.length),
    expressions: null,
    color: "none",
    algorithm: null,
  };
  return unblended(style, raster);
}

function singlebandStyle(config: Configs["singleband"], raster: RasterInfo): RenderStyle {
  const index = bandField(config.band, raster, "band");
  const info = raster.bands[index - 1];
  const algorithm = config.algorithm ? algorithmOf(config.algorithm) : null;
  const usesPalette = config.colormap === undefined && info?.hasPalette === true && algorithm === null;
  const isReal = config.unscale === true && algorithm === null && !usesPalette && isScaled(index, raster);
  const automatic = isReal ? realRange(stretchOf(info), info) : automaticRange(algorithm, info);
  const rescale = Array.isArray(config.rescale) ? config.rescale : automatic;
  const map = config.colormap ?? (algorithm?.name === "relief" ? RELIEF_COLORS : undefined);
  const color = usesPalette ? ("palette" as const) : colorOf(map, rescale);
  const drawn = isReal
    ? expressionStyle(config, [realValue(index, raster)])
    : { ...base(config), bands: [index], expressions: null, algorithm };
  return unblended({ ...drawn, rescale: [rescale], color }, raster);
}

/** Of a relief unless a config says otherwise. */
const RELIEF_COLORS = "dem";

/** What a band is stretched to: as it is stored, or in the unit of its algorithm. */
function automaticRange(algorithm: Algorithm | null, info: RasterInfo["bands"][number] | undefined) {
  const [low, high] = stretchOf(info);
  if (algorithm?.name === "slope") return [0, 90] satisfies [number, number];
  if (algorithm?.name !== "relief") return [low, high] satisfies [number, number];
  return realRange([low, high], info);
}

/** Rasters with a palette or drawn by classes are never blended, whatever resampling the config names. */
function unblended(style: RenderStyle, raster: RasterInfo): RenderStyle {
  const byClasses = typeof style.color === "object" && style.color.kind === "classes";
  const fromPalette = style.bands.some((index) => raster.bands[index - 1]?.hasPalette === true);
  if (!(byClasses || fromPalette) || choosesValues(style.resampling)) return style;
  return { ...style, resampling: "nearest" };
}

function expressionStyle(config: Common, expressions: readonly Expression[]): RenderStyle {
  const bands = [...new Set(expressions.flatMap(bandsOf))].sort((a, b) => a - b);
  return {
    ...base(config),
    bands: bands.length > 0 ? bands : [1],
    rescale: [],
    expressions: expressions.map(formatExpression),
    color: "none",
    algorithm: null,
  };
}

function base(config: Common): Pick<RenderStyle, "resampling" | "nodata" | "background" | "adjust"> {
  const [red, green, blue] = parseColor(config.background ?? "#ffffff")!;
  const { gamma, sigmoidal, saturation } = config;
  const adjusted = gamma !== undefined || sigmoidal !== undefined || saturation !== undefined;
  return {
    resampling: config.resampling ?? "bilinear",
    nodata: config.nodata ?? null,
    background: [red, green, blue],
    adjust: adjusted
      ? {
          gamma: gamma ?? 1,
          contrast: sigmoidal?.contrast ?? 0,
          middle: sigmoidal?.middle ?? 0.5,
          saturation: saturation ?? 1,
        }
      : null,
  };
}

function algorithmOf(config: z.output<typeof algorithm>): Algorithm {
  return config.name === "contours"
    ? { ...config, color: [...parseColor(config.color)!] as Rgba as never }
    : config;
}

function colorOf(
  map: z.output<typeof colorMap> | undefined,
  [low, high]: readonly [number, number],
): RenderStyle["color"] {
  if (map === undefined) return "none";
  const rgba = (text: string) => [...parseColor(text)!] as [number, number, number, number];
  if (typeof map === "string") {
    return {
      kind: "ramp",
      stops: colorMapStops(map)!.map(([at, stop]) => [at, [...stop] as [number, number, number, number]]),
    };
  }
  if ("stops" in map) {
    const stops = map.stops.map(([value, text]): [number, [number, number, number, number]] => [
      (value - low) / (high - low),
      rgba(text),
    ]);
    return { kind: "ramp", stops: stops.sort(([a], [b]) => a - b) };
  }
  if ("intervals" in map) {
    return { kind: "intervals", intervals: map.intervals.map(([from, to, text]) => [from, to, rgba(text)]) };
  }
  return {
    kind: "classes",
    classes: Object.entries(map.classes).map(([value, text]) => [Number(value), rgba(text)]),
  };
}

/** The stretch of each of three bands; undefined where the config says nothing. */
function spread(rescale: Configs["rgb"]["rescale"]): ("auto" | [number, number] | undefined)[] {
  if (rescale === undefined || rescale === "auto") return [rescale, rescale, rescale];
  return isRange(rescale) ? [rescale, rescale, rescale] : rescale;
}

function isRange(rescale: readonly unknown[]): rescale is [number, number] {
  return typeof rescale[0] === "number";
}

function parseField(text: string, raster: RasterInfo, path: string, unscale = false): Expression {
  const names = raster.bands.map(({ description }) => description);
  try {
    const parsed = parseExpression(text, names);
    if (!unscale) return parsed;
    return parseExpression(formatExpression(withRealValues(parsed, raster)), names);
  } catch (error) {
    if (error instanceof ExpressionFault) throw new ProfileFault(path, error.message);
    throw error;
  }
}

function bandField(name: string | number, raster: RasterInfo, path: string): number {
  const index =
    typeof name === "number"
      ? name
      : findBand(
          name,
          raster.bands.map(({ description }) => description),
        );
  if (index !== undefined && index <= raster.bands.length) return index;
  throw new ProfileFault(path, `names no band: ${name}; there are b1 to b${raster.bands.length}`);
}
