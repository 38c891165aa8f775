/** A ring on a grid of pixels, whose first one has its outer corner at 0, 0; it closes by itself. */
export interface GridRing {
  readonly columns: ArrayLike<number>;
  readonly rows: ArrayLike<number>;
}

/**
 * Marks with 1 the pixels whose centres lie within a polygon: in an odd number of its rings. Marks of other
 * polygons stay.
 */
export function fillRings(
  marks: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  rings: readonly GridRing[],
): void {
  const crossings: number[][] = Array.from({ length: height }, () => []);
  for (const ring of rings) noteCrossings(crossings, ring);
  crossings.forEach((places, row) => {
    places.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < places.length; pair += 2) {
      const first = Math.max(0, Math.ceil(places[pair]! - 0.5));
      const end = Math.min(width, Math.ceil(places[pair + 1]! - 0.5));
      if (first < end) marks.fill(1, row * width + first, row * width + end);
    }
  });
}

/** Where a ring crosses the middle of each row. */
function noteCrossings(crossings: readonly number[][], { columns, rows }: GridRing): void {
  const { length } = columns;
  for (let index = 0; index < length; index++) {
    const next = (index + 1) % length;
    const [fromRow, toRow] = [rows[index]!, rows[next]!];
    const [top, bottom] = [Math.min(fromRow, toRow), Math.max(fromRow, toRow)];
    const first = Math.max(0, Math.ceil(top - 0.5));
    const last = Math.min(crossings.length, Math.ceil(bottom - 0.5));
    const slope = (columns[next]! - columns[index]!) / (toRow - fromRow);
    for (let row = first; row < last; row++) {
      crossings[row]!.push(columns[index]! + (row + 0.5 - fromRow) * slope);
    }
  }
}
