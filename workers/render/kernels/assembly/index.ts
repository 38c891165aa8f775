// The inner loops of rendering, compiled to WebAssembly with SIMD: `npm run kernels` writes ../binary.ts.
// Arguments of type usize are addresses in the module's memory, which the caller manages (../scratch.ts).
import { weighFour, weighMaskedFour } from "./bilinear";
import { weighSixteen } from "./cubic";
import { endOfLeaning, isLeaning, resampleLeaning } from "./leaning";
import { pickNearest } from "./nearest";
import { findSamples } from "./samples";
import { endOfSeparable, isSeparable, resampleSeparable, weighsIntegers } from "./separable";
import { hasSixteen, prepareSixteen, weighSixteenSamples } from "./sixteen";
import { CUBIC, FLOAT64, isComplete, NEAREST, Task, UINT16, UINT8, WIDE_BILINEAR, WIDE_CUBIC } from "./task";
import { endOfWidened, weighWidened } from "./widened";

export { findMissing32, findMissing64, isClear, joinMasks, lesserOpacity, markUsable } from "./masks";
export { interpolate, traceLines } from "./lines";
export { dropOpacity, flatten, paintBands } from "./paint";
export { filterUp, traitsOf, indexColors } from "./png";
export { deflate } from "./deflate";
export { hasByte, hasShort, widenBytes, widenShorts } from "./integers";

/** How many bytes {@link resample} needs to work in. */
export function workBytes(address: usize): usize {
  const task = changetype<Task>(address);
  return max(isSeparable(task) ? endOfSeparable(task) : endOfLeaning(task), endOfWidened(task)) - task.work;
}

/**
 * Resamples a window onto a rectangle of the tile: opacity and all bands of pixels with data. Takes a Task's
 * address.
 */
export function resample(address: usize): void {
  const task = changetype<Task>(address);
  if (task.sample == FLOAT64) resampleLines<f64>(task);
  else if (isSeparable(task)) resampleSeparable(task);
  else if (task.sample == UINT8) resampleLeaning<u8>(task);
  else if (task.sample == UINT16) resampleLeaning<u16>(task);
  else if (hasSixteen(task)) resampleSixteen(task);
  else resampleLines<f32>(task);
}

/** Whether {@link resample} takes samples of 8 or 16 bits as they are; others are widened to f32. */
export function takesIntegers(address: usize): bool {
  const task = changetype<Task>(address);
  return weighsIntegers(task) || isLeaning(task);
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
