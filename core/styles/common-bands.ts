import type { RasterInfo } from "../rasters/raster-info.ts";
import { bandRoles } from "./band-roles.ts";

type Band = RasterInfo["bands"][number];

/** The names that STAC's electro-optical extension gives bands, whichever sensor they come from. */
export const COMMON_BANDS = [
  "coastal",
  "blue",
  "green",
  "yellow",
  "red",
  "rededge1",
  "rededge2",
  "rededge3",
  "nir",
  "nir08",
  "nir09",
  "swir16",
  "swir22",
  "pan",
] as const;

/** One of {@link COMMON_BANDS}. */
export type CommonBand = (typeof COMMON_BANDS)[number];

/** Other spellings, in small letters and without blanks, hyphens and underscores. */
const SPELLINGS: Readonly<Record<string, CommonBand>> = {
  ...Object.fromEntries(COMMON_BANDS.map((name) => [name, name])),
  coastalaerosol: "coastal",
  ultrablue: "coastal",
  rededge: "rededge1",
  rededge071: "rededge1",
  rededge075: "rededge2",
  rededge078: "rededge3",
  nearinfrared: "nir",
  infrared: "nir",
  nir1: "nir",
  narrownir: "nir08",
  nir8a: "nir08",
  swir: "swir16",
  swir1: "swir16",
  swir2: "swir22",
  panchromatic: "pan",
};

/** The band that a name means, in any case and with blanks, hyphens or underscores; undefined for others. */
export function commonBandOf(name: string): CommonBand | undefined {
  const plain = name.toLowerCase().replaceAll(/[\s_-]/g, "");
  return Object.hasOwn(SPELLINGS, plain) ? SPELLINGS[plain] : undefined;
}

const SENTINEL_2: readonly (CommonBand | null)[] = [
  "coastal",
  "blue",
  "green",
  "red",
  "rededge1",
  "rededge2",
  "rededge3",
  "nir",
  "nir09",
  null,
  "swir16",
  "swir22",
];
const LANDSAT_8: readonly (CommonBand | null)[] = [
  "coastal",
  "blue",
  "green",
  "red",
  "nir",
  "swir16",
  "swir22",
  "pan",
];

/** `B04`, `b4` or `SR_B4`, maybe with words behind it. */
const NUMBERED = /^(?:sr_)?b0?(\d{1,2})\b/i;
const NARROW_NIR = /^b0?8a\b/i;

/**
 * Which bands, counted from 1, have which common name: by their names, by the numbers of Sentinel-2 or
 * Landsat 8 and 9, or by their colours. The first band of a name counts.
 */
export function commonBands(bands: readonly Band[]): ReadonlyMap<CommonBand, number> {
  const found = new Map<CommonBand, number>();
  const add = (name: CommonBand | null | undefined, band: number) => {
    if (name && band > 0 && !found.has(name)) found.set(name, band);
  };
  const texts = bands.map(({ description }) => description?.trim() ?? "");
  texts.forEach((text, index) => add(commonBandOf(text), index + 1));
  const numbers = texts.map((text) => Number(NUMBERED.exec(text)?.[1] ?? 0));
  const sensor = sensorOf(texts, numbers);
  numbers.forEach((number, index) => add(sensor[number - 1], index + 1));
  if (sensor === SENTINEL_2) add("nir08", texts.findIndex((text) => NARROW_NIR.test(text)) + 1);
  const byColor = (name: string) => bands.findIndex((band) => band.colorInterpretation === name) + 1;
  add("red", byColor("Red"));
  add("green", byColor("Green"));
  add("blue", byColor("Blue"));
  add("nir", bandRoles(bands)?.nir ?? 0);
  return found;
}

/** Landsat has no band after 8 at ground resolution, and Sentinel-2 has its infrared there. */
function sensorOf(texts: readonly string[], numbers: readonly number[]): readonly (CommonBand | null)[] {
  const isSentinel = numbers.some((number) => number >= 8) || texts.some((text) => NARROW_NIR.test(text));
  return isSentinel || !numbers.includes(5) ? SENTINEL_2 : LANDSAT_8;
}
