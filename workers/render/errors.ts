/** Why a raster cannot be served, however often it is retried. */
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

/** The raster itself is at fault: a retry gives the same answer. `message` is public and says what to do. */
export class RasterRefused extends Error {
  override readonly name = "RasterRefused";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}

/** The render process died during the request. One retry in another process is worthwhile. */
export class RenderProcessCrashed extends Error {
  override readonly name: string = "RenderProcessCrashed";
}

/** The render process was ended because it needed more memory than it may have. */
export class RenderMemoryExceeded extends RenderProcessCrashed {
  override readonly name = "RenderMemoryExceeded";
}

/** The refusal of a file that ended two render processes, the second one while it had no other work. */
export function refuseBroken(cause?: Error): RasterRefused {
  if (cause instanceof RenderMemoryExceeded) {
    return new RasterRefused(
      "too_large",
      "Reading this file takes more memory than a render process may have: write it with smaller internal tiles (gdal_translate -of COG) and register it again.",
      { cause },
    );
  }
  return new RasterRefused(
    "unreadable",
    "Reading this file ended the renderer twice: it is damaged in a way that cannot be served. Write it anew (gdal_translate -of COG) and register it again.",
    { cause },
  );
}

/** No render process had room for the request in time: that says nothing about its file. */
export class NoProcessFree extends Error {
  override readonly name = "NoProcessFree";
}

/** The request took longer than its time limit and its render process was killed. */
export class RenderTimeout extends Error {
  override readonly name = "RenderTimeout";
}
