import type { Resampling } from "../../core/render-style.ts";
import { kernels, type Address } from "./kernels/kernels.ts";
import { markScratch, releaseScratch, scratchArray, scratchCopy, scratchZeros } from "./kernels/scratch.ts";
import type { PixelArray, Plane, SourcePixels, TilePixels } from "./pixels.ts";
import type { TilePart, TilePlan } from "./plan.ts";
import type { TileGeometry } from "./tile-geometry.ts";

/** At least this many tile pixels per source pixel use the nearest samples alone; below, the kernel is widened (gdalwarp's threshold). */
const NARROW_SCALE_MIN = 0.95;

/**
 * Puts source pixels onto the tile's grid. A tile pixel has data when the source pixel under its middle has. What comes out lies in the kernels'
 * memory, until what it was made within is released.
 */
export function resample(
  source: SourcePixels,
  geometry: Pick<TileGeometry, "fieldOf">,
  plan: TilePlan,
  size: number,
  resampling: Resampling,
): TilePixels {
  const planes = source.bands.map(({ plane }): Plane => zerosLike(plane, size * size));
  const opacity = scratchZeros("Uint8", size * size);
  const mark = markScratch();
  const groups = groupBands(source, planes);
  const dense = source.opacity === null ? NONE : scratchCopy("Uint8", source.opacity).address;
  for (const part of plan.parts) {
    const samples = locateSamples(source, geometry, plan, part, { size, opacity: opacity.address, dense });
    for (const group of groups) weigh(group, samples, part, resampling);
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

/** Bands that one kernel takes at once. */
interface BandGroup {
  readonly bits: 32 | 64;
  readonly bands: readonly { readonly data: Address; readonly usable: Address; readonly out: Address }[];
  /** The addresses again, listed for kernels. */
  readonly data: Address;
  readonly usable: Address;
  readonly out: Address;
}

function groupBands(source: SourcePixels, planes: readonly Plane[]): BandGroup[] {
  const bands = source.bands.map(({ plane, usable }, index) => ({
    bits: plane.type === "Float32" ? (32 as const) : (64 as const),
    data: plane.address,
    usable: usable?.address ?? NONE,
    out: planes[index]!.address,
  }));
  return ([32, 64] as const)
    .map((bits) => ({ bits, bands: bands.filter((band) => band.bits === bits) }))
    .filter((group) => group.bands.length > 0)
    .map((group) => ({
      ...group,
      data: scratchCopy(
        "Uint32",
        group.bands.map((band) => band.data),
      ).address,
      usable: scratchCopy(
        "Uint32",
        group.bands.map((band) => band.usable),
      ).address,
      out: scratchCopy(
        "Uint32",
        group.bands.map((band) => band.out),
      ).address,
    }));
}

/** The tile pixels of a part that have data, and where they lie in the window, as kernels take them. */
type Samples = readonly [
  width: number,
  height: number,
  count: number,
  targets: Address,
  columns: Address,
  rows: Address,
];

interface Target {
  readonly size: number;
  readonly opacity: Address;
  /** The window's opacity; 0: all opaque. */
  readonly dense: Address;
}

/** Finds the pixels of a part that have data and notes their opacity. */
function locateSamples(
  { window: { left, top, width, height } }: SourcePixels,
  geometry: Pick<TileGeometry, "fieldOf">,
  { levelWidth, levelHeight, factorX, factorY }: TilePlan,
  { rect }: TilePart,
  { size, opacity, dense }: Target,
): Samples {
  const field = geometry.fieldOf(rect, factorX, factorY);
  const length = rect.width * rect.height;
  const targets = scratchArray("Int32", length).address;
  const fieldColumns = scratchCopy("Float64", field.columns).address;
  const fieldRows = scratchCopy("Float64", field.rows).address;
  const columns = field.separable ? scratchArray("Float64", length).address : fieldColumns;
  const rows = field.separable ? scratchArray("Float64", length).address : fieldRows;
  if (field.separable) kernels.spread(fieldColumns, fieldRows, rect.width, rect.height, columns, rows);
  const count = kernels.locate(
    columns,
    rows,
    targets,
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
    levelWidth,
    levelHeight,
  );
  return [width, height, count, targets, columns, rows];
}

function weigh(group: BandGroup, samples: Samples, part: TilePart, resampling: Resampling): void {
  const { bits, bands } = group;
  if (resampling === "nearest") {
    for (const { data, out } of bands) kernels[`pickNearest${bits}`](data, out, ...samples);
    return;
  }
  if (part.scaleX < NARROW_SCALE_MIN || part.scaleY < NARROW_SCALE_MIN) {
    weighWidened(group, samples, part, resampling);
    return;
  }
  if (bands.every(({ usable }) => usable === NONE)) {
    kernels[`weighFour${bits}`](group.data, group.out, bands.length, ...samples);
  } else {
    for (const { data, usable, out } of bands)
      kernels[`weighMaskedFour${bits}`](data, usable, out, ...samples);
  }
  if (resampling !== "cubic") return;
  for (const { data, usable, out } of bands) {
    kernels[`weighSixteen${bits}`](data, usable, out, ...samples);
  }
}

/** Widens the kernel by the scale of each axis. */
function weighWidened(
  { bits, bands, data, usable, out }: BandGroup,
  samples: Samples,
  part: TilePart,
  resampling: Resampling,
): void {
  const [scaleX, scaleY] = [Math.min(1, part.scaleX), Math.min(1, part.scaleY)];
  const radius = resampling === "cubic" ? 2 : 1;
  // One kernel spans at most twice its reach and the sample it begins at.
  const [wide, high] = [scaleX, scaleY].map((scale) => 2 * Math.ceil(radius / scale) + 2) as [number, number];
  const [across, down] = [scratchArray("Float64", wide), scratchArray("Float64", high)];
  kernels[`weighWidened${bits}`](
    data,
    usable,
    out,
    bands.length,
    ...samples,
    scaleX,
    scaleY,
    resampling === "cubic" ? 1 : 0,
    across.address,
    down.address,
  );
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
