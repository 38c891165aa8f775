/** Takes the values of one field, row by row. */
export interface FieldReader {
  /** A value: some of the bytes, which may change after the call. */
  add(bytes: Uint8Array, start: number, length: number): void;
  addNull(): void;
}

/** What COPY's binary format begins with; flags and the length of an extension follow. */
const SIGNATURE = "PGCOPY\n\u{ff}\r\n\0";
const HEAD_BYTES = 19;

/** The number of fields that ends the data. */
const END = -1;

const COUNT_BYTES = 2;
const LENGTH_BYTES = 4;
const NULL = -1;

/**
 * Reads what `copy … to stdout (format binary)` sends: each value goes to the reader of its field. Yields the
 * number of rows read since the last time, which is that of a batch but for the last one. No objects are made
 * for rows or values.
 */
export async function* copiedRows(
  pieces: AsyncIterable<Uint8Array>,
  readers: readonly FieldReader[],
  batchRows: number,
): AsyncGenerator<number> {
  const row = new CopiedRow(readers);
  let rest: Uint8Array = new Uint8Array();
  let rows = 0;
  let isBegun = false;
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    if (!isBegun) {
      rest = bytes;
      if (bytes.length < HEAD_BYTES) continue;
      at = endOfHead(bytes);
      isBegun = true;
    }
    for (let next = row.read(bytes, at); next > at; next = row.read(bytes, at)) {
      at = next;
      rows += 1;
      if (rows < batchRows) continue;
      yield rows;
      rows = 0;
    }
    rest = bytes.subarray(at);
  }
  if (rest.length !== COUNT_BYTES || new DataView(rest.buffer, rest.byteOffset).getInt16(0) !== END) {
    throw new Error("PostgreSQL sent no whole copy");
  }
  if (rows > 0) yield rows;
}

function endOfHead(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, HEAD_BYTES);
  if (head.toString("latin1", 0, SIGNATURE.length) !== SIGNATURE || head.readUInt32BE(15) !== 0) {
    throw new Error("PostgreSQL sent no binary copy");
  }
  return HEAD_BYTES;
}

/** Reads a row at a time. */
class CopiedRow {
  readonly #readers: readonly FieldReader[];
  /** Where the values of the row are: their starts and lengths. */
  readonly #places: Int32Array;

  constructor(readers: readonly FieldReader[]) {
    this.#readers = readers;
    this.#places = new Int32Array(2 * readers.length);
  }

  /** Returns where the row ends; where it begins when it has not arrived whole. */
  read(bytes: Uint8Array, start: number): number {
    const places = this.#places;
    if (bytes.length - start < COUNT_BYTES) return start;
    const count = ((bytes[start] ?? 0) << 8) | (bytes[start + 1] ?? 0);
    if (count !== this.#readers.length) {
      if ((count << 16) >> 16 === END) return start;
      throw new Error(`PostgreSQL sent ${count} fields instead of ${this.#readers.length}`);
    }
    let at = start + COUNT_BYTES;
    for (let index = 0; index < places.length; index += 2) {
      if (bytes.length - at < LENGTH_BYTES) return start;
      const length = int32At(bytes, at);
      at += LENGTH_BYTES;
      places[index] = at;
      places[index + 1] = length;
      if (length !== NULL) at += length;
      if (at > bytes.length) return start;
    }
    for (let index = 0; index < this.#readers.length; index += 1) {
      const length = places[2 * index + 1] ?? NULL;
      if (length === NULL) this.#readers[index]?.addNull();
      else this.#readers[index]?.add(bytes, places[2 * index] ?? 0, length);
    }
    return at;
  }
}

function int32At(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)
  );
}
