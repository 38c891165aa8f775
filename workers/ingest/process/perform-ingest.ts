import type { IngestStep } from "../../../core/rasters/ingest-state.ts";
import { gdal } from "../../render/engine/configure-gdal.ts";
import { inspectRaster } from "../../render/engine/inspect-raster.ts";
import { openRaster } from "../../render/engine/raster-file.ts";
import { bandDistribution } from "../../render/engine/statistics.ts";
import { RasterRefused } from "../../render/errors.ts";
import { createScratchMemory } from "../../render/kernels/scratch.ts";
import { readClassNames, withClassNames } from "../class-names.ts";
import { convertToCog } from "../convert-to-cog.ts";
import { readEveryBlock } from "../read-every-block.ts";
import type { IngestedRaster, IngestTask } from "./ingest-task.ts";

type OnProgress = (step: IngestStep, percent: number) => void;

/** Statistics of more bands than that are calculated when they are asked for. */
const STATISTICS_BANDS_MAX = 32;

/** Shares of the time of each step, in percent; what is written still has to be stored and inspected. */
const CONVERTED_AT = 90;
const CHECKED_AT = 98;

/** Converts or checks a file, then inspects what is served. Throws RasterRefused for a fault of the file. */
export async function performIngest(task: IngestTask, onProgress: OnProgress): Promise<IngestedRaster> {
  const report = inSteps(onProgress);
  report("reading", 0);
  if (task.kind === "check") {
    const fault = readEveryBlock(task.source, (share) => report("reading", share * CHECKED_AT));
    if (fault !== null) throw new RasterRefused("unreadable", `The file is damaged: ${fault.message}.`);
    return describe(task.source);
  }
  if (task.hasSidecars) readSidecars();
  await convertToCog(task.source, task.destination, {
    threads: task.threads,
    isCategorical: task.isCategorical,
    ...(task.crsText === null ? {} : crsOf(task.source, task.crsText)),
    onProgress: (step, share) => report(step, step === "warping" ? 0 : share * CONVERTED_AT),
  });
  const names = readClassNames(task.source);
  ignoreSidecars();
  report("inspecting", CONVERTED_AT);
  const described = describe(task.destination);
  return { ...described, raster: withClassNames(described.raster, names) };
}

/** GDAL looks for files beside the source; what it opens is in this process's sandbox, or is not opened. */
function readSidecars(): void {
  gdal.config.set("GDAL_DISABLE_READDIR_ON_OPEN", "TRUE");
  gdal.config.set("GDAL_PAM_ENABLED", "YES");
}

function ignoreSidecars(): void {
  gdal.config.set("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
  gdal.config.set("GDAL_PAM_ENABLED", "NO");
}

/** GDAL reads no `.prj` beside a TIFF; it counts where the file itself names no CRS. */
function crsOf(source: string, crsText: string): { crs: string } | object {
  const dataset = gdal.open(source, "r", ["GTiff"]);
  try {
    if (dataset.srs !== null || dataset.getGCPs().length > 0) return {};
    const crs = gdal.SpatialReference.fromUserInput(crsText.trim());
    crs.morphFromESRI();
    return { crs: crs.toWKT() };
  } catch (error) {
    throw new RasterRefused("unknown_crs", "The .prj file beside the raster names no known CRS.", {
      cause: error,
    });
  } finally {
    dataset.close();
  }
}

function describe(path: string): IngestedRaster {
  const memory = createScratchMemory({ strict: false });
  const file = openRaster(path);
  try {
    const raster = inspectRaster(memory, file);
    const count = Math.min(raster.bands.length, STATISTICS_BANDS_MAX);
    const bandStatistics = Array.from({ length: count }, (_, index) =>
      bandDistribution(memory, file, index + 1),
    );
    return { raster, bandStatistics };
  } finally {
    file.close();
  }
}

/** Reports whole percents, each once. */
function inSteps(onProgress: OnProgress): OnProgress {
  let last = "";
  return (step, percent) => {
    const whole = Math.floor(percent);
    if (last === `${step} ${whole}`) return;
    last = `${step} ${whole}`;
    onProgress(step, whole);
  };
}
