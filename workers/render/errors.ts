/** Why a raster cannot be served, however often it is retried. */
export type RefusalCode =
  | "unreadable"
  | "changed"
  | "no_georeference"
  | "gcp_only"
  | "rpc_only"
  | "complex_numbers"
  | "unknown_crs"
  | "too_large"
  | "too_many_bands"
  | "block_too_large"
  | "unsupported_data_type"
  | "unsupported_compression"
  | "too_slow"
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

/**
 * The file has been replaced or deleted since its tiles were requested. The next request is planned with what
 * is there now.
 */
export class FileReplaced extends RasterRefused {
  constructor() {
    super("unreadable", "The file has just been replaced or deleted; try again.");
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

/**
 * The render process was ended because it did not run: stopped, frozen, or swapped out. That says nothing
 * about its file.
 */
export class RenderProcessFrozen extends Error {
  override readonly name = "RenderProcessFrozen";
}

/** No render process had room for the request in time: that says nothing about its file. */
export class NoProcessFree extends Error {
  override readonly name = "NoProcessFree";
}

/** The request took longer than its time limit and its render process was killed. */
export class RenderTimeout extends Error {
  override readonly name = "RenderTimeout";
  /** How much of the time the process was calculating, 0 to 1: little when it waited or was starved. */
  readonly busyShare: number;

  constructor(message: string, busyShare = 0) {
    super(message);
    this.busyShare = busyShare;
  }
}

/**
 * The render gave way to others before it had ended, or did not begin. It may be tried again, a little later.
 */
export class RenderDeferred extends Error {
  override readonly name = "RenderDeferred";
  /** Its organization held every process with renders that take long. */
  readonly isStrike: boolean;

  constructor(message: string, { isStrike }: { readonly isStrike: boolean }) {
    super(message);
    this.isStrike = isStrike;
  }
}

/** The task had not begun, and may go to another process. */
export class TaskReturned extends Error {
  override readonly name = "TaskReturned";
}

/** The refusal of a file that takes too long. */
export function refuseSlow(cause?: Error): RasterRefused {
  return new RasterRefused(
    "too_slow",
    "Reading this file here takes too long: build overviews (gdaladdo -r average FILE 2 4 8 16 32) or write it as a COG (gdal_translate -of COG), and register it again.",
    { cause },
  );
}

/** The refusal of a file that takes more memory than a process may have. */
function refuseMemory(cause?: Error): RasterRefused {
  return new RasterRefused(
    "too_large",
    "Reading this file takes more memory than a render process may have: write it with smaller internal tiles (gdal_translate -of COG) and register it again.",
    { cause },
  );
}

/** The refusal of a file that ended two render processes, the second one while it had no other work. */
function refuseCrash(cause?: Error): RasterRefused {
  return new RasterRefused(
    "unreadable",
    "Reading this file ended the renderer twice: it is damaged in a way that cannot be served. Write it anew (gdal_translate -of COG) and register it again.",
    { cause },
  );
}

/** The refusal of a file that is left alone, by what it did. */
export const REFUSALS = {
  crash: refuseCrash,
  memory: refuseMemory,
  slow: refuseSlow,
} as const;

/** The refusal of a file that ended processes. */
export function refuseBroken(cause: RenderProcessCrashed): RasterRefused {
  return REFUSALS[faultOf(cause)](cause);
}

/** How a file ended its process. */
export function faultOf(ending: RenderProcessCrashed): "crash" | "memory" {
  return ending instanceof RenderMemoryExceeded ? "memory" : "crash";
}
