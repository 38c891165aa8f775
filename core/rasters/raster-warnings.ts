import { z } from "zod";

/** What is worth knowing about a raster that is served all the same, and what its owner can do. */
interface WarningText {
  readonly text: string;
  readonly remedy: string;
}

/** Every warning by its code; docs/preparing-data.md lists them. */
export const RASTER_WARNINGS = {
  no_overviews: {
    text: "The file has no overviews, or the smallest one is still large: views from far out read many pixels.",
    remedy:
      "Build overviews (gdaladdo -r average FILE 2 4 8 16 32), or write a COG (gdal_translate -of COG).",
  },
  not_tiled: {
    text: "The file is stored in strips rather than tiles: each map tile reads whole rows.",
    remedy: "Write it with internal tiles (gdal_translate -of COG).",
  },
  mask_beside_ignored: {
    text: "A mask lies beside the file and is not read: what it hides is shown.",
    remedy:
      "Upload file and mask as one set, name it in sidecars, or write the mask into the file (gdal_translate -of COG).",
  },
  sidecar_ignored: {
    text: "Files lie beside the raster that are not read.",
    remedy: "Upload the raster and these files as one set, or write one GeoTIFF (gdal_translate -of COG).",
  },
  rpc_ignored: {
    text: "The file has rational polynomial coefficients (RPCs); its geotransform is used instead.",
    remedy: "Orthorectify it (gdalwarp -rpc) if the RPCs are the better georeference.",
  },
  no_statistics: {
    text: "A band has no statistics, because no valid value was found in the sample or it is beyond the first 64 bands.",
    remedy: "Choose a rescale in a render profile.",
  },
  signed_bytes: {
    text: "The file holds signed bytes (PIXELTYPE=SIGNEDBYTE); they are read as -128 to 127.",
    remedy: "Nothing is wrong here; GDAL before 3.7 shows other values, so Int16 is safer to pass on.",
  },
  scale_offset_present: {
    text: "A band has a scale and an offset; values are given as they are stored.",
    remedy:
      "Set `unscale` in a render profile, or write the file with real values (gdal_translate -unscale).",
  },
  no_opaque_pixel: {
    text: "No opaque pixel was found in the sample: mask, alpha and nodata may hide the whole raster.",
    remedy: "Check nodata value, mask and alpha band (gdalinfo -stats FILE).",
  },
  damaged_blocks: {
    text: "A part of the file cannot be decoded: tiles there are refused.",
    remedy: "Write the file anew from its source and upload it again.",
  },
} as const satisfies Record<string, WarningText>;

/** A code of {@link RASTER_WARNINGS}. */
export type RasterWarningCode = keyof typeof RASTER_WARNINGS;

/** A warning of a raster as it is kept: its code, and what it is about, such as names of files. */
export const rasterWarningSchema = z.object({
  code: z.enum(Object.keys(RASTER_WARNINGS) as [RasterWarningCode, ...RasterWarningCode[]]),
  detail: z.string().optional(),
});

/** See {@link rasterWarningSchema}. */
export type RasterWarning = z.infer<typeof rasterWarningSchema>;

/** What the structure of a raster says about drawing it. */
interface RasterStructure {
  readonly width: number;
  readonly height: number;
  readonly isTiled: boolean;
  /** Longer side of the smallest overview, or of the raster itself, in pixels. */
  readonly coarsestSide: number;
}

/** Rasters up to this side are read whole: they need neither tiles nor overviews. */
export const SMALL_SIDE_PIXELS = 512;

/** A level of this size is read within a tile's time, whatever it holds. */
export const COARSEST_SIDE_PIXELS = 4_096;

/** Warnings that follow from a raster's structure. */
export function structureWarnings(raster: RasterStructure): RasterWarning[] {
  const { isTiled, coarsestSide } = raster;
  const side = Math.max(raster.width, raster.height);
  if (side <= SMALL_SIDE_PIXELS) return [];
  const hasOverviews = coarsestSide < side && coarsestSide <= COARSEST_SIDE_PIXELS;
  return [
    ...(hasOverviews ? [] : [{ code: "no_overviews" } as const]),
    ...(isTiled ? [] : [{ code: "not_tiled" } as const]),
  ];
}

/** Warnings that follow from what is known of the bands. */
export function bandWarnings(
  bands: readonly {
    readonly scale: number;
    readonly offset: number;
    readonly statistics: object | null;
    readonly colorInterpretation: string;
  }[],
): RasterWarning[] {
  const numbers = (which: (band: (typeof bands)[number]) => boolean) =>
    bands.flatMap((band, index) => (which(band) ? [index + 1] : []));
  const warning = (code: RasterWarningCode, found: readonly number[]): RasterWarning[] =>
    found.length === 0 ? [] : [{ code, detail: listBands(found) }];
  const pictures = bands.filter(({ colorInterpretation }) => colorInterpretation !== "Alpha");
  const isHidden = pictures.length > 0 && pictures.every(({ statistics }) => statistics === null);
  return [
    ...warning(
      "scale_offset_present",
      numbers(({ scale, offset }) => scale !== 1 || offset !== 0),
    ),
    ...(isHidden
      ? [{ code: "no_opaque_pixel" } as const]
      : warning(
          "no_statistics",
          numbers(({ statistics }) => statistics === null),
        )),
  ];
}

const BANDS_NAMED_MAX = 8;

function listBands(bands: readonly number[]): string {
  const named = bands.slice(0, BANDS_NAMED_MAX).join(", ");
  const more = bands.length - BANDS_NAMED_MAX;
  return `band ${named}${more > 0 ? ` and ${more} more` : ""}`;
}
