import type { RasterInfo } from "../rasters/raster-info.ts";
import type { RenderStyle } from "../styles/render-style.ts";
import type { KeyedLayer } from "./tile-spec.ts";

/** One raster in one style: everything that decides its pixels, and where it lies. */
export interface PlanLayer extends KeyedLayer {
  readonly assetId: string;
  readonly raster: RasterInfo;
  readonly style: RenderStyle;
  /**
   * The {@link styleFingerprint}, kept because hashing the style for every tile would cost more than the rest
   * of the plan.
   */
  readonly styleKey: string;
  /** The style was not chosen: data tiles then hold every band. */
  readonly isAutomatic?: boolean;
  /** The file is not drawn: it is being prepared, or that failed or was cancelled. */
  readonly unprepared?: "preparing" | "failed" | "cancelled";
}
