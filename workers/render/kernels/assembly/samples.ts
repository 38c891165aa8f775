// Which pixels of a line have data, and where they lie in the window that was read.
import { PIECE_BYTES } from "./lines";
import { TABLES_BYTES } from "./sixteen";
import { Task } from "./task";

/** Rounding of coordinates on a pixel's edge, as gdalwarp does it. */
export const EDGE_EPSILON: f64 = 1e-10;

/**
 * The work area of one line: columns and rows in the window, and targets (the pixels' indices in the tile).
 */
@inline
export function columnsOf(task: Task): usize {
  return task.work;
}

@inline
export function rowsOf(task: Task): usize {
  return task.work + (usize(task.rectWidth) << 3);
}

@inline
export function targetsOf(task: Task): usize {
  return task.work + (usize(task.rectWidth) << 4);
}

/** Behind them, tables of weights of {@link TABLES_BYTES}, then the weights of one pixel. */
@inline
export function tablesOf(task: Task): usize {
  return (task.work + usize(task.rectWidth) * 20 + 15) & ~15;
}

@inline
export function weightsOf(task: Task): usize {
  return tablesOf(task) + TABLES_BYTES;
}

/** The column of the window under a place in the level; negative: none. NaN, no place at all, has none. */
@inline
export function columnUnder(task: Task, column: f64): i32 {
  if (!(column >= 0 && column <= task.levelWidth)) return -1;
  return min(task.width - 1, i32(floor(column + EDGE_EPSILON)) - task.left);
}

/** The row of the window under a place in the level; negative: none. */
@inline
export function rowUnder(task: Task, row: f64): i32 {
  if (!(row >= 0 && row <= task.levelHeight)) return -1;
  return min(task.height - 1, i32(floor(row + EDGE_EPSILON)) - task.top);
}

@inline
function isInside(task: Task, column: f64, row: f64): bool {
  return columnUnder(task, column) >= 0 && rowUnder(task, row) >= 0;
}

/** The line whose samples are being found. */
let found: i32 = 0;
let nextPiece: usize = 0;

/** Lists the pixels of the next line that have data, and writes their opacity. Returns how many there are. */
export function findSamples(task: Task, line: i32): i32 {
  if (line == 0) nextPiece = task.pieces;
  found = 0;
  const target = (task.rectY + line) * task.size + task.rectX;
  if (task.pieces == 0) {
    const row = load<f64>(task.rows + (usize(line) << 3));
    for (let x = 0; x < task.rectWidth; x++) findOne(task, target + x, load<f64>(task.columns + (usize(x) << 3)), row);
    return found;
  }
  for (let x = 0; x < task.rectWidth; ) {
    const count = i32(load<f64>(nextPiece));
    findPiece(task, target + x, count, load<f64>(nextPiece, 8), load<f64>(nextPiece, 16), load<f64>(nextPiece, 24), load<f64>(nextPiece, 32));
    nextPiece += PIECE_BYTES;
    x += count;
  }
  return found;
}

function findPiece(task: Task, target: i32, count: i32, column: f64, stepColumn: f64, row: f64, stepRow: f64): void {
  const last = f64(count - 1);
  const isWhole = isInside(task, column, row) && isInside(task, column + stepColumn * last, row + stepRow * last);
  if (!isWhole || task.dense != 0) {
    for (let index = 0; index < count; index++) {
      findOne(task, target + index, column + stepColumn * f64(index), row + stepRow * f64(index));
    }
    return;
  }
  memory.fill(task.opacity + usize(target), 255, usize(count));
  const columns = columnsOf(task) + (usize(found) << 3);
  const rows = rowsOf(task) + (usize(found) << 3);
  const targets = targetsOf(task) + (usize(found) << 2);
  const left = f64(task.left);
  const top = f64(task.top);
  for (let index = 0; index < count; index++) {
    store<f64>(columns + (usize(index) << 3), column + stepColumn * f64(index) - left);
    store<f64>(rows + (usize(index) << 3), row + stepRow * f64(index) - top);
    store<i32>(targets + (usize(index) << 2), target + index);
  }
  found += count;
}

@inline
function findOne(task: Task, target: i32, column: f64, row: f64): void {
  const sampleX = columnUnder(task, column);
  const sampleY = rowUnder(task, row);
  if (sampleX < 0 || sampleY < 0) return;
  const here = task.dense == 0 ? <u8>255 : load<u8>(task.dense + usize(sampleY * task.width + sampleX));
  if (here == 0) return;
  store<u8>(task.opacity + usize(target), here);
  store<f64>(columnsOf(task) + (usize(found) << 3), column - f64(task.left));
  store<f64>(rowsOf(task) + (usize(found) << 3), row - f64(task.top));
  store<i32>(targetsOf(task) + (usize(found) << 2), target);
  found++;
}
