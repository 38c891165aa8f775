import { InputError } from "../../errors.ts";
import type { RasterInfo } from "../../rasters/raster-info.ts";
import { DEFAULT_BACKGROUND, type RenderStyle } from "../../styles/render-style.ts";
import type { TileSize } from "../tile-format.ts";
import { styleFingerprint, type PlanLayer } from "../tile-plan.ts";

/** Number types of data tiles by GDAL's names, with their NumPy type and TIFF's bits and sample format. */
export const DATA_TYPES = {
  Byte: { numpy: "|u1", bits: 8, sampleFormat: 1, array: Uint8Array },
  Int8: { numpy: "|i1", bits: 8, sampleFormat: 2, array: Int8Array },
  UInt16: { numpy: "<u2", bits: 16, sampleFormat: 1, array: Uint16Array },
  Int16: { numpy: "<i2", bits: 16, sampleFormat: 2, array: Int16Array },
  UInt32: { numpy: "<u4", bits: 32, sampleFormat: 1, array: Uint32Array },
  Int32: { numpy: "<i4", bits: 32, sampleFormat: 2, array: Int32Array },
  Float32: { numpy: "<f4", bits: 32, sampleFormat: 3, array: Float32Array },
  Float64: { numpy: "<f8", bits: 64, sampleFormat: 3, array: Float64Array },
} as const;

/** A number type of data tiles. */
export type DataType = keyof typeof DATA_TYPES;

/** One band of a data tile. */
export interface DataBand {
  readonly description: string | null;
  /** The quantity is value times scale plus offset; data tiles hold values as stored. */
  readonly scale: number;
  readonly offset: number;
}

/** The bands of a data tile, and how it marks missing data. */
export interface DataLayout {
  readonly dataType: DataType;
  readonly bands: readonly DataBand[];
  /** The value of pixels without data; null when only the mask marks them. */
  readonly nodata: number | "nan" | null;
}

/** A data tile travels as one message, so larger ones are refused before anything is read. */
const DATA_BYTES_MAX = 16 * 1024 * 1024;

/**
 * Layers as data: the bands or calculations of each style without its colours, and every band where no style
 * was chosen.
 */
export function dataLayers(layers: readonly PlanLayer[]): readonly PlanLayer[] {
  return layers.map((layer) => {
    const style = dataStyle(layer);
    return { ...layer, style, styleKey: styleFingerprint(style) };
  });
}

/**
 * Throws an InputError that names `format` when data layers do not fit into one array, or when it would be
 * too large.
 */
export function requireOneArray(layers: readonly PlanLayer[], size: TileSize): void {
  const [first] = layers;
  if (first === undefined) return;
  const { dataType, bands } = dataLayoutOf(first);
  const others = layers.map(dataLayoutOf);
  if (others.some((other) => other.dataType !== dataType || other.bands.length !== bands.length)) {
    throw InputError.at(
      "format",
      "needs the same bands of the same type in all items; name a profile that gives them",
    );
  }
  const bytes = ((bands.length + 1) * size * size * DATA_TYPES[dataType].bits) / 8;
  if (bytes > DATA_BYTES_MAX) {
    throw InputError.at(
      "format",
      `would make ${Math.ceil(bytes / 2 ** 20)} MiB of ${bands.length} bands; name a profile with fewer`,
    );
  }
}

function dataStyle({ style, raster, isAutomatic }: PlanLayer): RenderStyle {
  const { expressions, resampling, nodata, algorithm } = style;
  const all = raster.bands.flatMap((band, index) =>
    band.colorInterpretation === "Alpha" && raster.bands.length > 1 ? [] : [index + 1],
  );
  return {
    bands: isAutomatic === true ? all : style.bands,
    expressions,
    resampling,
    nodata,
    algorithm: algorithm?.name === "slope" ? algorithm : null,
    rescale: [],
    color: "none",
    adjust: null,
    background: DEFAULT_BACKGROUND,
    ...(style.clip === undefined ? {} : { clip: style.clip }),
    ...(style.within === undefined ? {} : { within: style.within }),
  };
}

/** The layout of a layer's data tiles. */
export function dataLayoutOf({ style, raster }: { style: RenderStyle; raster: RasterInfo }): DataLayout {
  const { expressions, algorithm } = style;
  if (expressions !== null || algorithm !== null) {
    const names = expressions ?? ["slope"];
    const bands = names.map((description) => ({ description, scale: 1, offset: 0 }));
    return { dataType: "Float32", bands, nodata: "nan" };
  }
  const drawn = style.bands.map((index) => raster.bands[index - 1]);
  const types = [...new Set(drawn.map((band) => band?.dataType))];
  const [only] = types;
  const dataType = types.length === 1 && isDataType(only) ? only : "Float64";
  const nodata = style.nodata ?? drawn.map((band) => band?.nodata).find((value) => value !== null) ?? null;
  return {
    dataType,
    bands: drawn.map((band) => ({
      description: band?.description ?? null,
      scale: band?.scale ?? 1,
      offset: band?.offset ?? 0,
    })),
    nodata: nodata ?? (dataType.startsWith("Float") ? "nan" : null),
  };
}

function isDataType(name: string | undefined): name is DataType {
  return name !== undefined && Object.hasOwn(DATA_TYPES, name);
}
