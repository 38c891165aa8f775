import type { RasterInfo } from "../../core/raster-info.ts";
import type { AssetSource, BlockRequest, RenderedTile } from "./engine.ts";
import { RasterRefused, type RefusalCode } from "./errors.ts";
import type { ExpressionStatistics } from "./statistics.ts";

/** What a render process is started with. */
export interface RenderProcessOptions {
  readonly filesMax: number;
  readonly gdalCacheMegabytes: number;
  readonly gdalOptions: Readonly<Record<string, string>>;
}

/** What a render process can be asked. */
export type RenderTask =
  | { readonly kind: "inspect"; readonly source: AssetSource }
  | { readonly kind: "statistics"; readonly source: AssetSource; readonly expression: string }
  | { readonly kind: "block"; readonly request: BlockRequest };

/** What a task of each kind answers. */
export type RenderResult =
  | { readonly kind: "inspect"; readonly info: RasterInfo }
  | { readonly kind: "statistics"; readonly statistics: ExpressionStatistics | null }
  | { readonly kind: "block"; readonly tiles: readonly RenderedTile[] };

/** From the pool to a render process. */
export type PoolMessage =
  | { readonly type: "start"; readonly options: RenderProcessOptions }
  | { readonly type: "task"; readonly id: number; readonly task: RenderTask }
  | { readonly type: "close" };

/** From a render process to the pool. */
export type ProcessMessage =
  | { readonly type: "ready" }
  | {
      readonly type: "answer";
      readonly id: number;
      readonly outcome: RenderOutcome;
      /** Resident bytes of the process after the task. */
      readonly residentBytes: number;
    };

/** How a task ended. */
export type RenderOutcome =
  | { readonly ok: true; readonly result: RenderResult }
  | {
      readonly ok: false;
      readonly refused: RefusalCode | null;
      readonly message: string;
      readonly stack: string;
    };

/** A failure as plain data. */
export function describeFailure(error: unknown): RenderOutcome {
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
export function reviveFailure(outcome: Extract<RenderOutcome, { ok: false }>): Error {
  const cause = new Error(outcome.stack);
  return outcome.refused
    ? new RasterRefused(outcome.refused, outcome.message, { cause })
    : new Error(outcome.message, { cause });
}
