import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import type {
  AssetSource,
  BlockRequest,
  BlockTimes,
  RenderedTile,
  StatisticsTask,
} from "../engine/render-engine.ts";
import { RasterRefused, type RefusalCode } from "../errors.ts";
import type { AreaStatistics, AreaTask } from "../engine/area-statistics.ts";
import type { ExpressionStatistics } from "../engine/statistics.ts";

/** What a render process is started with. */
export interface RenderProcessOptions {
  readonly filesMax: number;
  readonly gdalCacheMegabytes: number;
  readonly gdalOptions: Readonly<Record<string, string>>;
  /** Added to the niceness of the process. */
  readonly niceness: number;
}

/** What a render process can be asked. */
export type RenderTask =
  | { readonly kind: "inspect"; readonly source: AssetSource; readonly isQuick: boolean }
  | { readonly kind: "statistics"; readonly source: AssetSource; readonly work: StatisticsTask }
  | { readonly kind: "area"; readonly source: AssetSource; readonly work: AreaTask }
  | { readonly kind: "block"; readonly request: BlockRequest };

/** What a task of each kind answers. */
export type RenderResult =
  | { readonly kind: "inspect"; readonly info: RasterInfo }
  | { readonly kind: "statistics"; readonly statistics: ExpressionStatistics | null }
  | { readonly kind: "area"; readonly found: AreaStatistics }
  | { readonly kind: "block"; readonly tiles: readonly RenderedTile[]; readonly times: BlockTimes };

/** From the pool to a render process. */
export type PoolMessage =
  | { readonly type: "start"; readonly options: RenderProcessOptions }
  | { readonly type: "task"; readonly id: number; readonly task: RenderTask }
  | { readonly type: "close" };

/** What a task answers, as it travels: the bytes of tiles are the bodies of its frame, in their order. */
export type SentResult =
  | Exclude<RenderResult, { kind: "block" }>
  | {
      readonly kind: "block";
      readonly tiles: readonly Omit<RenderedTile, "bytes">[];
      readonly times: BlockTimes;
    };

/** From a render process to the pool. */
export type ProcessMessage =
  | { readonly type: "ready" }
  | {
      readonly type: "answer";
      readonly id: number;
      readonly outcome: { readonly ok: true; readonly result: SentResult } | RenderFailure;
      /** Resident bytes of the process after the task. */
      readonly residentBytes: number;
    };

/** Why a task failed, as plain data. */
export interface RenderFailure {
  readonly ok: false;
  readonly refused: RefusalCode | null;
  readonly message: string;
  readonly stack: string;
}

/** The file descriptor at which a render process finds the socket to its pool. */
export const POOL_FD = 3;

/** Where a render process writes a byte every {@link HEARTBEAT_MS}, from a thread that no raster blocks. */
export const HEARTBEAT_FD = 5;

export const HEARTBEAT_MS = 500;

/** Takes the bytes out of a result. */
export function packResult(result: RenderResult): { result: SentResult; bodies: Buffer[] } {
  if (result.kind !== "block") return { result, bodies: [] };
  const tiles = result.tiles.map(({ x, y, empty }) => ({ x, y, empty }));
  return {
    result: { kind: "block", tiles, times: result.times },
    bodies: result.tiles.map(({ bytes }) => bytes),
  };
}

/** Puts the bytes back. */
export function unpackResult(result: SentResult, bodies: readonly Buffer[]): RenderResult {
  if (result.kind !== "block") return result;
  const tiles = result.tiles.map((tile, index) => ({ ...tile, bytes: bodies[index] ?? Buffer.alloc(0) }));
  return { kind: "block", tiles, times: result.times };
}

/** A failure as plain data. */
export function describeFailure(error: unknown): RenderFailure {
  const failure = error instanceof Error ? error : new Error(String(error));
  const cause = failure.cause instanceof Error ? `; ${failure.cause.message}` : "";
  return {
    ok: false,
    refused: failure instanceof RasterRefused ? failure.code : null,
    message: failure.message,
    stack: `${failure.stack ?? failure.message}${cause}`,
  };
}

/** The failure again, in the process that asked. */
export function reviveFailure(outcome: RenderFailure): Error {
  const cause = new Error(outcome.stack);
  return outcome.refused
    ? new RasterRefused(outcome.refused, outcome.message, { cause })
    : new Error(outcome.message, { cause });
}
