// The sample under each pixel.
import { columnsOf, EDGE_EPSILON, rowsOf, targetsOf } from "./samples";
import { addressAt, Task } from "./task";

@inline
export function pickNearest<T>(task: Task, count: i32): void {
  const size = alignof<T>();
  const columns = columnsOf(task);
  const rows = rowsOf(task);
  const targets = targetsOf(task);
  const width = task.width;
  const height = task.height;
  for (let sample = 0; sample < count; sample++) {
    const column = min(width - 1, i32(floor(load<f64>(columns + (usize(sample) << 3)) + EDGE_EPSILON)));
    const row = min(height - 1, i32(floor(load<f64>(rows + (usize(sample) << 3)) + EDGE_EPSILON)));
    const from = usize(row * width + column) << size;
    const target = usize(load<i32>(targets + (usize(sample) << 2))) << size;
    for (let band = 0; band < task.bands; band++) {
      store<T>(addressAt(task.out, band) + target, load<T>(addressAt(task.data, band) + from));
    }
  }
}
