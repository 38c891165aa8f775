import type { IngestStep } from "../../../core/rasters/ingest-state.ts";
import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import type { BandDistribution } from "../../render/engine/statistics.ts";

/** What an ingest process is given, as one line of JSON on its standard input. */
export interface IngestTask {
  readonly kind: "convert" | "check";
  /** A local path or `/vsis3/bucket/key`. */
  readonly source: string;
  /** Where a conversion writes: a local path in a folder of its own. */
  readonly destination: string;
  /** Whether files beside the source are read with it. */
  readonly hasSidecars: boolean;
  /** The content of a `.prj` file, for a source that names no CRS. */
  readonly crsText: string | null;
  readonly isCategorical: boolean;
  readonly threads: number;
  readonly cacheMegabytes: number;
  readonly gdalOptions: Readonly<Record<string, string>>;
}

/** What was learned of a file that is fit for tiles. */
export interface IngestedRaster {
  readonly raster: RasterInfo;
  readonly bandStatistics: readonly (BandDistribution | null)[];
}

/** What an ingest process says, each as one line of JSON on its standard output; an end comes last. */
export type IngestMessage =
  | { readonly type: "progress"; readonly step: IngestStep; readonly percent: number }
  | ({ readonly type: "done" } & IngestedRaster)
  /** The file is at fault; certainly so, unless it could only not be read: then the store may be. */
  | { readonly type: "refused"; readonly message: string; readonly isCertain: boolean }
  /** The store, the disk or the process is at fault: another try may succeed. */
  | { readonly type: "failed"; readonly message: string };
