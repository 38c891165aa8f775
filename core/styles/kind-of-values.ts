import type { RasterInfo } from "../rasters/raster-info.ts";

type Band = RasterInfo["bands"][number];

/** What the numbers of a single band are, as far as names, units and number types tell. */
export type KindOfValues = "heights" | "vegetation" | "differences" | "measurements" | "brightness";

/** What a file and its item are called, from the most to the least telling name. */
export type Names = readonly string[];

const HEIGHT_WORDS = wordsOf(
  "dem dtm dsm dhm srtm gdem astgtmv? elevations? elev heights? altitude terrain topo(graphy)? relief hgt",
  "bathymetry etopo\\d* gebco ned 3dep eudem aw3d\\d* copdem copernicus_dem glo-?(30|90) swissalti3d bedmachine",
);
const VEGETATION_WORDS = wordsOf("ndvi evi2? savi msavi gndvi ndre");
const DIFFERENCE_WORDS = wordsOf("anomal(y|ies) difference diff change trend bias deviation residuals?");
const METERS = /^(m|met(er|re)s?|ft|feet|foot|us survey foot)$/i;

/** A whole number may be a height; bytes are too few for one. */
const HEIGHT_TYPES = /^(Float|U?Int(16|32))/;

/** A rise of ten metres or feet: what rises less is rain, snow or the depth of a puddle. */
const RISE_MIN = 10;

/** Says what a band holds. */
export function kindOfValues(band: Band, names: Names): KindOfValues {
  const texts = [band.description ?? "", ...names];
  const says = (words: RegExp) => texts.some((text) => words.test(text));
  const isFloat = band.dataType.startsWith("Float");
  const { min = 0, max = 0, p2 = 0, p98 = 0 } = band.statistics ?? {};
  if (isFloat && says(VEGETATION_WORDS) && min >= -1.1 && max <= 1.1) return "vegetation";
  if (isFloat && says(DIFFERENCE_WORDS) && p2 < 0 && p98 > 0) return "differences";
  const isRise = (max - min) * Math.abs(band.scale) >= RISE_MIN;
  const isHeight = METERS.test(band.unit ?? "") || says(HEIGHT_WORDS);
  if (HEIGHT_TYPES.test(band.dataType) && isRise && isHeight) return "heights";
  return isFloat ? "measurements" : "brightness";
}

/** Whole words, between anything that is no letter. */
function wordsOf(...lists: readonly string[]): RegExp {
  return new RegExp(`(?<![a-z])(${lists.join(" ").split(" ").join("|")})(?![a-z])`, "i");
}
