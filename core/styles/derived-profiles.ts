import type { RasterClass, RasterInfo } from "../rasters/raster-info.ts";
import { bandRoles, type BandRoles } from "./band-roles.ts";
import { colorMapStops } from "./color-maps.ts";
import { kindOfValues, type Names } from "./kind-of-values.ts";
import type { ProfileType } from "./profile.ts";
import { automaticBands, stretchOf } from "./render-style.ts";
import { realRange } from "./unscale.ts";

type Band = RasterInfo["bands"][number];

/** A profile that the service gives an item, which its owner may change or delete. */
export interface DerivedProfile {
  readonly name: string;
  readonly type: ProfileType;
  readonly is_default: boolean;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What is known of a file beside its inspection. */
export interface Facts {
  /** What the file, its asset and its item are called. */
  readonly names: Names;
  /** Its sender says that its values are classes. */
  readonly isCategorical: boolean;
}

/**
 * The profiles of a raster without a chosen style, the default one first. None is the default where the
 * automatic style is right: colours as they are, palettes, and the stretched grey of photographs.
 */
export function derivedProfiles(raster: RasterInfo, facts: Facts): DerivedProfile[] {
  const { bands } = raster;
  const drawable = bands.flatMap((band, index) => (band.colorInterpretation === "Alpha" ? [] : [index + 1]));
  const [first = 1] = drawable;
  const band = bands[first - 1];
  if (band === undefined || band.hasPalette) return [];
  if (facts.isCategorical) return [classesProfile(first, band)];
  const roles = bandRoles(bands);
  if (roles !== undefined) return vegetationProfiles(roles);
  return automaticBands(bands).length === 1 ? singleProfiles(first, band, facts.names) : [];
}

function singleProfiles(index: number, band: Band, names: Names): DerivedProfile[] {
  const ofBand = (name: string, config: object): DerivedProfile => {
    return { name, type: "singleband", is_default: true, config: { band: index, ...config } };
  };
  switch (kindOfValues(band, names)) {
    case "heights":
      return [
        ofBand("Relief", { algorithm: { name: "relief" }, resampling: SMOOTH, ...heightColors(band) }),
        {
          ...ofBand("Hillshade", { algorithm: { name: "hillshade" }, resampling: SMOOTH }),
          is_default: false,
        },
      ];
    case "vegetation":
      return [ofBand("Vegetation", { rescale: VEGETATION_RANGE, colormap: "rdylgn" })];
    case "differences":
      return [ofBand("Differences", { rescale: aroundZero(stretchOf(band)), colormap: "rdbu_r" })];
    case "measurements":
      return [ofBand("Values", { rescale: "auto", colormap: "viridis" })];
    case "brightness":
      return [];
  }
}

/** Slopes between bilinear heights jump at each source pixel, which light shows as a grid. */
const SMOOTH = "cubic";

/** Bare soil to dense leaves; water lies below. */
const VEGETATION_RANGE: readonly [number, number] = [-0.2, 0.9];

/** In a map whose coast is in its middle, where the file has both land and sea. */
function heightColors(band: Band): { readonly colormap: string; readonly rescale: unknown } {
  const [low, high] = realRange(stretchOf(band), band);
  const share = Math.min(-low, high) / (high - low);
  return share > SEA_SHARE_MIN
    ? { colormap: "oleron", rescale: aroundZero([low, high]) }
    : { colormap: "dem", rescale: "auto" };
}

/** Less of a range than that below zero is noise at a coast. */
const SEA_SHARE_MIN = 0.05;

function aroundZero([low, high]: readonly [number, number]): [number, number] {
  const most = Math.max(Math.abs(low), Math.abs(high));
  return [-most, most];
}

function vegetationProfiles({ green, red, nir }: BandRoles): DerivedProfile[] {
  return [
    {
      name: "NDVI",
      type: "expression",
      is_default: false,
      config: {
        expression: `(b${nir}-b${red})/(b${nir}+b${red})`,
        rescale: VEGETATION_RANGE,
        colormap: "rdylgn",
      },
    },
    {
      name: "Colour infrared",
      type: "rgb",
      is_default: false,
      config: { bands: [nir, red, green], rescale: "auto" },
    },
  ];
}

/** Classes are never averaged; few of them get colours that differ. */
function classesProfile(index: number, { classes }: Band): DerivedProfile {
  const colormap = classes === undefined ? {} : { colormap: { classes: coloursOf(classes) } };
  const config = { band: index, resampling: "nearest", ...colormap };
  return { name: "Classes", type: "singleband", is_default: true, config };
}

function coloursOf(classes: readonly RasterClass[]): Record<string, string> {
  // Each colour is a step: two stops.
  const steps = (colorMapStops("tab20") ?? []).filter((_, place) => place % 2 === 0);
  const colorAt = (place: number) => {
    const [red, green, blue] = steps[place % steps.length]?.[1] ?? [128, 128, 128];
    return `#${[red, green, blue].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  };
  return Object.fromEntries(
    classes.map(({ value, color }, place) => [String(value), color ?? colorAt(place)]),
  );
}
