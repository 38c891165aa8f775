import { choosesValues, type Resampling } from "../../../core/styles/render-style.ts";
import type { TileGeometry } from "./tile-geometry.ts";
import {
  halvesOf,
  unionOf,
  type LevelSize,
  type PixelWindow,
  type TileRect,
  type PixelExtent,
} from "./rectangles.ts";
import { chooseLevel, type OverviewRule } from "./choose-level.ts";
import { planAxis } from "./plan-axis.ts";

/** What to read for a tile and how wide to filter it. */
export interface ReadPlan {
  readonly level: number;
  /**
   * Reading averages this many pixels of the level per side into one. 1 unless overviews are missing, and
   * always 1 where pixels are chosen, not blended.
   */
  readonly decimation: number;
  /** Pixels of the level, after decimation, per full-resolution pixel. */
  readonly factorX: number;
  readonly factorY: number;
  /** Size of the level after decimation; fractional where the last pixel is cut. */
  readonly levelWidth: number;
  readonly levelHeight: number;
  /** What to read for all parts, in pixels of the level after decimation. */
  readonly window: PixelWindow;
  readonly parts: readonly TilePart[];
  /** Parts lie on both sides of a tear in the map: the window then holds much that none of them needs. */
  readonly isTorn: boolean;
}

/** A part of a tile that is filtered alike. */
export interface TilePart {
  readonly rect: TileRect;
  /** Tile pixels per level pixel: below 1 the kernel is widened. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/**
 * Above this many level pixels per tile pixel, blended pixels are averaged while reading. It bounds kernel
 * width.
 */
const DIRECT_RATIO_MAX = 32;

/**
 * Chooses overview, window and kernel width of a tile as gdalwarp does: the coarsest overview that is no
 * coarser than the tile, and the window under the tile plus the kernel's reach. Undefined when the tile is
 * off the raster.
 */
export function planRead(
  levels: readonly LevelSize[],
  geometry: Pick<TileGeometry, "extentOf" | "sectionsOf">,
  size: number,
  options: {
    readonly resampling: Resampling;
    readonly overviewRule: OverviewRule;
    /** How many bands are read. */
    readonly bands?: number;
  },
): ReadPlan | undefined {
  const { resampling, overviewRule, bands = 1 } = options;
  const full = levels[0];
  const tile: TileRect = { x: 0, y: 0, width: size, height: size };
  if (!full) return undefined;
  const sections = geometry.sectionsOf(tile).flatMap((rect) => {
    const extent = geometry.extentOf(rect);
    return extent && touches(extent, full) ? [{ rect, extent }] : [];
  });
  const [widest] = sections.toSorted((a, b) => b.rect.width - a.rect.width);
  if (!widest) return undefined;
  const ratioX = (widest.extent.right - widest.extent.left) / widest.rect.width;
  const ratioY = (widest.extent.bottom - widest.extent.top) / widest.rect.height;
  const level = chooseLevel(levels, ratioX, ratioY, overviewRule);
  const { width, height } = levels[level]!;
  const pixels = sections.reduce((sum, { extent }) => sum + pixelsUnder(extent, full, levels[level]!), 0);
  const ratio = Math.min((ratioX * width) / full.width, (ratioY * height) / full.height);
  const decimation = choosesValues(resampling)
    ? 1
    : Math.max(
        chooseDecimation(ratio, pixels, (DIRECT_RATIO_MAX * size) ** 2),
        leastDecimation(pixels * bands),
      );
  const [levelWidth, levelHeight] = [width / decimation, height / decimation];
  const frame: Frame = {
    geometry,
    resampling,
    factorX: levelWidth / full.width,
    factorY: levelHeight / full.height,
    pixelsWide: Math.max(1, Math.floor(levelWidth)),
    pixelsHigh: Math.max(1, Math.floor(levelHeight)),
  };
  const planned = sections.flatMap(({ rect }) => planParts(frame, rect));
  const window = unionOf(planned.map((part) => part.window));
  if (!window) return undefined;
  const { factorX, factorY } = frame;
  return {
    level,
    decimation,
    factorX,
    factorY,
    levelWidth,
    levelHeight,
    window,
    parts: planned,
    isTorn: sections.length > 1,
  };
}

function touches(extent: PixelExtent, { width, height }: LevelSize): boolean {
  return extent.left < width && extent.right > 0 && extent.top < height && extent.bottom > 0;
}

/** Pixels of a level under an extent of full-resolution pixels. */
function pixelsUnder(extent: PixelExtent, full: LevelSize, level: LevelSize): number {
  const wide = Math.min(extent.right, full.width) - Math.max(extent.left, 0);
  const high = Math.min(extent.bottom, full.height) - Math.max(extent.top, 0);
  return ((wide * level.width) / full.width) * ((high * level.height) / full.height);
}

/**
 * The power of two that leaves 16 to 32 pixels per tile pixel and axis; 1 when few pixels are read anyway.
 */
function chooseDecimation(ratio: number, pixels: number, pixelsMax: number): number {
  if (ratio <= DIRECT_RATIO_MAX || pixels <= pixelsMax) return 1;
  return 2 ** Math.floor(Math.log2(ratio / (DIRECT_RATIO_MAX / 2)));
}

/**
 * A tile blends at most this many values, which bounds its time. With many bands, or long and thin pixels,
 * more is averaged while reading.
 */
const VALUES_MAX = 256 * 2 ** 20;

function leastDecimation(values: number): number {
  return values <= VALUES_MAX ? 1 : 2 ** Math.ceil(Math.log2(Math.sqrt(values / VALUES_MAX)));
}

interface Frame {
  readonly geometry: Pick<TileGeometry, "extentOf">;
  readonly resampling: Resampling;
  readonly factorX: number;
  readonly factorY: number;
  readonly pixelsWide: number;
  readonly pixelsHigh: number;
}

interface PlannedPart extends TilePart {
  readonly window: PixelWindow;
}

/**
 * gdalwarp halves parts that lie mostly off the raster, down to this side, and filters each half by its own
 * ratio.
 */
const PART_SIDE_MAX = 100;
const FILL_MIN = 0.5;

function planParts(frame: Frame, rect: TileRect): PlannedPart[] {
  const { geometry, resampling, factorX, factorY } = frame;
  const extent = geometry.extentOf(rect);
  if (!extent) return [];
  const across = planAxis(
    extent.left * factorX,
    extent.right * factorX,
    frame.pixelsWide,
    rect.width,
    resampling,
  );
  const down = planAxis(
    extent.top * factorY,
    extent.bottom * factorY,
    frame.pixelsHigh,
    rect.height,
    resampling,
  );
  if (across.length === 0 || down.length === 0) return [];
  const divisible = rect.width > PART_SIDE_MAX || rect.height > PART_SIDE_MAX;
  if (divisible && across.fill * down.fill < FILL_MIN) {
    return halvesOf(rect, rect.width > rect.height ? "columns" : "rows").flatMap((half) =>
      planParts(frame, half),
    );
  }
  const window = { left: across.start, top: down.start, width: across.length, height: down.length };
  return [{ rect, window, scaleX: across.scale, scaleY: down.scale }];
}
