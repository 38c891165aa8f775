import { ProblemError } from "../../core/errors.ts";
import { legendOf, type Legend } from "../../core/styles/legend.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";

/** The legend of what is drawn: that of the topmost layer, which says when others differ. */
export function legendOfLayers(layers: readonly PlanLayer[]): Legend {
  const [top] = layers;
  if (top === undefined) throw new ProblemError("not_found", "There is no raster to show.");
  const { clip: _clip, ...style } = top.style;
  const legend = legendOf(top.raster, style);
  return { ...legend, varies: layers.some(({ style: other }) => !hasSameKey(other, style)) };
}

/** Whether two styles give the same colours to the same values. */
function hasSameKey(a: PlanLayer["style"], b: PlanLayer["style"]): boolean {
  const keyOf = ({ bands, expressions, rescale, color, algorithm }: PlanLayer["style"]) =>
    JSON.stringify([bands, expressions, rescale, color, algorithm]);
  return a === b || keyOf(a) === keyOf(b);
}
