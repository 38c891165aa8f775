import type { Resampling } from "../../../core/styles/render-style.ts";
import type { Address } from "../kernels/kernels.ts";
import type { Scratch, ScratchArray } from "../kernels/scratch.ts";
import type { BandPixels, PixelArray, Plane, SourcePixels, TilePixels } from "./pixels.ts";
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
  const planes = source.bands.map((band): Plane => {
    return isDouble(band) ? scratch.zeros("Float64", size * size) : scratch.zeros("Float32", size * size);
  });
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

function isDouble(band: BandPixels): boolean {
  return band.integers === undefined && band.plane.type === "Float64";
}

/** Bands of one number type, as lists of addresses: a kernel takes them at once. */
interface BandGroup {
  readonly count: number;
  readonly usable: Address;
  readonly out: Address;
  /** The samples as floats, made when this is called first. */
  wide(): Samples;
  /** As they are in the file, where all bands have the same type. */
  readonly integers: Samples | undefined;
}

interface Samples {
  /** See {@link SAMPLES}. */
  readonly type: keyof typeof SAMPLES;
  readonly data: Address;
}

function groupBands(scratch: Scratch, source: SourcePixels, planes: readonly Plane[]): BandGroup[] {
  const bands = source.bands.map((band, index) => ({ band, out: planes[index]?.address ?? NONE }));
  return [false, true].flatMap((double) => {
    const group = bands.filter(({ band }) => isDouble(band) === double);
    return group.length === 0 ? [] : [groupOf(scratch, group, double ? "Float64" : "Float32")];
  });
}

function groupOf(
  scratch: Scratch,
  bands: readonly { readonly band: BandPixels; readonly out: Address }[],
  type: "Float32" | "Float64",
): BandGroup {
  const listOf = (addresses: readonly Address[]) => scratch.copy("Uint32", addresses);
  const integers = bands.flatMap(({ band }) => band.integers ?? []);
  const [first] = integers;
  const areAlike = integers.length === bands.length && integers.every((plane) => plane.type === first?.type);
  const wide = scratch.array("Uint32", bands.length);
  return {
    count: bands.length,
    usable: listOf(bands.map(({ band }) => band.usable?.address ?? NONE)).address,
    out: listOf(bands.map(({ out }) => out)).address,
    wide() {
      wide.values.set(bands.map(({ band }) => band.plane.address));
      return { type, data: wide.address };
    },
    integers:
      first && areAlike
        ? { type: first.type, data: listOf(integers.map(({ address }) => address)).address }
        : undefined,
  };
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

/** The number types of kernels/assembly/task.ts. */
const SAMPLES = { Float32: 0, Float64: 1, Uint8: 2, Uint16: 3 } as const;

/**
 * The layout of a Task in kernels/assembly/task.ts: f64 fields, then 32-bit ones. The last is the work area.
 */
const TASK_DOUBLES = 4;
const TASK_INTEGERS = 21;
const TASK_BYTES = TASK_DOUBLES * 8 + TASK_INTEGERS * 4;

function resampleGroup(scratch: Scratch, given: GroupTask): void {
  const { kernels } = scratch;
  const { integers } = given.group;
  const task = scratch.array("Uint8", TASK_BYTES);
  let samples = integers ?? given.group.wide();
  writeTask(task, given, samples, NONE);
  if (integers && !kernels.takesIntegers(task.address)) {
    samples = given.group.wide();
    writeTask(task, given, samples, NONE);
  }
  const work = scratch.array("Uint8", kernels.workBytes(task.address));
  writeTask(task, given, samples, work.address);
  kernels.resample(task.address);
}

function writeTask(
  task: ScratchArray<"Uint8">,
  { source, plan, part, field, group, resampling, size, opacity, dense }: GroupTask,
  samples: Samples,
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
    SAMPLES[samples.type],
    group.count,
    samples.data,
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
