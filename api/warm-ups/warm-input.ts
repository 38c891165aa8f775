import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { tileExtent } from "../../core/tiles/tile-extent.ts";
import { QUALITY_DEFAULT, type PictureFormat } from "../../core/tiles/tile-format.ts";
import { ZOOM_MAX } from "../../core/tiles/tile-grid.ts";
import { countTiles } from "../../core/tiles/tile-walk.ts";
import { runInSlices } from "../../infra/run-in-slices.ts";
import { rendition } from "../../core/tiles/tile-spec.ts";
import { chosenTemplate, templateInput } from "../../core/tiles/tile-template.ts";
import {
  storeCost,
  warmArea,
  warmLevels,
  type StoreCost,
  type WarmLevel,
} from "../../core/warm-ups/warm-plan.ts";
import type { WarmTargetType, WarmUpValues } from "../../storage/warm-ups/warm-ups.ts";
import type { Deps } from "../deps.ts";
import { boundingBox, resourceId, text } from "../operations/schemas.ts";
import { findWarmTarget, targetGone, type WarmTargetDeps } from "./warm-target.ts";

/** The format of tile URLs where none is chosen: that of TileJSON documents. */
const USUAL_FORMAT: Readonly<Record<WarmTargetType, PictureFormat>> = {
  link: "png",
  collection: "png",
  item: "webp",
};

/** What is to be drawn; as `tiles.warm.estimate` and `tiles.warm.start` name it. */
export const warmInput = {
  target_type: z.enum(["link", "item", "collection"]),
  target_id: resourceId,
  zoom_min: z.int().min(0).max(ZOOM_MAX).optional().meta({
    description: "By default the lowest zoom that the TileJSON of the target names.",
  }),
  zoom_max: z.int().min(0).max(ZOOM_MAX).optional().meta({
    description: "By default the highest one. Each level has about four times the tiles of the one before.",
  }),
  bounds: boundingBox.nullable().optional().meta({
    description: "Only tiles that touch this area are drawn; null: all of the target.",
  }),
  profile: text(0, 200).nullable().optional(),
  ...templateInput,
  quality: z.int().min(1).max(100).default(QUALITY_DEFAULT),
};

/** The caller must be an editor of what is drawn. */
export const warmResources = {
  link: {
    kind: "share_link",
    role: "editor",
    field: "target_id",
    when: { field: "target_type", equals: "link" },
  },
  item: {
    kind: "item",
    role: "editor",
    field: "target_id",
    when: { field: "target_type", equals: "item" },
  },
  collection: {
    kind: "collection",
    role: "editor",
    field: "target_id",
    when: { field: "target_type", equals: "collection" },
  },
} as const;

const inputSchema = z.strictObject(warmInput);
type WarmInput = z.output<typeof inputSchema>;

/** Where a target belongs. */
export interface TargetOwner {
  readonly organization_id: string;
  readonly project_id: string;
}

/** What {@link planWarmUp} needs. */
export type WarmPlanDeps = WarmTargetDeps & {
  readonly config: Pick<Deps["config"], "WARM_TILES_MAX" | "RENDER_BLOCK_SPAN">;
};

/** What a warm-up would draw, and what that takes. */
export interface WarmPlan {
  readonly values: WarmUpValues;
  readonly levels: readonly WarmLevel[];
  readonly isWithinLimit: boolean;
  /** The highest zoom with which all levels together are within the limit; null: not even the first is. */
  readonly zoomWithinLimit: number | null;
  readonly cost: StoreCost;
}

/** Counts the tiles of what an input names; throws an InputError that names the field at fault. */
export async function planWarmUp(
  deps: WarmPlanDeps,
  owner: TargetOwner,
  input: WarmInput,
): Promise<WarmPlan> {
  const { target_type: targetType, target_id: targetId, profile = null, bounds = null } = input;
  const target = await findWarmTarget(deps, { targetType, targetId, profile });
  if (target === undefined) throw targetGone();
  const extent = tileExtent(target.layers.map(({ raster }) => raster));
  if (extent === undefined) throw new ProblemError("not_found", "The target has no raster to draw.");
  const first = Math.max(extent.minzoom, target.zoomMin ?? 0);
  const last = Math.min(extent.maxzoom, target.zoomMax ?? ZOOM_MAX);
  const { zoom_min: zoomMin = Math.min(first, last), zoom_max: zoomMax = last } = input;
  if (zoomMax > last) {
    throw InputError.at("zoom_max", `shows no more than zoom ${last}, the highest of the target`);
  }
  if (zoomMin < (target.zoomMin ?? 0)) throw InputError.at("zoom_min", `the link begins at zoom ${first}`);
  if (zoomMin > zoomMax) throw InputError.at("zoom_min", `must not be above zoom_max, ${zoomMax}`);
  const { format, scale } = chosenTemplate(input, USUAL_FORMAT[targetType]);
  const { size, quality } = rendition({ format, size: scale === 2 ? 512 : 256, quality: input.quality });
  const range = { zoomMin, zoomMax, bounds };
  const tilesMax = deps.config.WARM_TILES_MAX;
  // Mosaics are rendered tile by tile, as neighbours may have other layers.
  const span = target.layers.length === 1 ? deps.config.RENDER_BLOCK_SPAN : 1;
  const counts = await runInSlices(countTiles(warmArea(target.layers, range), zoomMax, tilesMax));
  const levels = warmLevels(counts, range, tilesMax, span);
  const tiles = levels.reduce((sum, level) => sum + level.tiles, 0);
  if (tiles === 0) throw InputError.at("bounds", "no tile of the target lies there");
  return {
    values: {
      organizationId: owner.organization_id,
      projectId: owner.project_id,
      targetType,
      targetId,
      profile,
      format,
      size,
      quality,
      ...range,
      tiles,
    },
    levels,
    isWithinLimit: tiles <= tilesMax,
    zoomWithinLimit: zoomWithin(levels, tilesMax),
    cost: storeCost(levels, { format, size }),
  };
}

function zoomWithin(levels: readonly WarmLevel[], tilesMax: number): number | null {
  let [sum, zoom]: [number, number | null] = [0, null];
  for (const level of levels) {
    sum += level.tiles;
    if (sum <= tilesMax) zoom = level.zoom;
  }
  return zoom;
}

/** The failure of a start beyond the limit. */
export function tooManyTiles({ zoomWithinLimit }: WarmPlan, tilesMax: number): ProblemError {
  const remedy =
    zoomWithinLimit === null ? "give bounds" : `give bounds, or a zoom_max of at most ${zoomWithinLimit}`;
  return new ProblemError("conflict", `A warm-up draws at most ${tilesMax} tiles; ${remedy}.`, {
    extensions: { reason: "too_many_tiles", tiles_max: tilesMax, zoom_max_within_limit: zoomWithinLimit },
  });
}
