import type { RasterInfo } from "../rasters/raster-info.ts";
import { commonBandOf, commonBands } from "./common-bands.ts";
import { bindBands, findBand, namesIn, parseExpression, type Expression } from "./expression.ts";

/** A calculation that names its bands by what they see, such as `(nir-red)/(nir+red)`. */
export interface BandFormula {
  readonly name: string;
  readonly display_name: string | null;
  readonly formula: string;
  readonly description: string | null;
  /** Any name of a colour map. */
  readonly colormap: string;
  /** The values that the colour map runs from and to. */
  readonly value_range: readonly [number, number];
  readonly category: string;
}

/** A formula of the service, which has a text and a name for people. */
type BuiltIn = BandFormula & { readonly display_name: string; readonly description: string };

const VEGETATION = { category: "vegetation", colormap: "rdylgn" } as const;
const WATER = { category: "water", colormap: "blues" } as const;
const NORMAL = [-1, 1] as const;

/** The formulas that every organization has. Sources: the papers that are named, band names as in STAC. */
export const BUILT_IN_FORMULAS: readonly BuiltIn[] = [
  {
    ...VEGETATION,
    name: "ndvi",
    display_name: "NDVI",
    formula: "(nir-red)/(nir+red)",
    description: "Normalized difference vegetation index (Rouse 1974): live green vegetation.",
    value_range: [-0.2, 0.9],
  },
  {
    ...VEGETATION,
    name: "gndvi",
    display_name: "GNDVI",
    formula: "(nir-green)/(nir+green)",
    description: "Green NDVI (Gitelson 1996): chlorophyll, where NDVI is saturated.",
    value_range: [-0.2, 0.9],
  },
  {
    ...VEGETATION,
    name: "ndre",
    display_name: "NDRE",
    formula: "(nir-rededge1)/(nir+rededge1)",
    description: "Normalized difference red edge (Barnes 2000): chlorophyll of dense crops.",
    value_range: [-0.2, 0.8],
  },
  {
    ...VEGETATION,
    name: "evi",
    display_name: "EVI",
    formula: "2.5*(nir-red)/(nir+6*red-7.5*blue+1)",
    description: "Enhanced vegetation index (Huete 2002), of reflectances from 0 to 1.",
    value_range: [-0.2, 1],
  },
  {
    ...VEGETATION,
    name: "evi2",
    display_name: "EVI2",
    formula: "2.5*(nir-red)/(nir+2.4*red+1)",
    description: "Enhanced vegetation index without blue (Jiang 2008), of reflectances from 0 to 1.",
    value_range: [-0.2, 1],
  },
  {
    ...VEGETATION,
    name: "savi",
    display_name: "SAVI",
    formula: "1.5*(nir-red)/(nir+red+0.5)",
    description: "Soil-adjusted vegetation index (Huete 1988), of reflectances from 0 to 1.",
    value_range: [-0.2, 1],
  },
  {
    ...VEGETATION,
    name: "osavi",
    display_name: "OSAVI",
    formula: "(nir-red)/(nir+red+0.16)",
    description: "Optimized SAVI (Rondeaux 1996), of reflectances from 0 to 1.",
    value_range: [-0.2, 1],
  },
  {
    ...VEGETATION,
    name: "msavi",
    display_name: "MSAVI",
    formula: "(2*nir+1-sqrt((2*nir+1)^2-8*(nir-red)))/2",
    description: "Modified SAVI (Qi 1994), of reflectances from 0 to 1.",
    value_range: [-0.2, 1],
  },
  {
    ...VEGETATION,
    name: "arvi",
    display_name: "ARVI",
    formula: "(nir-2*red+blue)/(nir+2*red-blue)",
    description: "Atmospherically resistant vegetation index (Kaufman 1992).",
    value_range: NORMAL,
  },
  {
    ...VEGETATION,
    name: "vari",
    display_name: "VARI",
    formula: "(green-red)/(green+red-blue)",
    description: "Visible atmospherically resistant index (Gitelson 2002): vegetation without infrared.",
    value_range: NORMAL,
  },
  {
    ...VEGETATION,
    name: "cig",
    display_name: "CI green",
    formula: "nir/green-1",
    description: "Green chlorophyll index (Gitelson 2003).",
    value_range: [0, 10],
  },
  {
    ...VEGETATION,
    name: "cire",
    display_name: "CI red edge",
    formula: "nir/rededge1-1",
    description: "Red-edge chlorophyll index (Gitelson 2003).",
    value_range: [0, 5],
  },
  {
    ...WATER,
    name: "ndwi",
    display_name: "NDWI",
    formula: "(green-nir)/(green+nir)",
    description: "Normalized difference water index (McFeeters 1996): open water.",
    value_range: NORMAL,
  },
  {
    ...WATER,
    name: "mndwi",
    display_name: "MNDWI",
    formula: "(green-swir16)/(green+swir16)",
    description: "Modified NDWI (Xu 2006): open water among buildings.",
    value_range: NORMAL,
  },
  {
    ...WATER,
    name: "ndmi",
    display_name: "NDMI",
    formula: "(nir-swir16)/(nir+swir16)",
    description: "Normalized difference moisture index (Gao 1996): water in leaves.",
    value_range: [-0.8, 0.8],
  },
  {
    name: "nbr",
    display_name: "NBR",
    formula: "(nir-swir22)/(nir+swir22)",
    description: "Normalized burn ratio (Key and Benson 1999): burnt areas are low.",
    category: "fire",
    colormap: "rdylgn",
    value_range: NORMAL,
  },
  {
    name: "nbr2",
    display_name: "NBR2",
    formula: "(swir16-swir22)/(swir16+swir22)",
    description: "Normalized burn ratio 2: recovery after a fire.",
    category: "fire",
    colormap: "rdylgn",
    value_range: NORMAL,
  },
  {
    name: "ndsi",
    display_name: "NDSI",
    formula: "(green-swir16)/(green+swir16)",
    description: "Normalized difference snow index (Hall 1995): snow lies above 0.4.",
    category: "snow",
    colormap: "blues_r",
    value_range: NORMAL,
  },
  {
    name: "ndbi",
    display_name: "NDBI",
    formula: "(swir16-nir)/(swir16+nir)",
    description: "Normalized difference built-up index (Zha 2003).",
    category: "urban",
    colormap: "rdylbu_r",
    value_range: NORMAL,
  },
  {
    name: "bsi",
    display_name: "BSI",
    formula: "((swir16+red)-(nir+blue))/((swir16+red)+(nir+blue))",
    description: "Bare soil index (Rikimaru 2002).",
    category: "soil",
    colormap: "brbg_r",
    value_range: NORMAL,
  },
];

/** The built-in formula of a name, in any case. */
export function builtInFormula(name: string): BuiltIn | undefined {
  return BUILT_IN_FORMULAS.find((formula) => formula.name === name.toLowerCase());
}

/**
 * The bands that a formula names, each once, in their order; throws an ExpressionFault when it cannot be
 * read.
 */
export function requiredBands(formula: string): string[] {
  const names = namesIn(formula);
  parseExpression(formula, names);
  return names;
}

/**
 * A formula with the bands of a raster: by its names, as `b1`, `b2` …, or by what they see. Throws an
 * ExpressionFault that names the bands that are missing.
 */
export function bindFormula(formula: string, { bands }: Pick<RasterInfo, "bands">): Expression {
  const names = bands.map(({ description }) => description);
  const common = commonBands(bands);
  return bindBands(formula, (name) => {
    const known = commonBandOf(name);
    return findBand(name, names) ?? (known && common.get(known));
  });
}
