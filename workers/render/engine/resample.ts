import type { Resampling } from "../../../core/styles/render-style.ts";
import { kernelMemory, kernels, type Address } from "../kernels/kernels.ts";
import { markScratch, releaseScratch, scratchArray, scratchCopy, scratchZeros } from "../kernels/scratch.ts";
import type { PixelArray, Plane, SourcePixels, TilePixels } from "./pixels.ts";
import type { TilePart, ReadPlan } from "./read-plan.ts";
import type { TileGeometry, WarpField } from "./tile-geometry.ts";

/** At least this many tile pixels per source pixel use the nearest samples alone; below, the kernel is widened (gdalwarp's threshold). */
const NARROW_SCALE_MIN = 0.95;

/**
 * Puts source pixels onto the tile's grid. A tile pixel has data when the source pixel under its middle has. What comes out lies in the kernels'
 * memory, until what it was made within is released.
 */
export function resample(
  source: SourcePixels,
  geometry: Pick<TileGeometry, "fieldOf">,
  plan: ReadPlan,
  size: number,
  resampling: Exclude<Resampling, "mode">,
): TilePixels {
  const planes = source.bands.map(({ plane }): Plane => zerosLike(plane, size * size));
  const opacity = scratchZeros("Uint8", size * size);
  const mark = markScratch();
  const groups = groupBands(source, planes);
  const dense = source.opacity?.address ?? NONE;
  for (const part of plan.parts) {
    const ofPart = markScratch();
    const field = geometry.fieldOf(part.rect, plan.factorX, plan.factorY);
    for (const group of groups) {
      resampleGroup({ source, plan, part, field, group, resampling, size, opacity: opacity.address, dense });
    }
    releaseScratch(ofPart);
  }
  releaseScratch(mark);
  return {
    scratch: { planes, opacity },
    get bands() {
      return planes.map((plane): PixelArray => plane.values);
    },
    get opacity() {
      return opacity.values;
    },
  };
}

/** The address of what is not there. */
const NONE: Address = 0;

function zerosLike(plane: Plane, length: number): Plane {
  return plane.type === "Float32" ? scratchZeros("Float32", length) : scratchZeros("Float64", length);
}

/** Bands of one number type, as lists of addresses: a kernel takes them at once. */
interface BandGroup {
  readonly isDouble: boolean;
  readonly count: number;
  readonly data: Address;
  readonly usable: Address;
  readonly out: Address;
}

function groupBands(source: SourcePixels, planes: readonly Plane[]): BandGroup[] {
  const bands = source.bands.map(({ plane, usable }, index) => ({
    isDouble: plane.type === "Float64",
    data: plane.address,
    usable: usable?.address ?? NONE,
    out: planes[index]!.address,
  }));
  return [false, true].flatMap((isDouble) => {
    const group = bands.filter((band) => band.isDouble === isDouble);
    if (group.length === 0) return [];
    const list = (name: "data" | "usable" | "out") =>
      scratchCopy(
        "Uint32",
        group.map((band) => band[name]),
      ).address;
    return [{ isDouble, count: group.length, data: list("data"), usable: list("usable"), out: list("out") }];
  });
}

interface GroupTask {
  readonly source: SourcePixels;
  readonly plan: ReadPlan;
  readonly part: TilePart;
  readonly field: WarpField;
  readonly group: BandGroup;
  readonly resampling: Exclude<Resampling, "mode">;
  readonly size: number;
  readonly opacity: Address;
  /** The window's opacity; 0: all opaque. */
  readonly dense: Address;
}

/** The kinds of kernels/assembly/task.ts; widened where the tile is coarser than the source. */
const KINDS = { nearest: 0, bilinear: 1, cubic: 2 } as const;
const WIDENED_KINDS = { nearest: 0, bilinear: 3, cubic: 4 } as const;

/** A task of kernels/assembly/task.ts: so many f64, then so many integers, of which the last is where there is room to work. */
const TASK_DOUBLES = 4;
const TASK_INTEGERS = 21;
const TASK_BYTES = TASK_DOUBLES * 8 + TASK_INTEGERS * 4;

function resampleGroup(given: GroupTask): void {
  const task = scratchArray("Uint8", TASK_BYTES).address;
  writeTask(task, given);
  const work = scratchArray("Uint8", kernels.workBytes(task)).address;
  new Uint32Array(kernelMemory.buffer, task + TASK_BYTES - 4, 1)[0] = work;
  kernels.resample(task);
}

function writeTask(
  address: Address,
  { source, plan, part, field, group, resampling, size, opacity, dense }: GroupTask,
): void {
  const { rect, scaleX, scaleY } = part;
  const { left, top, width, height } = source.window;
  const isWidened = scaleX < NARROW_SCALE_MIN || scaleY < NARROW_SCALE_MIN;
  new Float64Array(kernelMemory.buffer, address, TASK_DOUBLES).set([
    plan.levelWidth,
    plan.levelHeight,
    Math.min(1, scaleX),
    Math.min(1, scaleY),
  ]);
  new Uint32Array(kernelMemory.buffer, address + TASK_DOUBLES * 8, TASK_INTEGERS).set([
    (isWidened ? WIDENED_KINDS : KINDS)[resampling],
    group.isDouble ? 1 : 0,
    group.count,
    group.data,
    group.usable,
    group.out,
    opacity,
    dense,
    size,
    rect.x,
    rect.y,
    rect.width,
    rect.height,
    left,
    top,
    width,
    height,
    ...(field.kind === "lines"
      ? [field.pieces.address, NONE, NONE]
      : [NONE, field.columns.address, field.rows.address]),
    NONE,
  ]);
}

/** Rounds the values of whole-number bands and keeps them in range, as GDAL stores them. */
export function roundWholeNumbers(values: PixelArray, range: readonly [number, number] | null): void {
  if (!range) return;
  const [low, high] = range;
  for (let index = 0; index < values.length; index++) {
    const value = Math.floor(values[index]! + 0.5);
    values[index] = value < low ? low : value > high ? high : value;
  }
}
