/**
 * Values on a grid coarser than the scene, read between its nodes: what changes slowly is worked out once for
 * many pixels.
 */
export class CoarseField {
  /** Scene pixels from one node to the next. */
  readonly step: number;
  readonly side: number;
  readonly values: Float32Array;

  constructor(sceneSide: number, step: number, fill = 0) {
    this.step = step;
    this.side = Math.ceil(sceneSide / step) + 2;
    this.values = new Float32Array(this.side * this.side).fill(fill);
  }

  /** A field whose nodes hold a function of their scene pixel. */
  static of(sceneSide: number, step: number, value: (x: number, y: number) => number): CoarseField {
    const field = new CoarseField(sceneSide, step);
    for (let row = 0; row < field.side; row++) {
      for (let column = 0; column < field.side; column++) {
        field.values[row * field.side + column] = value(column * step, row * step);
      }
    }
    return field;
  }

  /** The value at a scene pixel, bilinear; outside the scene that of its edge. */
  at(x: number, y: number): number {
    const { side, step, values } = this;
    const column = Math.max(0, Math.min(side - 2, Math.trunc(x / step)));
    const row = Math.max(0, Math.min(side - 2, Math.trunc(y / step)));
    const shareX = x / step - column;
    const shareY = y / step - row;
    const node = row * side + column;
    const left = values[node]! + (values[node + side]! - values[node]!) * shareY;
    const right = values[node + 1]! + (values[node + side + 1]! - values[node + 1]!) * shareY;
    return left + (right - left) * shareX;
  }
}

/** A point in scene pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far every pixel is from a line, in pixels; what is farther than the reach holds the reach. */
export function distanceToLine(
  sceneSide: number,
  step: number,
  line: readonly Point[],
  reach: number,
): CoarseField {
  const field = new CoarseField(sceneSide, step, reach);
  const radius = Math.ceil(reach / step);
  for (const { x, y } of line) {
    const column = Math.round(x / step);
    const row = Math.round(y / step);
    for (let r = Math.max(0, row - radius); r <= Math.min(field.side - 1, row + radius); r++) {
      for (let c = Math.max(0, column - radius); c <= Math.min(field.side - 1, column + radius); c++) {
        const distance = Math.sqrt((c * step - x) ** 2 + (r * step - y) ** 2);
        const node = r * field.side + c;
        if (distance < field.values[node]!) field.values[node] = distance;
      }
    }
  }
  return field;
}
