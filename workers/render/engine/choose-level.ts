import type { LevelSize } from "./rectangles.ts";

/**
 * How gdalwarp chooses an overview: the coarsest one that is not coarser than the tile. Up to GDAL 3.6.2 it
 * compares widths; later versions take the smaller ratio of both axes and accept a ratio that is nearly
 * right.
 */
export type OverviewRule = "width" | "both-axes";

/** The rule of a GDAL version such as "3.6.2". */
export function overviewRuleOf(gdalVersion: string): OverviewRule {
  const [major = 0, minor = 0, patch = 0] = gdalVersion.split(".").map((part) => Number.parseInt(part, 10));
  return major * 10_000 + minor * 100 + patch <= 3_06_02 ? "width" : "both-axes";
}

/**
 * How far a level's ratio may exceed the tile's: rounding only, or the allowance of later gdalwarp versions.
 */
const RATIO_TOLERANCE: Readonly<Record<OverviewRule, number>> = { width: 1e-9, "both-axes": 0.1 };

/** The coarsest level that is no coarser than the tile. Ratios are full-resolution pixels per tile pixel. */
export function chooseLevel(
  levels: readonly LevelSize[],
  ratioX: number,
  ratioY: number,
  rule: OverviewRule,
): number {
  const ratio = rule === "width" ? ratioX : Math.min(ratioX, ratioY);
  if (!(ratio > 1)) return 0;
  let best = 0;
  let bestRatio = 0;
  for (const [level, { width }] of levels.entries()) {
    const levelRatio = levels[0]!.width / width;
    if (levelRatio >= ratio + RATIO_TOLERANCE[rule] || levelRatio <= bestRatio) continue;
    best = level;
    bestRatio = levelRatio;
  }
  return best;
}
