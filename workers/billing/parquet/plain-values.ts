import type { ColumnValues } from "./column-values.ts";
import { hashBytes } from "./hash-bytes.ts";
import type { OutputBytes } from "./output-bytes.ts";

/** Bytes of a text's length before it. */
const PREFIX_BYTES = 4;
const UUID_TEXT_BYTES = 36;
export const DECIMAL_BYTES = 16;
const NUMBER_BYTES = 8;

/** The bytes in a UUID before which its text has a dash. */
const DASHES = new Set([4, 6, 8, 10]);
const DASH = 0x2d;
const HEX = Buffer.from("0123456789abcdef");

/** The different values of a column in Parquet's plain encoding, one after the other. */
export class PlainValues {
  /** Bytes of a text's length before each value: none where values are no texts. */
  readonly prefix: 0 | typeof PREFIX_BYTES;
  readonly #values: ColumnValues;
  readonly #output: OutputBytes;
  /** Bytes of each value, without its length; 0 where they differ. */
  readonly #size: number;

  constructor(values: ColumnValues, output: OutputBytes) {
    this.#values = values;
    this.#output = output;
    output.clear();
    switch (values.form) {
      case "text":
        this.prefix = PREFIX_BYTES;
        this.#size = 0;
        this.#writeTexts();
        break;
      case "uuid":
        this.prefix = PREFIX_BYTES;
        this.#size = UUID_TEXT_BYTES;
        this.#writeUuids();
        break;
      case "decimal":
        this.prefix = 0;
        this.#size = DECIMAL_BYTES;
        this.#writeDecimals();
        break;
      case "integer":
        this.prefix = 0;
        this.#size = NUMBER_BYTES;
        this.#writeIntegers();
        break;
      case "time":
      case "time text":
        this.prefix = 0;
        this.#size = NUMBER_BYTES;
        this.#writeTimes();
    }
  }

  /** Of all values. */
  get bytes(): Uint8Array {
    return this.#output.written;
  }

  /** Where a value begins, with the length before it. */
  startOf(value: number): number {
    const bytes = this.#size === 0 ? this.#values.endOf(value - 1) : this.#size * value;
    return bytes + this.prefix * value;
  }

  /** Bytes of a value, without the length before it. */
  sizeOf(value: number): number {
    return this.#size === 0 ? this.#values.endOf(value) - this.#values.endOf(value - 1) : this.#size;
  }

  /** What hyparquet-writer takes for the size when it chooses a dictionary: UTF-16 units of a text. */
  unitsOf(value: number): number {
    return this.#size === 0 ? unitsOf(this.#values.bytesOf(value)) : this.#size;
  }

  /** A text without the length before it; the bytes change with the next column. */
  textOf(value: number): Uint8Array {
    return this.bytes.subarray(this.startOf(value) + this.prefix, this.startOf(value + 1));
  }

  /** Equal for equal values, and for no others but by a rare chance where values are decimals. */
  keyOf(value: number): number {
    if (this.#size !== DECIMAL_BYTES) return value;
    return hashBytes(this.bytes, this.startOf(value), DECIMAL_BYTES);
  }

  #writeTexts(): void {
    const { count, bytes } = this.#values;
    this.#output.reserve(bytes.length + PREFIX_BYTES * count);
    const target = this.#output.bytes;
    let at = 0;
    for (let value = 0; value < count; value += 1) {
      const [start, end] = [this.#values.endOf(value - 1), this.#values.endOf(value)];
      at = writeLength(target, at, end - start);
      for (let from = start; from < end; from += 1) target[at++] = bytes[from] ?? 0;
    }
    this.#output.length = at;
  }

  #writeUuids(): void {
    const { count, bytes } = this.#values;
    this.#output.reserve(count * (UUID_TEXT_BYTES + PREFIX_BYTES));
    const target = this.#output.bytes;
    let at = 0;
    for (let from = 0; from < bytes.length; from += 1) {
      const place = from % 16;
      if (place === 0) at = writeLength(target, at, UUID_TEXT_BYTES);
      else if (DASHES.has(place)) target[at++] = DASH;
      const byte = bytes[from] ?? 0;
      target[at++] = HEX[byte >> 4] ?? 0;
      target[at++] = HEX[byte & 15] ?? 0;
    }
    this.#output.length = at;
  }

  /** PostgreSQL sends the highest byte first, Parquet has it last. */
  #writeIntegers(): void {
    const { bytes } = this.#values;
    this.#output.reserve(bytes.length);
    const target = this.#output.bytes;
    for (let at = 0; at < bytes.length; at += 1) target[at ^ (NUMBER_BYTES - 1)] = bytes[at] ?? 0;
    this.#output.length = bytes.length;
  }

  #writeTimes(): void {
    const { count } = this.#values;
    this.#output.reserve(count * NUMBER_BYTES);
    const view = new DataView(this.#output.bytes.buffer);
    for (let value = 0; value < count; value += 1) {
      view.setBigInt64(value * NUMBER_BYTES, this.#values.numberOf(value), true);
    }
    this.#output.length = count * NUMBER_BYTES;
  }

  /** The highest byte first. */
  #writeDecimals(): void {
    const { count } = this.#values;
    this.#output.reserve(count * DECIMAL_BYTES);
    const view = new DataView(this.#output.bytes.buffer);
    for (let value = 0; value < count; value += 1) {
      const number = this.#values.numberOf(value);
      view.setBigInt64(value * DECIMAL_BYTES, BigInt.asIntN(64, number >> 64n));
      view.setBigUint64(value * DECIMAL_BYTES + 8, BigInt.asUintN(64, number));
    }
    this.#output.length = count * DECIMAL_BYTES;
  }
}

function writeLength(target: Uint8Array, at: number, length: number): number {
  target[at] = length & 0xff;
  target[at + 1] = (length >> 8) & 0xff;
  target[at + 2] = (length >> 16) & 0xff;
  target[at + 3] = length >>> 24;
  return at + PREFIX_BYTES;
}

/** A text's length in UTF-16: one for each character, two for those of four bytes. */
function unitsOf(text: Uint8Array): number {
  let units = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    units += byte >= 0xf0 ? 2 : (byte & 0xc0) === 0x80 ? 0 : 1;
  }
  return units;
}
