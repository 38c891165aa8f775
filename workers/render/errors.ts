/** Why a raster cannot be served, whatever is tried again. */
export type RefusalCode =
  | "unreadable"
  | "changed"
  | "no_georeference"
  | "gcp_only"
  | "unknown_crs"
  | "too_large"
  | "too_many_bands"
  | "block_too_large"
  | "unsupported_data_type"
  | "unsupported_compression"
  | "bad_style";

/** The raster itself is at fault: trying again gives the same answer. `message` is public and says what to do. */
export class RasterRefused extends Error {
  override readonly name = "RasterRefused";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}

/** The render process died while it worked on the request; worth one more try in another process. */
export class RenderProcessCrashed extends Error {
  override readonly name = "RenderProcessCrashed";
}

/** The refusal of a file that ended a render process, and then another one that had nothing else to do. */
export function refuseBroken(cause?: Error): RasterRefused {
  return new RasterRefused(
    "unreadable",
    "Reading this file ended the renderer twice: it is damaged in a way that cannot be served. Write it anew (gdal_translate -of COG) and register it again.",
    { cause },
  );
}

/** The request took longer than its time limit and its render process was killed. */
export class RenderTimeout extends Error {
  override readonly name = "RenderTimeout";
}
