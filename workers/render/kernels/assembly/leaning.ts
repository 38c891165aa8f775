// Lines that lean little against the rows of a window of integers, with bilinear kernels of at most four
// samples a side, all with data: the usual case of a projected image. Samples are weighed down where the line
// crosses each of their columns, once for all pixels, and the sums then across (Catmull and Smith 1980).
// Floats may be heights, of which more is expected than the sixteen bits of these weights.
import { PIECE_BYTES } from "./lines";
import { columnUnder, rowUnder, tablesOf } from "./samples";
import { PLACE_BITS, TABLE_BYTES, TABLES_BYTES, fillTable } from "./sixteen";
import { addressAt, BILINEAR, isComplete, Task, WEIGHT_MIN, WIDE_BILINEAR } from "./task";
import { fillIntegerTable, weighEight16, weighEight8, WHOLE } from "./integers";
import { sumOf, sumsOf } from "./lanes";

/**
 * Rows for each column at most. A pixel's samples left and right of it are weighed at rows a little above and
 * below its own: where values vary evenly, both make no difference together.
 */
const LEAN_MAX: f64 = 1 / 16;

/** Places are whole numbers of this part of a sample. */
const FIXED: f64 = 4_294_967_296;
/** More than rounding to that moves a place on a line. */
const ROUNDED: f64 = 1e-6;
const PLACE_SHIFT: u32 = 32 - PLACE_BITS;

@inline
function scaleOf(task: Task, scale: f64): f64 {
  return task.kind == BILINEAR ? 1 : scale;
}

/** Kernels begin so far before a pixel's place, by the middles of samples. */
@inline
function beforeOf(task: Task, scale: f64): f64 {
  return 0.5 + 1 / scaleOf(task, scale);
}

/** One of so many pixels may reach off the window, beside {@link REACHING_MAX} of them. */
const REACHING_SHARE: i32 = 8;
const REACHING_MAX: i32 = 1_024;

/** Whether {@link resampleLeaning} fits: nearly every kernel lies in the window. */
export function isLeaning(task: Task): bool {
  if (task.pieces == 0 || task.dense != 0) return false;
  if (task.kind != BILINEAR && task.kind != WIDE_BILINEAR) return false;
  if (task.kind == WIDE_BILINEAR && (task.scaleX < 0.5 || task.scaleY < 0.5)) return false;
  if (!isComplete(task)) return false;
  let present = 0;
  let reaching = 0;
  let piece = task.pieces;
  for (let line = 0; line < task.rectHeight; line++) {
    for (let x = 0; x < task.rectWidth; piece += PIECE_BYTES) {
      if (!readPiece(task, piece)) return false;
      present += presentUntil - presentFrom;
      reaching += presentUntil - presentFrom - (insideUntil - insideFrom);
      x += pixels;
    }
  }
  return (reaching - REACHING_MAX) * REACHING_SHARE <= present;
}

/*
 * The piece that was read: its pixels, where the kernel of the first one begins in the window, and the steps
 * from pixel to pixel.
 */
let pixels: i32 = 0;
let pieceX: f64 = 0;
let pieceY: f64 = 0;
let stepX: f64 = 0;
let stepY: f64 = 0;
/** Rows for each column. */
let lean: f64 = 0;
/** Pixels that may lie in the level, and those among them whose kernels lie in the window. */
let presentFrom: i32 = 0;
let presentUntil: i32 = 0;
let insideFrom: i32 = 0;
let insideUntil: i32 = 0;

/** Reads a piece; whether it leans little. NaN makes comparisons false. */
function readPiece(task: Task, piece: usize): bool {
  pixels = i32(load<f64>(piece));
  stepX = load<f64>(piece, 16);
  stepY = load<f64>(piece, 32);
  lean = stepY / stepX;
  if (!(stepX > 0 && abs(lean) <= LEAN_MAX)) return false;
  const column = load<f64>(piece, 8);
  const row = load<f64>(piece, 24);
  from = 0;
  until = f64(pixels);
  within(column, stepX, -stepX, task.levelWidth + stepX);
  within(row, stepY, -abs(stepY), task.levelHeight + abs(stepY));
  presentFrom = i32(from);
  presentUntil = i32(until);
  pieceX = column - f64(task.left) - beforeOf(task, task.scaleX);
  pieceY = row - f64(task.top) - beforeOf(task, task.scaleY);
  within(pieceX, stepX, ROUNDED - 1, f64(task.width) - 2 / scaleOf(task, task.scaleX) - ROUNDED);
  // Columns beside the first and the last pixel are weighed as well.
  const beside = abs(lean) * 4 + ROUNDED;
  within(pieceY, stepY, beside - 1, f64(task.height) - 2 / scaleOf(task, task.scaleY) - beside);
  insideFrom = i32(from);
  insideUntil = i32(until);
  return true;
}

/** The pixels of a piece for which all limits so far hold. */
let from: f64 = 0;
let until: f64 = 0;

/** Keeps those pixels whose place, in equal steps, is not below `low` and not above `high`. */
function within(place: f64, step: f64, low: f64, high: f64): void {
  if (step != 0) {
    const first = ((step > 0 ? low : high) - place) / step;
    const last = ((step > 0 ? high : low) - place) / step;
    from = max(from, ceil(first));
    until = min(until, floor(last) + 1);
  }
  const isAny = from < until && (step != 0 || (place >= low && place <= high));
  if (!isAny) until = from = 0;
}

/** Where the work of a task ends: behind the tables, a line of sums for each band. */
export function endOfLeaning(task: Task): usize {
  return tablesOf(task) + TABLES_BYTES + usize(task.bands) * lineBytesOf(task);
}

@inline
function lineBytesOf(task: Task): usize {
  return usize((task.width + 15) & ~3) << 2;
}

/** All bands of a rectangle. */
@inline
export function resampleLeaning<Sample>(task: Task): void {
  const across = tablesOf(task);
  const down = across + TABLE_BYTES;
  fillTable(across, f32(scaleOf(task, task.scaleX)), 1 / f32(WHOLE));
  fillIntegerTable(down, f32(scaleOf(task, task.scaleY)));
  // Sums behind a line have weights of zero, but they have to be finite.
  memory.fill(across + TABLES_BYTES, 0, usize(task.bands) * lineBytesOf(task));
  let piece = task.pieces;
  for (let line = 0; line < task.rectHeight; line++) {
    let target = usize((task.rectY + line) * task.size + task.rectX);
    const end = target + usize(task.rectWidth);
    for (; target < end; piece += PIECE_BYTES) {
      readPiece(task, piece);
      weighEach<Sample>(task, piece, presentFrom, insideFrom, target);
      if (insideFrom < insideUntil) weighInside<Sample>(task, target + usize(insideFrom));
      weighEach<Sample>(task, piece, max(presentFrom, insideUntil), presentUntil, target);
      target += usize(pixels);
    }
  }
}

/** The pixels of a piece whose kernels lie in the window. */
@inline
function weighInside<Sample>(task: Task, target: usize): void {
  const count = insideUntil - insideFrom;
  memory.fill(task.opacity + target, 255, usize(count));
  const x = pieceX + stepX * f64(insideFrom);
  const y = pieceY + stepY * f64(insideFrom);
  const first = i32(floor(x)) + 1;
  const onFirst = y + (f64(first) - x - 1 / scaleOf(task, task.scaleX)) * lean;
  const samples = min(task.width, i32(floor(x + stepX * f64(count - 1))) + 5) - first;
  weighDown<Sample>(task, first, samples, i64(floor(onFirst * FIXED)), i64(floor(lean * FIXED)));
  weighAcross(task, i64(floor((x - f64(first - 1)) * FIXED)), i64(floor(stepX * FIXED)), count, target);
}

/** Pixels of a piece one by one, from those samples that are there. */
function weighEach<Sample>(task: Task, piece: usize, begin: i32, end: i32, target: usize): void {
  const size = alignof<Sample>();
  const scaleX = scaleOf(task, task.scaleX);
  const scaleY = scaleOf(task, task.scaleY);
  for (let pixel = begin; pixel < end; pixel++) {
    const column = load<f64>(piece, 8) + stepX * f64(pixel);
    const row = load<f64>(piece, 24) + stepY * f64(pixel);
    if (columnUnder(task, column) < 0 || rowUnder(task, row) < 0) continue;
    const at = target + usize(pixel);
    store<u8>(task.opacity + at, 255);
    const x = column - f64(task.left) - 0.5;
    const y = row - f64(task.top) - 0.5;
    const left = max(0, i32(ceil(x - 1 / scaleX)));
    const right = min(task.width - 1, i32(floor(x + 1 / scaleX)));
    const top = max(0, i32(ceil(y - 1 / scaleY)));
    const bottom = min(task.height - 1, i32(floor(y + 1 / scaleY)));
    for (let band = 0; band < task.bands; band++) {
      const data = addressAt(task.data, band);
      let sum: f64 = 0;
      let weights: f64 = 0;
      for (let line = top; line <= bottom; line++) {
        const down = 1 - abs(f64(line) - y) * scaleY;
        for (let sample = left; sample <= right; sample++) {
          const weight = (1 - abs(f64(sample) - x) * scaleX) * down;
          sum += f64(load<Sample>(data + (usize(line * task.width + sample) << size))) * weight;
          weights += weight;
        }
      }
      if (weights > WEIGHT_MIN) store<f32>(addressAt(task.out, band) + (at << 2), f32(sum / weights));
    }
  }
}

/**
 * Weighs samples from column `first` on down, where a line crosses them: `y` is where the first one's kernel
 * begins, `lean` how much lower the next one's does.
 */
@inline
function weighDown<Sample>(task: Task, first: i32, samples: i32, y: i64, lean: i64): void {
  const size = alignof<Sample>();
  const stride = usize(task.width) << size;
  const lineBytes = lineBytesOf(task);
  const bands = usize(task.bands) << 2;
  const data = task.data;
  const table = tablesOf(task) + TABLE_BYTES;
  const lines = tablesOf(task) + TABLES_BYTES;
  const bottom = task.height - 1;
  for (let column = 0; column < samples; ) {
    const row = i32(y >> 32) + 1;
    // As many columns as begin in the same row; what is weighed beyond them is written anew.
    const gone = i64(u32(y));
    const most = lean == 0 ? i64(samples) : lean > 0 ? (0xffff_ffff - gone) / lean + 1 : gone / -lean + 1;
    const until = column + i32(min(i64(samples - column), most));
    // Rows below the window weigh nothing.
    const from0 = (usize(min(row, bottom)) * stride) + (usize(first) << size);
    const from1 = (usize(min(row + 1, bottom)) * stride) + (usize(first) << size);
    const from2 = (usize(min(row + 2, bottom)) * stride) + (usize(first) << size);
    const from3 = (usize(min(row + 3, bottom)) * stride) + (usize(first) << size);
    let at = y;
    for (let sample = column; sample < until; sample += 8, at += 8 * lean) {
      const from = usize(sample) << size;
      let to = lines + (usize(sample) << 2);
      // Four weights of 16 bits each: pairs of the first two rows and of the other two.
      const a = weightsOfTwo(table, at, lean);
      const b = weightsOfTwo(table, at + 2 * lean, lean);
      const c = weightsOfTwo(table, at + 4 * lean, lean);
      const d = weightsOfTwo(table, at + 6 * lean, lean);
      const upper0 = i32x4.shuffle(a, b, 0, 2, 4, 6);
      const lower0 = i32x4.shuffle(a, b, 1, 3, 5, 7);
      const upper1 = i32x4.shuffle(c, d, 0, 2, 4, 6);
      const lower1 = i32x4.shuffle(c, d, 1, 3, 5, 7);
      for (let band: usize = 0; band < bands; band += 4, to += lineBytes) {
        const plane = usize(load<u32>(data + band)) + from;
        const row0 = plane + from0;
        const row1 = plane + from1;
        const row2 = plane + from2;
        const row3 = plane + from3;
        if (sizeof<Sample>() == 1) weighEight8(row0, row1, row2, row3, upper0, lower0, upper1, lower1, to);
        else weighEight16(row0, row1, row2, row3, upper0, lower0, upper1, lower1, to);
      }
    }
    y += lean * i64(until - column);
    column = until;
  }
}

@inline
function weightsOfTwo(table: usize, place: i64, lean: i64): v128 {
  return v128.load64_lane(weightsAt(table, place + lean), v128.load64_zero(weightsAt(table, place)), 1);
}

@inline
function weightsAt(table: usize, place: i64): usize {
  return table + (usize(u32(place) >> PLACE_SHIFT) << 3);
}

@inline
function vectorAt(table: usize, place: i64): v128 {
  return v128.load(table + (usize(u32(place) >> PLACE_SHIFT) << 4));
}

/** `x` is where the first pixel's kernel begins, counted from the column before the first. */
@inline
function weighAcross(task: Task, x: i64, step: i64, count: i32, target: usize): void {
  const table = tablesOf(task);
  const lines = table + TABLES_BYTES;
  const lineBytes = lineBytesOf(task);
  const bands = usize(task.bands) << 2;
  const out = task.out;
  let pixel = 0;
  for (; pixel + 4 <= count; pixel += 4, target += 4, x += 4 * step) {
    const x1 = x + step;
    const x2 = x1 + step;
    const x3 = x2 + step;
    const a = vectorAt(table, x);
    const b = vectorAt(table, x1);
    const c = vectorAt(table, x2);
    const d = vectorAt(table, x3);
    let fromA = lines + firstAt(x);
    const toB = firstAt(x1) - firstAt(x);
    const toC = firstAt(x2) - firstAt(x);
    const toD = firstAt(x3) - firstAt(x);
    for (let band: usize = 0; band < bands; band += 4, fromA += lineBytes) {
      const atA = f32x4.mul(v128.load(fromA), a);
      const atB = f32x4.mul(v128.load(fromA + toB), b);
      const atC = f32x4.mul(v128.load(fromA + toC), c);
      const atD = f32x4.mul(v128.load(fromA + toD), d);
      v128.store(usize(load<u32>(out + band)) + (target << 2), sumsOf(atA, atB, atC, atD));
    }
  }
  for (; pixel < count; pixel++, target++, x += step) {
    const weights = vectorAt(table, x);
    let from = lines + firstAt(x);
    for (let band: usize = 0; band < bands; band += 4, from += lineBytes) {
      store<f32>(usize(load<u32>(out + band)) + (target << 2), sumOf(f32x4.mul(v128.load(from), weights)));
    }
  }
}

/** The first weighed sum's place in a line, in bytes. */
@inline
function firstAt(x: i64): usize {
  return usize(u32(x >> 32)) << 2;
}
