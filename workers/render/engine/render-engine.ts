import type { HistogramRequest } from "../../../core/rasters/histogram.ts";
import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import type { RenderStyle } from "../../../core/styles/render-style.ts";
import type { Rendition } from "../../../core/tiles/tile-spec.ts";
import type { AreaStatistics, AreaTask } from "./area-statistics.ts";
import type { ExpressionStatistics } from "./statistics.ts";

/** A raster to read: its asset, the version of its content, and the path that GDAL opens. */
export interface AssetSource {
  readonly assetId: string;
  /** Changes with the content; an open handle of another version is never used. */
  readonly version: string;
  /** A local path or `/vsis3/bucket/key`, built by asset-location.ts only. */
  readonly location: string;
}

/** One raster of a tile and how it is drawn. */
export interface RenderLayer {
  readonly source: AssetSource;
  readonly info: RasterInfo;
  readonly style: RenderStyle;
}

/** Neighbouring tiles of one zoom level, rendered from one read where that is cheaper. */
export interface BlockRequest {
  /** The first layer lies on top; reading stops as soon as every pixel has data. */
  readonly layers: readonly RenderLayer[];
  readonly z: number;
  readonly tiles: readonly { readonly x: number; readonly y: number }[];
  readonly rendition: Rendition;
}

/** One encoded tile of a block. */
export interface RenderedTile {
  readonly x: number;
  readonly y: number;
  /** No pixel has data: then there are no bytes either. */
  readonly empty: boolean;
  readonly bytes: Buffer;
}

/** Where the time of a block went in the process that drew it, in milliseconds. */
export interface BlockTimes {
  /** Opening files, reading and resampling. */
  readonly readMs: number;
  /** Calculating, stretching and colouring. */
  readonly paintMs: number;
  /** What encoding took after the last tile was drawn: it runs beside the drawing. */
  readonly encodeMs: number;
  /** The process; absent where it is the engine's own. */
  readonly pid?: number | undefined;
}

/** How a request runs. */
export interface RunOptions {
  /** Receives where the time of a block went. */
  readonly onTimes?: (times: BlockTimes) => void;
  /** In a process without other work, so that its death can have no other cause. */
  readonly alone?: boolean;
  /** Whose work it is: no organization holds every process with work that takes long. */
  readonly organization?: string;
  /** Its files have lately cost a process or its time: it gets half of the processes, and none is shared. */
  readonly isStruck?: boolean;
  /** An inspection leaves out the values of a file that is converted afterwards: they are in slow places. */
  readonly isQuick?: boolean;
}

/** What is calculated over a whole raster. */
export interface StatisticsTask {
  /** In bands by index. */
  readonly expression: string;
  readonly histogram?: HistogramRequest | undefined;
}

/** Inspects rasters and renders tiles. Failures that a retry cannot mend are RasterRefused; see errors.ts. */
export interface RenderEngine {
  inspect(source: AssetSource, options?: RunOptions): Promise<RasterInfo>;
  /** Statistics of an expression in bands by index; null when it has no value anywhere. */
  statistics(
    source: AssetSource,
    task: StatisticsTask,
    options?: RunOptions,
  ): Promise<ExpressionStatistics | null>;
  /** Statistics within an area. */
  areaStatistics(source: AssetSource, task: AreaTask, options?: RunOptions): Promise<AreaStatistics>;
  /** The tiles, in the order of the request. */
  renderBlock(request: BlockRequest, options?: RunOptions): Promise<RenderedTile[]>;
  close(): Promise<void>;
}
