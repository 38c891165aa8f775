import { hash, hashUnit } from "./noise.ts";

/** What grows on a pixel of farmland, and how far the pixel is from the edge of its field. */
export interface FieldPixel {
  /** A number of the field, the same for all its pixels. */
  field: number;
  /** Pixels to the nearest edge. */
  edge: number;
}

/**
 * Farmland as in central Europe: blocks with a direction of their own, cut into strips and the strips into
 * fields. The block of a pixel is that of the nearest of scattered centres.
 */
export class Farmland {
  readonly #seed: number;
  readonly #spacing: number;
  readonly #columns: number;
  /**
   * Six numbers a block: centre x and y, cosine and sine of its direction, width and length of its fields.
   */
  readonly #blocks: Float64Array;

  constructor(side: number, spacing: number, seed: number) {
    this.#seed = seed;
    this.#spacing = spacing;
    this.#columns = Math.ceil(side / spacing) + 2;
    this.#blocks = new Float64Array(this.#columns * this.#columns * 6);
    for (let row = 0; row < this.#columns; row++) {
      for (let column = 0; column < this.#columns; column++) {
        const angle = hashUnit(column, row, seed + 2) * Math.PI;
        this.#blocks.set(
          [
            (column - 1 + hashUnit(column, row, seed)) * spacing,
            (row - 1 + hashUnit(column, row, seed + 1)) * spacing,
            Math.cos(angle),
            Math.sin(angle),
            9 + 24 * hashUnit(column, row, seed + 3) ** 1.6,
            34 + 70 * hashUnit(column, row, seed + 4),
          ],
          (row * this.#columns + column) * 6,
        );
      }
    }
  }

  /** Says into `pixel` what lies at a place of the scene. */
  read(x: number, y: number, pixel: FieldPixel): void {
    const blocks = this.#blocks;
    const column = Math.trunc(x / this.#spacing) + 1;
    const row = Math.trunc(y / this.#spacing) + 1;
    let nearest = 0;
    let first = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (let r = row - 1; r <= row + 1; r++) {
      for (let c = column - 1; c <= column + 1; c++) {
        const block = (Math.min(r, this.#columns - 1) * this.#columns + Math.min(c, this.#columns - 1)) * 6;
        const dx = x - blocks[block]!;
        const dy = y - blocks[block + 1]!;
        const distance = dx * dx + dy * dy;
        if (distance < first) {
          second = first;
          first = distance;
          nearest = block;
        } else if (distance < second && block !== nearest) second = distance;
      }
    }
    const dx = x - blocks[nearest]!;
    const dy = y - blocks[nearest + 1]!;
    const cosine = blocks[nearest + 2]!;
    const sine = blocks[nearest + 3]!;
    const width = blocks[nearest + 4]!;
    const length = blocks[nearest + 5]!;
    const across = (dx * cosine + dy * sine) / width;
    const strip = Math.floor(across);
    const along = (dy * cosine - dx * sine) / length + hashUnit(nearest, strip, this.#seed + 5);
    const part = Math.floor(along);
    const acrossEdge = Math.min(across - strip, strip + 1 - across) * width;
    const alongEdge = Math.min(along - part, part + 1 - along) * length;
    pixel.field = hash(strip * 8191 + part, nearest, this.#seed + 6);
    pixel.edge = Math.min(acrossEdge, alongEdge, (Math.sqrt(second) - Math.sqrt(first)) / 2);
  }
}
