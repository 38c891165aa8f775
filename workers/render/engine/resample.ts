import type { Resampling } from "../../../core/styles/render-style.ts";
import type { Address } from "../kernels/kernels.ts";
import type { Scratch, ScratchArray } from "../kernels/scratch.ts";
import type { PixelArray, Plane, SourcePixels, TilePixels } from "./pixels.ts";
import type { TilePart, ReadPlan } from "./read-plan.ts";
import type { TileGeometry } from "./tile-geometry.ts";
import type { WarpField } from "./warp-field.ts";

/** Below this many tile pixels per source pixel the kernel is widened (gdalwarp's threshold). */
const NARROW_SCALE_MIN = 0.95;

/**
 * Puts source pixels onto the tile's grid. A tile pixel has data when the source pixel under its middle has.
 * The result lives in `scratch`.
 */
export function resample(
  scratch: Scratch,
  source: SourcePixels,
  geometry: Pick<TileGeometry, "fieldOf">,
  plan: ReadPlan,
  size: number,
  resampling: Exclude<Resampling, "mode">,
): TilePixels {
  const planes = source.bands.map(({ plane }): Plane => zerosLike(scratch, plane, size * size));
  const opacity = scratch.zeros("Uint8", size * size);
  const dense = source.opacity?.address ?? NONE;
  scratch.within((inner) => {
    const groups = groupBands(inner, source, planes);
    for (const part of plan.parts) {
      inner.within((ofPart) => {
        const field = geometry.fieldOf(ofPart, part.rect, plan.factorX, plan.factorY);
        const given = { source, plan, part, field, resampling, size, opacity: opacity.address, dense };
        for (const group of groups) resampleGroup(ofPart, { ...given, group });
      });
    }
  });
  return {
    inScratch: { planes, opacity },
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

function zerosLike(scratch: Scratch, plane: Plane, length: number): Plane {
  return plane.type === "Float32" ? scratch.zeros("Float32", length) : scratch.zeros("Float64", length);
}

/** Bands of one number type, as lists of addresses: a kernel takes them at once. */
interface BandGroup {
  readonly isDouble: boolean;
  readonly count: number;
  readonly data: Address;
  readonly usable: Address;
  readonly out: Address;
}

function groupBands(scratch: Scratch, source: SourcePixels, planes: readonly Plane[]): BandGroup[] {
  const bands = source.bands.map(({ plane, usable }, index) => ({
    isDouble: plane.type === "Float64",
    data: plane.address,
    usable: usable?.address ?? NONE,
    out: planes[index]?.address ?? NONE,
  }));
  return [false, true].flatMap((isDouble) => {
    const group = bands.filter((band) => band.isDouble === isDouble);
    if (group.length === 0) return [];
    const list = (name: "data" | "usable" | "out") =>
      scratch.copy(
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

/**
 * The layout of a Task in kernels/assembly/task.ts: f64 fields, then 32-bit ones. The last is the work area.
 */
const TASK_DOUBLES = 4;
const TASK_INTEGERS = 21;
const TASK_BYTES = TASK_DOUBLES * 8 + TASK_INTEGERS * 4;

function resampleGroup(scratch: Scratch, given: GroupTask): void {
  const { kernels } = scratch;
  const task = scratch.array("Uint8", TASK_BYTES);
  writeTask(task, given, NONE);
  const work = scratch.array("Uint8", kernels.workBytes(task.address));
  writeTask(task, given, work.address);
  kernels.resample(task.address);
}

function writeTask(
  task: ScratchArray<"Uint8">,
  { source, plan, part, field, group, resampling, size, opacity, dense }: GroupTask,
  work: Address,
): void {
  const { buffer, byteOffset } = task.values;
  const { rect, scaleX, scaleY } = part;
  const { left, top, width, height } = source.window;
  const isWidened = scaleX < NARROW_SCALE_MIN || scaleY < NARROW_SCALE_MIN;
  new Float64Array(buffer, byteOffset, TASK_DOUBLES).set([
    plan.levelWidth,
    plan.levelHeight,
    Math.min(1, scaleX),
    Math.min(1, scaleY),
  ]);
  new Uint32Array(buffer, byteOffset + TASK_DOUBLES * 8, TASK_INTEGERS).set([
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
    work,
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
