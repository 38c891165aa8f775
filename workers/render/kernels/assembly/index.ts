// The inner loops of rendering, compiled to WebAssembly with SIMD: `npm run kernels` writes ../binary.ts. All arguments called after planes,
// columns, rows and so on are addresses in the module's memory, which the caller manages (../scratch.ts).
import { pickNearest } from "./samples";
import { weighFour, weighMaskedFour } from "./bilinear";
import { weighSixteen } from "./cubic";
import { weighWidened } from "./widened";

export { spread, locate } from "./samples";
export { paintBands } from "./paint";
export { filterUp, traitsOf, indexColors } from "./png";
export { deflate } from "./deflate";

export function pickNearest32(
  data: usize,
  out: usize,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
): void {
  pickNearest<f32>(data, out, width, height, count, targets, columns, rows);
}
export function pickNearest64(
  data: usize,
  out: usize,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
): void {
  pickNearest<f64>(data, out, width, height, count, targets, columns, rows);
}
export function weighFour32(
  data: usize,
  out: usize,
  bands: i32,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
): void {
  weighFour<f32>(data, out, bands, width, height, count, targets, columns, rows);
}
export function weighFour64(
  data: usize,
  out: usize,
  bands: i32,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
): void {
  weighFour<f64>(data, out, bands, width, height, count, targets, columns, rows);
}
export function weighMaskedFour32(
  data: usize,
  usable: usize,
  out: usize,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
): void {
  weighMaskedFour<f32>(data, usable, out, width, height, count, targets, columns, rows);
}
export function weighMaskedFour64(
  data: usize,
  usable: usize,
  out: usize,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
): void {
  weighMaskedFour<f64>(data, usable, out, width, height, count, targets, columns, rows);
}
export function weighSixteen32(
  data: usize,
  usable: usize,
  out: usize,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
): void {
  weighSixteen<f32>(data, usable, out, width, height, count, targets, columns, rows);
}
export function weighSixteen64(
  data: usize,
  usable: usize,
  out: usize,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
): void {
  weighSixteen<f64>(data, usable, out, width, height, count, targets, columns, rows);
}
export function weighWidened32(
  data: usize,
  usable: usize,
  out: usize,
  bands: i32,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
  scaleX: f64,
  scaleY: f64,
  isCubic: bool,
  across: usize,
  down: usize,
): void {
  weighWidened<f32>(
    data,
    usable,
    out,
    bands,
    width,
    height,
    count,
    targets,
    columns,
    rows,
    scaleX,
    scaleY,
    isCubic,
    across,
    down,
  );
}
export function weighWidened64(
  data: usize,
  usable: usize,
  out: usize,
  bands: i32,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
  scaleX: f64,
  scaleY: f64,
  isCubic: bool,
  across: usize,
  down: usize,
): void {
  weighWidened<f64>(
    data,
    usable,
    out,
    bands,
    width,
    height,
    count,
    targets,
    columns,
    rows,
    scaleX,
    scaleY,
    isCubic,
    across,
    down,
  );
}
