import type { RasterInfo } from "../rasters/raster-info.ts";

type Band = RasterInfo["bands"][number];

/** How names of bands were found. */
export type SuggestionMethod = "descriptions" | "color_interpretation" | "reflectance_ranking";

/** Names for the bands of a raster, in their order. */
export interface SuggestedNames {
  readonly names: readonly string[];
  readonly method: SuggestionMethod;
}

/** How much brighter than any other band the near infrared is over land. */
const INFRARED_RATIO = 1.15;

/**
 * Names for bands: those that the file has, those of its colours, or else by how bright bands are. Plants
 * reflect near infrared more than anything visible, and air scatters blue light most, so the darkest places
 * are brightest in the blue band (dark-object subtraction, Chavez 1988). `means` has the mean of each band
 * where it is known. A guess that a person confirms.
 */
export function suggestBandNames(bands: readonly Band[], means: readonly (number | null)[]): SuggestedNames {
  const described = bands.map(({ description }) => description?.trim() || undefined);
  if (described.every((name) => name !== undefined)) return { names: described, method: "descriptions" };
  const colored = bands.map(({ colorInterpretation }) => COLORS[colorInterpretation]);
  if (["red", "green", "blue"].every((color) => colored.includes(color))) {
    const others = bands.filter((_, index) => colored[index] === undefined).length;
    const names = colored.map((name, index) => name ?? (others === 1 ? "nir" : `b${index + 1}`));
    return { names, method: "color_interpretation" };
  }
  return { names: byBrightness(bands, means), method: "reflectance_ranking" };
}

const COLORS: Readonly<Record<string, string>> = {
  Red: "red",
  Green: "green",
  Blue: "blue",
  Alpha: "alpha",
};

function byBrightness(bands: readonly Band[], means: readonly (number | null)[]): string[] {
  const names = bands.map(({ colorInterpretation }, index) => COLORS[colorInterpretation] ?? `b${index + 1}`);
  const data = bands.flatMap((band, index) =>
    COLORS[band.colorInterpretation] === undefined ? [index] : [],
  );
  if (data.length === 1 && data[0] !== undefined) names[data[0]] = "gray";
  if (data.length !== 3 && data.length !== 4) return names;
  const infrared = data.length === 4 ? infraredOf(bands, means, data) : undefined;
  const visible = data.filter((index) => index !== infrared);
  const [first, , last] = visible;
  const isRedFirst = darkest(bands[first ?? 0]) < darkest(bands[last ?? 0]);
  const order = isRedFirst ? ["red", "green", "blue"] : ["blue", "green", "red"];
  for (const [place, index] of visible.entries()) names[index] = order[place] ?? `b${index + 1}`;
  if (infrared !== undefined) names[infrared] = "nir";
  return names;
}

/** The brightest band where it stands out, else the last one, as most sensors have it. */
function infraredOf(
  bands: readonly Band[],
  means: readonly (number | null)[],
  data: readonly number[],
): number | undefined {
  const ranked = data
    .map((index) => ({ index, brightness: means[index] ?? middleOf(bands[index]) }))
    .toSorted((a, b) => b.brightness - a.brightness);
  const [first, second] = ranked;
  const standsOut = first && second && first.brightness > second.brightness * INFRARED_RATIO;
  return standsOut ? first.index : data.at(-1);
}

function middleOf(band: Band | undefined): number {
  const statistics = band?.statistics;
  return statistics ? (statistics.p2 + statistics.p98) / 2 : 0;
}

function darkest(band: Band | undefined): number {
  return band?.statistics?.p2 ?? 0;
}
