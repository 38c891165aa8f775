import type { RasterInfo } from "../rasters/raster-info.ts";

type Band = RasterInfo["bands"][number];

/** The bands, counted from 1, that vegetation is seen in. */
export interface BandRoles {
  readonly green: number;
  readonly red: number;
  readonly nir: number;
}

type Rule = { readonly [Role in keyof BandRoles]: RegExp };

const BY_WORDS: Rule = {
  green: /^green\b/i,
  red: /^red\b(?!.*edge)/i,
  nir: /^(nir|near[- _]?infra[- _]?red|infra[- _]?red)/i,
};
/** Band names of Sentinel-2, and those of Landsat 8 and 9, which count otherwise. */
const SENTINEL_2: Rule = { green: /^b0?3\b/i, red: /^b0?4\b/i, nir: /^b0?8\b/i };
const LANDSAT_8: Rule = { green: /^(sr_)?b0?3\b/i, red: /^(sr_)?b0?4\b/i, nir: /^(sr_)?b0?5\b/i };

/**
 * Which bands are green, red and near infrared, where the file says so: by the names of its bands, or by
 * three bands in colour beside one more that is no mask. Undefined otherwise.
 */
export function bandRoles(bands: readonly Band[]): BandRoles | undefined {
  const named = bands.map(({ description }) => description?.trim() ?? "");
  // Band 8 of Landsat is the panchromatic one, which lies in files of its own.
  for (const rule of [BY_WORDS, SENTINEL_2, LANDSAT_8]) {
    const [green, red, nir] = [rule.green, rule.red, rule.nir].map(
      (pattern) => named.findIndex((name) => pattern.test(name)) + 1,
    );
    if (green && red && nir) return { green, red, nir };
  }
  return byInterpretation(bands);
}

/** As aerial cameras write it: red, green, blue, and the infrared as the only other band. */
function byInterpretation(bands: readonly Band[]): BandRoles | undefined {
  const indexOf = (name: string) => bands.findIndex((band) => band.colorInterpretation === name) + 1;
  const [red, green, blue] = [indexOf("Red"), indexOf("Green"), indexOf("Blue")];
  const others = bands.flatMap((band, index) =>
    /^(Red|Green|Blue|Alpha)$/.test(band.colorInterpretation) ? [] : [index + 1],
  );
  const [nir] = others;
  if (!red || !green || !blue || others.length !== 1 || nir === undefined) return undefined;
  return isMask(bands[nir - 1]) ? undefined : { green, red, nir };
}

/** Whether a band has hardly any values between its smallest and its largest one. */
function isMask(band: Band | undefined): boolean {
  const statistics = band?.statistics;
  if (!statistics) return true;
  const { min, max, p2, p98 } = statistics;
  return p98 <= p2 || (p2 === min && p98 === max);
}
