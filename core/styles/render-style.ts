import { z } from "zod";
import type { RasterInfo } from "../rasters/raster-info.ts";
import { inkStyle } from "./color-spaces.ts";

/**
 * Part of every tile key. Raise it whenever the renderer draws other pixels for the same style and source.
 */
export const RENDERER_VERSION = 5;

/** How source pixels are combined into one. Class rasters and palettes are never blended. */
export const RESAMPLINGS = ["nearest", "bilinear", "cubic", "mode"] as const;

/** One of {@link RESAMPLINGS}. */
export type Resampling = (typeof RESAMPLINGS)[number];

/** Whether a pixel takes one source value, the nearest or the most frequent one, instead of a mixture. */
export function choosesValues(resampling: Resampling): boolean {
  return resampling === "nearest" || resampling === "mode";
}

const rangeSchema = z.tuple([z.number(), z.number()]);
const byteSchema = z.int().min(0).max(255);

const rgbaSchema = z.tuple([byteSchema, byteSchema, byteSchema, byteSchema]);

/** How values become colours. */
const colorSchema = z.union([
  /** One value as grey, or three as red, green and blue. */
  z.literal("none"),
  /** By the band's own colour table. */
  z.literal("palette"),
  /** Interpolated between colours at ascending positions from 0 to 1 of the stretched value. */
  z.object({ kind: z.literal("ramp"), stops: z.array(z.tuple([z.number(), rgbaSchema])) }),
  /** One colour from a value (inclusive) to another (exclusive); transparent elsewhere. */
  z.object({
    kind: z.literal("intervals"),
    intervals: z.array(z.tuple([z.number(), z.number(), rgbaSchema])),
  }),
  /** One colour for exactly one value; transparent for others. */
  z.object({ kind: z.literal("classes"), classes: z.array(z.tuple([z.number(), rgbaSchema])) }),
]);

const adjustSchema = z.object({
  gamma: z.number(),
  /** Sigmoidal contrast around a middle from 0 to 1; 0 changes nothing. */
  contrast: z.number(),
  middle: z.number(),
  /** 0 is grey, 1 changes nothing. */
  saturation: z.number(),
});

const encodedHeights = {
  /** Depths, which grow downwards, become heights below 0. */
  invert: z.boolean().optional(),
  /** The height of pixels without data, which are then opaque; absent: they are transparent. */
  nodata_height: z.number().optional(),
};

/** What is drawn in place of heights. Angles are in degrees, heights in the raster's unit. */
export const algorithmSchema = z.discriminatedUnion("name", [
  z.object({ name: z.literal("hillshade"), azimuth: z.number(), altitude: z.number(), z_factor: z.number() }),
  /** The colours of heights, in the light of a hillshade. */
  z.object({ name: z.literal("relief"), azimuth: z.number(), altitude: z.number(), z_factor: z.number() }),
  z.object({ name: z.literal("slope") }),
  z.object({ name: z.literal("contours"), interval: z.number(), color: rgbaSchema }),
  z.object({ name: z.literal("terrarium"), ...encodedHeights }),
  z.object({ name: z.literal("terrain-rgb"), ...encodedHeights }),
]);

/** See {@link algorithmSchema}. */
export type Algorithm = z.infer<typeof algorithmSchema>;

/**
 * Everything besides the source that decides a tile's pixels: plain JSON with all defaults resolved. Bands
 * count from 1.
 */
export const renderStyleSchema = z.object({
  /**
   * The bands to read: one drawn in grey or colours, three drawn as red, green and blue, or those of the
   * expressions.
   */
  bands: z.array(z.int().min(1)).min(1),
  /** One or three calculations over bands by index, drawn in place of the bands. */
  expressions: z.array(z.string()).nullable(),
  /** The values drawn as 0 and 255, per band; null when values are bytes already. */
  rescale: z.array(rangeSchema.nullable()),
  color: colorSchema,
  adjust: adjustSchema.nullable(),
  algorithm: algorithmSchema.nullable(),
  resampling: z.enum(RESAMPLINGS),
  /** Overrides the file's nodata value; null keeps it. */
  nodata: z.number().or(z.literal("nan")).nullable(),
  /** Red, green and blue of transparent pixels in formats without transparency. */
  background: z.tuple([byteSchema, byteSchema, byteSchema]),
  /** Boxes in degrees outside which nothing is drawn: the area of a link. */
  clip: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).optional(),
  /** Polygons in degrees outside which nothing is drawn: the area of a request. */
  within: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))).optional(),
});

/** See {@link renderStyleSchema}. */
export type RenderStyle = z.infer<typeof renderStyleSchema>;

/** Heights that are encoded as colours. */
export type EncodedHeights = Extract<Algorithm, { name: "terrarium" | "terrain-rgb" }>;

/** The encoding of heights in a style, if it has one. */
export function encodedHeightsOf({ algorithm }: Pick<RenderStyle, "algorithm">): EncodedHeights | undefined {
  return algorithm?.name === "terrarium" || algorithm?.name === "terrain-rgb" ? algorithm : undefined;
}

/** Red, green and blue of a height in metres. */
export function encodeHeight({ name, invert }: EncodedHeights, height: number): [number, number, number] {
  const meters = invert === true ? -height : height;
  const exact = name === "terrarium" ? (meters + 32_768) * 256 : (meters + 10_000) * 10;
  const number = Math.max(0, Math.min(0xff_ff_ff, Math.round(exact)));
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** The colour of pixels without data where a style has encoded heights there; undefined elsewhere. */
export function colorWithoutData(
  style: Pick<RenderStyle, "algorithm">,
): [number, number, number] | undefined {
  const heights = encodedHeightsOf(style);
  if (heights?.nodata_height === undefined) return undefined;
  return encodeHeight({ name: heights.name }, heights.nodata_height);
}

/** Whether a style's colours stand for classes or numbers, which a lossy format would falsify. */
export function isExact({ color, algorithm, resampling }: RenderStyle): boolean {
  if (encodedHeightsOf({ algorithm }) !== undefined) return true;
  const isClasses = typeof color === "object" && color.kind !== "ramp";
  return color === "palette" || isClasses || choosesValues(resampling);
}

/** White, the colour of transparent pixels unless a style names another. */
export const DEFAULT_BACKGROUND: RenderStyle["background"] = [255, 255, 255];

type Band = RasterInfo["bands"][number];

/**
 * The style of a raster without a profile: visual bands unchanged, everything else stretched from p2 to p98.
 */
export function automaticStyle(info: RasterInfo): RenderStyle {
  const common = {
    nodata: null,
    background: DEFAULT_BACKGROUND,
    expressions: null,
    adjust: null,
    algorithm: null,
  } as const;
  if (info.bands[0]?.hasPalette === true) {
    return { bands: [1], rescale: [null], color: "palette", resampling: "nearest", ...common };
  }
  const inks = inkStyle(info);
  if (inks) {
    return { ...common, ...inks, rescale: [null, null, null], color: "none", resampling: "bilinear" };
  }
  const bands = automaticBands(info.bands);
  const drawn = bands.map((index) => info.bands[index - 1]);
  const visual =
    bands.length === 3 && drawn.every((band) => band?.dataType === "Byte") && isVisual(info, bands);
  const rescale = drawn.map((band) => (visual ? null : stretchOf(band)));
  return { bands, rescale, color: "none", resampling: "bilinear", ...common };
}

/** A style as one deterministic string for tile keys; equal strings mean equal pixels for equal sources. */
export function canonicalStyle(style: RenderStyle): string {
  return `r${RENDERER_VERSION}:${JSON.stringify(sortKeys(style))}`;
}

/**
 * Red, green and blue by interpretation, else by description, else the first three bands; one band where
 * there are fewer.
 */
export function automaticBands(bands: readonly Band[]): number[] {
  for (const rule of VISUAL_RULES) {
    const found = rule.map((matches) => bands.findIndex(matches) + 1);
    if (found.every((index) => index > 0)) return found;
  }
  // Of complex numbers, which have a magnitude and a phase each, the magnitudes are a picture.
  const isComplex = bands.some(describedAs(/\bmagnitude$/));
  const isDrawn = (band: Band) =>
    band.colorInterpretation !== "Alpha" && !(isComplex && describedAs(/\bphase$/)(band));
  const drawable = bands.flatMap((band, index) => (isDrawn(band) ? [index + 1] : []));
  return drawable.length >= 3 ? drawable.slice(0, 3) : [drawable[0] ?? 1];
}

const interpretedAs = (name: string) => (band: Band) => band.colorInterpretation === name;
const describedAs = (pattern: RegExp) => (band: Band) => pattern.test(band.description?.trim() ?? "");

const VISUAL_RULES: readonly ((band: Band) => boolean)[][] = [
  [interpretedAs("Red"), interpretedAs("Green"), interpretedAs("Blue")],
  [describedAs(/^red\b/i), describedAs(/^green\b/i), describedAs(/^blue\b/i)],
  [describedAs(/^b0?4\b/i), describedAs(/^b0?3\b/i), describedAs(/^b0?2\b/i)],
];

/**
 * Bytes are a picture when they are interpreted as colours, or when the file has just three bands (and
 * alpha).
 */
function isVisual(info: RasterInfo, bands: readonly number[]): boolean {
  const colors = info.bands.filter((band) => band.colorInterpretation !== "Alpha").length;
  return (
    colors === 3 ||
    bands.every((index) => /^(Red|Green|Blue)$/.test(info.bands[index - 1]?.colorInterpretation ?? ""))
  );
}

/**
 * The default stretch of a band: p2 to p98, widened until it is a range. A constant band is then black
 * instead of a division by zero.
 */
export function stretchOf(band: Band | undefined): [number, number] {
  const statistics = band?.statistics;
  if (!statistics) return [0, 255];
  const { min, max, p2, p98 } = statistics;
  if (p98 > p2) return [p2, p98];
  return max > min ? [min, max] : [min, min + 1];
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
