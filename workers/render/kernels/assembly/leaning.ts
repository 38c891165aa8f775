// Lines that lean little against the rows of a window of integers, with bilinear kernels of at most four
// samples a side, all with data: the usual case of a projected image. Samples are weighed down where the line
// crosses each of their columns, once for all pixels, and the sums then across (Catmull and Smith 1980).
// Floats may be heights, of which more is expected than the sixteen bits of these weights.
import { PIECE_BYTES } from "./lines";
import { columnUnder, rowUnder, tablesOf } from "./samples";
import { PLACE_BITS, TABLE_BYTES, TABLES_BYTES, fillTable } from "./sixteen";
import { addressAt, BILINEAR, isComplete, Task, WIDE_BILINEAR } from "./task";
import { fillIntegerTable, weighed16, weighed8, WHOLE } from "./integers";
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

/** Whether {@link resampleLeaning} fits: every kernel lies in the window. */
export function isLeaning(task: Task): bool {
  if (task.pieces == 0 || task.dense != 0) return false;
  if (task.kind != BILINEAR && task.kind != WIDE_BILINEAR) return false;
  if (task.kind == WIDE_BILINEAR && (task.scaleX < 0.5 || task.scaleY < 0.5)) return false;
  if (!isComplete(task)) return false;
  let piece = task.pieces;
  for (let line = 0; line < task.rectHeight; line++) {
    for (let x = 0; x < task.rectWidth; piece += PIECE_BYTES) {
      if (!isPieceLeaning(task, piece)) return false;
      x += i32(load<f64>(piece));
    }
  }
  return true;
}

/** NaN makes every comparison false. */
function isPieceLeaning(task: Task, piece: usize): bool {
  const column = load<f64>(piece, 8);
  const row = load<f64>(piece, 24);
  const stepColumn = load<f64>(piece, 16);
  const lean = load<f64>(piece, 32) / stepColumn;
  if (!(stepColumn > 0 && abs(lean) <= LEAN_MAX)) return false;
  const last = load<f64>(piece) - 1;
  const lastColumn = column + stepColumn * last;
  const lastRow = row + load<f64>(piece, 32) * last;
  if (columnUnder(task, column) < 0 || columnUnder(task, lastColumn) < 0) return false;
  if (rowUnder(task, row) < 0 || rowUnder(task, lastRow) < 0) return false;
  const reachX = 2 / scaleOf(task, task.scaleX);
  const x = column - f64(task.left) - beforeOf(task, task.scaleX);
  const lastX = lastColumn - f64(task.left) - beforeOf(task, task.scaleX);
  if (!(x >= ROUNDED - 1 && lastX + reachX + ROUNDED < f64(task.width))) return false;
  // Columns beside the first and the last pixel are weighed as well.
  const beside = abs(lean) * 4 + ROUNDED;
  const reachY = 2 / scaleOf(task, task.scaleY);
  const y = row - f64(task.top) - beforeOf(task, task.scaleY);
  const lastY = lastRow - f64(task.top) - beforeOf(task, task.scaleY);
  return min(y, lastY) - beside >= -1 && max(y, lastY) + beside + reachY < f64(task.height);
}

/** Where the work of a task ends: behind the tables, a line of sums for each band. */
export function endOfLeaning(task: Task): usize {
  return tablesOf(task) + TABLES_BYTES + usize(task.bands) * lineBytesOf(task);
}

@inline
function lineBytesOf(task: Task): usize {
  return usize((task.width + 11) & ~3) << 2;
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
    memory.fill(task.opacity + target, 255, usize(task.rectWidth));
    const end = target + usize(task.rectWidth);
    for (; target < end; piece += PIECE_BYTES) {
      const count = i32(load<f64>(piece));
      const x = load<f64>(piece, 8) - f64(task.left) - beforeOf(task, task.scaleX);
      const y = load<f64>(piece, 24) - f64(task.top) - beforeOf(task, task.scaleY);
      const stepX = load<f64>(piece, 16);
      const first = i32(floor(x)) + 1;
      const lean = load<f64>(piece, 32) / stepX;
      const onFirst = y + (f64(first) - x - 1 / scaleOf(task, task.scaleX)) * lean;
      const samples = min(task.width, i32(floor(x + stepX * f64(count - 1))) + 5) - first;
      weighDown<Sample>(task, first, samples, i64(floor(onFirst * FIXED)), i64(floor(lean * FIXED)));
      weighAcross(task, i64(floor((x - f64(first - 1)) * FIXED)), i64(floor(stepX * FIXED)), count, target);
      target += usize(count);
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
    for (let sample = column; sample < until; sample += 4, at += 4 * lean) {
      const from = usize(sample) << size;
      let to = lines + (usize(sample) << 2);
      // Four weights of 16 bits each: pairs of the first two rows and of the other two.
      const a = v128.load64_lane(weightsAt(table, at + lean), v128.load64_zero(weightsAt(table, at)), 1);
      const b = v128.load64_lane(weightsAt(table, at + 3 * lean), v128.load64_zero(weightsAt(table, at + 2 * lean)), 1);
      const upper = i32x4.shuffle(a, b, 0, 2, 4, 6);
      const lower = i32x4.shuffle(a, b, 1, 3, 5, 7);
      for (let band: usize = 0; band < bands; band += 4, to += lineBytes) {
        const plane = usize(load<u32>(data + band)) + from;
        const sums =
          sizeof<Sample>() == 1
            ? weighed8(plane + from0, plane + from1, plane + from2, plane + from3, upper, lower)
            : weighed16(plane + from0, plane + from1, plane + from2, plane + from3, upper, lower);
        v128.store(to, sums);
      }
    }
    y += lean * i64(until - column);
    column = until;
  }
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
