/** The settings that decide where GDAL finds the objects of the store. */
export interface AssetStoreSettings {
  readonly OBJECT_STORE_URL: string;
  readonly S3_ENDPOINT?: string | undefined;
  readonly S3_REGION: string;
  readonly S3_FORCE_PATH_STYLE: boolean;
}

/** Turns object keys into paths for GDAL, with the GDAL options they need. */
export interface AssetLocator {
  /** A local path or `/vsis3/bucket/key`; throws a RangeError for a key that leaves the store. */
  locate(key: string): string;
  readonly gdalOptions: Readonly<Record<string, string>>;
}

/** The locator of an object store. GDAL takes its S3 credentials from `AWS_*` in its environment. */
export function createAssetLocator(settings: AssetStoreSettings): AssetLocator {
  const url = new URL(settings.OBJECT_STORE_URL);
  if (url.protocol === "file:") {
    const root = decodeURIComponent(url.pathname).replace(/\/+$/, "");
    return { locate: (key) => `${root}/${checkedKey(key)}`, gdalOptions: {} };
  }
  if (url.protocol === "s3:") {
    const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
    const root = `/vsis3/${url.hostname}${prefix === "" ? "" : `/${prefix}`}`;
    return { locate: (key) => `${root}/${checkedKey(key)}`, gdalOptions: s3Options(settings) };
  }
  throw new Error(`Rasters cannot be read from a ${url.protocol} object store; use file:///… or s3://…`);
}

/** Refuses keys that would leave the store, and keys that no object can have. */
function checkedKey(key: string): string {
  const bad = key.split("/").some((segment) => segment === "" || segment === "." || segment === "..");
  if (bad || key.includes("\\") || key.includes("\0")) throw new RangeError(`Not an object key: ${key}`);
  return key;
}

function s3Options(settings: AssetStoreSettings): Record<string, string> {
  const options: Record<string, string> = {
    AWS_REGION: settings.S3_REGION,
    AWS_VIRTUAL_HOSTING: settings.S3_FORCE_PATH_STYLE ? "FALSE" : "TRUE",
    // A COG's header and overview directories in one request; nearby tile ranges in one request.
    GDAL_INGESTED_BYTES_AT_OPEN: "32768",
    GDAL_HTTP_MERGE_CONSECUTIVE_RANGES: "YES",
    GDAL_HTTP_MULTIPLEX: "YES",
    GDAL_HTTP_TIMEOUT: "15",
    GDAL_HTTP_CONNECTTIMEOUT: "5",
    GDAL_HTTP_MAX_RETRY: "2",
    GDAL_HTTP_RETRY_DELAY: "0.2",
    CPL_VSIL_CURL_CHUNK_SIZE: "32768",
    // GDAL's cache of an object ends with its handle: later, the same name may stand for another object.
    CPL_VSIL_CURL_NON_CACHED: "/vsis3/",
  };
  if (settings.S3_ENDPOINT !== undefined) {
    const endpoint = new URL(settings.S3_ENDPOINT);
    options.AWS_S3_ENDPOINT = endpoint.host + endpoint.pathname.replace(/\/+$/, "");
    options.AWS_HTTPS = endpoint.protocol === "https:" ? "YES" : "NO";
  }
  return options;
}
