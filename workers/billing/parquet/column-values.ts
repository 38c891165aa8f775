import type { FieldReader } from "../../../storage/billing/copied-rows.ts";
import { SCALE_AT, valueOf, type FieldForm } from "../../../storage/billing/field-forms.ts";
import { hashBytes } from "./hash-bytes.ts";
import { longer } from "./output-bytes.ts";

/** Memory for values that is kept from one row group to the next; few need more. */
const KEPT_BYTES = 1024 * 1024;

/** What stands in a row that holds no value. */
export const NO_VALUE = -1;

/**
 * The values of one field in the rows of a row group: each different one once, in the order in which they
 * came first, and the number of the one in each row. Values are bytes, compared as bytes.
 */
export class ColumnValues implements FieldReader {
  readonly form: FieldForm;
  /** The number of the value in each row. */
  readonly rows: Int32Array;
  rowCount = 0;
  nullCount = 0;
  /** How many different values there are. */
  count = 0;
  #bytes = new Uint8Array(4096);
  /** Where each value begins, and behind the last one where that ends. */
  #starts = new Int32Array(256);
  #hashes = new Int32Array(256);
  /** Numbers of values from 1, by their hash: a table with open addressing. */
  #table = new Int32Array(512);
  /** The value that came after each one the last time: rows are in order, and what comes again comes so. */
  #followers = new Int32Array(256);
  #last = 0;

  constructor(form: FieldForm, rowsMax: number) {
    this.form = form;
    this.rows = new Int32Array(rowsMax);
  }

  /** Forgets all rows and values. */
  clear(): void {
    this.#table.fill(0);
    if (this.#bytes.length > KEPT_BYTES) this.#bytes = new Uint8Array(KEPT_BYTES);
    this.rowCount = 0;
    this.nullCount = 0;
    this.count = 0;
    this.#last = 0;
  }

  addNull(): void {
    this.rows[this.rowCount++] = NO_VALUE;
    this.nullCount += 1;
  }

  add(bytes: Uint8Array, start: number, length: number): void {
    if (this.form === "decimal") {
      bytes[start + SCALE_AT] = 0;
      bytes[start + SCALE_AT + 1] = 0;
    }
    let value = this.#followers[this.#last] ?? 0;
    if (this.count === 0 || !this.#isSame(value, bytes, start, length)) {
      value = this.#find(bytes, start, length);
      this.#followers[this.#last] = value;
    }
    this.#last = value;
    this.rows[this.rowCount++] = value;
  }

  /** The bytes of a value, as PostgreSQL sent them. */
  bytesOf(value: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[value], this.#starts[value + 1]);
  }

  /** All bytes of the values, one after the other. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.endOf(this.count - 1));
  }

  /** Where a value ends among the bytes of all. */
  endOf(value: number): number {
    return value < 0 ? 0 : (this.#starts[value + 1] ?? 0);
  }

  /** A number or time. */
  numberOf(value: number): bigint {
    return valueOf(this.form, this.bytesOf(value));
  }

  #isSame(value: number, bytes: Uint8Array, start: number, length: number): boolean {
    const own = this.#bytes;
    let at = this.#starts[value] ?? 0;
    if ((this.#starts[value + 1] ?? 0) - at !== length) return false;
    const end = start + length;
    for (let other = start; other < end; other += 1, at += 1) {
      if (own[at] !== bytes[other]) return false;
    }
    return true;
  }

  #find(bytes: Uint8Array, start: number, length: number): number {
    if (this.count + 2 > this.#starts.length) this.#growTable();
    const hash = hashBytes(bytes, start, length);
    const mask = this.#table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const value = (this.#table[slot] ?? 0) - 1;
      if (value < 0) {
        this.#table[slot] = this.count + 1;
        return this.#insert(hash, bytes, start, length);
      }
      if (this.#hashes[value] === hash && this.#isSame(value, bytes, start, length)) return value;
    }
  }

  #insert(hash: number, bytes: Uint8Array, start: number, length: number): number {
    const value = this.count;
    const begin = value === 0 ? 0 : (this.#starts[value] ?? 0);
    const end = begin + length;
    if (end > this.#bytes.length) this.#bytes = longer(this.#bytes, end);
    this.#bytes.set(bytes.subarray(start, start + length), begin);
    this.#starts[value] = begin;
    this.#starts[value + 1] = end;
    this.#hashes[value] = hash;
    // Most likely it comes again.
    this.#followers[value] = value;
    this.count += 1;
    return value;
  }

  #growTable(): void {
    const size = 2 * this.#starts.length;
    this.#starts = grown(this.#starts, size);
    this.#hashes = grown(this.#hashes, size);
    this.#followers = grown(this.#followers, size);
    this.#table = new Int32Array(2 * size);
    const mask = this.#table.length - 1;
    for (let value = 0; value < this.count; value += 1) {
      let slot = (this.#hashes[value] ?? 0) & mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
      this.#table[slot] = value + 1;
    }
  }
}

function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}
