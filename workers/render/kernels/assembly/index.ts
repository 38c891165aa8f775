// The inner loops of rendering, compiled to WebAssembly with SIMD: `npm run kernels` writes ../binary.ts.
// Arguments of type usize are addresses in the module's memory, which the caller manages (../scratch.ts).
import { weighFour, weighMaskedFour } from "./bilinear";
import { weighSixteen } from "./cubic";
import { pickNearest } from "./nearest";
import { findSamples } from "./samples";
import { endOfSeparable, isSeparable, resampleSeparable } from "./separable";
import { hasSixteen, prepareSixteen, weighSixteenSamples } from "./sixteen";
import { CUBIC, isComplete, NEAREST, Task, WIDE_BILINEAR, WIDE_CUBIC } from "./task";
import { endOfWidened, weighWidened } from "./widened";

export { findMissing32, findMissing64, isClear, joinMasks, lesserOpacity, markUsable } from "./masks";
export { interpolate, traceLines } from "./lines";
export { dropOpacity, flatten, paintBands } from "./paint";
export { filterUp, traitsOf, indexColors } from "./png";
export { deflate } from "./deflate";

/** How many bytes {@link resample} needs to work in. */
export function workBytes(address: usize): usize {
  const task = changetype<Task>(address);
  return max(isSeparable(task) ? endOfSeparable(task) : 0, endOfWidened(task)) - task.work;
}

/**
 * Resamples a window onto a rectangle of the tile: opacity and all bands of pixels with data. Takes a Task's
 * address.
 */
export function resample(address: usize): void {
  const task = changetype<Task>(address);
  if (task.isDouble) resampleLines<f64>(task);
  else if (isSeparable(task)) resampleSeparable(task);
  else if (hasSixteen(task)) resampleSixteen(task);
  else resampleLines<f32>(task);
}

function resampleSixteen(task: Task): void {
  prepareSixteen(task);
  for (let line = 0; line < task.rectHeight; line++) weighSixteenSamples(task, findSamples(task, line));
}

function resampleLines<T>(task: Task): void {
  const isWhole = isComplete(task);
  for (let line = 0; line < task.rectHeight; line++) weigh<T>(task, findSamples(task, line), isWhole);
}

@inline
function weigh<T>(task: Task, count: i32, isWhole: bool): void {
  if (task.kind == NEAREST) {
    pickNearest<T>(task, count);
    return;
  }
  if (task.kind == WIDE_BILINEAR || task.kind == WIDE_CUBIC) {
    weighWidened<T>(task, 0, count);
    return;
  }
  if (isWhole) weighFour<T>(task, count);
  else for (let band = 0; band < task.bands; band++) weighMaskedFour<T>(task, band, count);
  if (task.kind == CUBIC) for (let band = 0; band < task.bands; band++) weighSixteen<T>(task, band, count);
}
