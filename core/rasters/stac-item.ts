import type { RasterInfo } from "./raster-info.ts";

/** An item as STAC describes it; times are RFC 3339. */
export interface StacSource {
  readonly id: string;
  readonly stac_id: string;
  readonly name: string;
  readonly description: string | null;
  readonly geometry: unknown;
  readonly bbox: readonly number[] | null;
  readonly datetime: string | null;
  readonly start_datetime: string | null;
  readonly end_datetime: string | null;
  readonly cloud_cover: number | null;
  readonly gsd: number | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly stac_extensions: readonly string[];
  readonly created_at: string;
  readonly updated_at: string;
}

/** A file of the item, with a URL that serves it. */
export interface StacAsset {
  readonly key: string;
  readonly href: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly raster: Pick<RasterInfo, "crs" | "width" | "height" | "bands">;
}

/** A link of a STAC document. */
export interface StacLink {
  readonly rel: string;
  readonly href: string;
  readonly type: string;
  readonly title?: string;
  readonly method?: "POST";
  readonly body?: Readonly<Record<string, unknown>>;
  readonly merge?: boolean;
}

const EXTENSIONS = {
  eo: "https://stac-extensions.github.io/eo/v1.1.0/schema.json",
  file: "https://stac-extensions.github.io/file/v2.1.0/schema.json",
  raster: "https://stac-extensions.github.io/raster/v1.1.0/schema.json",
  projection: "https://stac-extensions.github.io/projection/v1.1.0/schema.json",
} as const;

/**
 * The item as a STAC 1.0.0 Feature. Members that STAC reserves take precedence over properties of the same
 * name. STAC requires a time, so an item without one has the time of its registration.
 */
export function stacItem(
  item: StacSource,
  assets: readonly StacAsset[],
  { collection, links }: { readonly collection?: string; readonly links: readonly StacLink[] },
) {
  const epsg = epsgOf(assets[0]?.raster);
  const extensions = new Set(item.stac_extensions);
  if (item.cloud_cover !== null) extensions.add(EXTENSIONS.eo);
  if (assets.length > 0) extensions.add(EXTENSIONS.file);
  if (assets.length > 0) {
    for (const name of ["projection", "raster", "eo"] as const) extensions.add(EXTENSIONS[name]);
  }
  const geometry = item.bbox === null ? null : item.geometry;
  return {
    type: "Feature",
    stac_version: "1.0.0",
    stac_extensions: [...extensions],
    id: item.stac_id,
    ...(collection === undefined ? {} : { collection }),
    geometry,
    ...(geometry === null ? {} : { bbox: item.bbox }),
    properties: {
      ...item.properties,
      ...timesOf(item),
      title: item.name,
      ...(item.description === null ? {} : { description: item.description }),
      created: item.created_at,
      updated: item.updated_at,
      ...(item.gsd === null ? {} : { gsd: item.gsd }),
      ...(item.cloud_cover === null ? {} : { "eo:cloud_cover": item.cloud_cover }),
      ...(epsg === undefined ? {} : { "proj:epsg": epsg }),
    },
    links,
    assets: Object.fromEntries(assets.map((asset) => [asset.key, presentAsset(asset)])),
  };
}

function presentAsset({ href, media_type, bytes, raster }: StacAsset) {
  const epsg = epsgOf(raster);
  return {
    href,
    type: media_type,
    roles: ["data"],
    "file:size": bytes,
    // Null says that there is no code; the extension wants the member.
    "proj:epsg": epsg ?? null,
    "proj:shape": [raster.height, raster.width],
    "raster:bands": raster.bands.map(rasterBand),
    "eo:bands": raster.bands.map((band, index) => ({ name: band.description ?? `b${index + 1}` })),
  };
}

/** GDAL's number types by the names of the raster extension. */
const DATA_TYPES: Readonly<Record<string, string>> = {
  Byte: "uint8",
  Int8: "int8",
  UInt16: "uint16",
  Int16: "int16",
  UInt32: "uint32",
  Int32: "int32",
  UInt64: "uint64",
  Int64: "int64",
  Float32: "float32",
  Float64: "float64",
};

function rasterBand({ dataType, nodata, scale, offset, statistics }: RasterInfo["bands"][number]) {
  return {
    data_type: DATA_TYPES[dataType] ?? "other",
    ...(nodata === null ? {} : { nodata }),
    ...(scale === 1 && offset === 0 ? {} : { scale, offset }),
    ...(statistics === null ? {} : { statistics: { minimum: statistics.min, maximum: statistics.max } }),
  };
}

function timesOf({ datetime, start_datetime, end_datetime, created_at }: StacSource) {
  if (start_datetime !== null && end_datetime !== null) return { datetime, start_datetime, end_datetime };
  return { datetime: datetime ?? start_datetime ?? end_datetime ?? created_at };
}

function epsgOf(raster: StacAsset["raster"] | undefined): number | undefined {
  const [, code] = /^EPSG:(\d+)$/.exec(raster?.crs ?? "") ?? [];
  return code === undefined ? undefined : Number(code);
}
