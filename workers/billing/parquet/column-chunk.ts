import type { ColumnChunk, Encoding, OffsetIndex, PageHeader, SchemaElement, Statistics } from "hyparquet";
import type { ByteWriter } from "hyparquet-writer";
import { writePageHeader } from "hyparquet-writer/src/datapage.js";
import { NO_VALUE, type ColumnValues } from "./column-values.ts";
import { wantsDictionary } from "./dictionary-choice.ts";
import { bitWidthOf, writeHybrid } from "./hybrid-runs.ts";
import { OutputBytes } from "./output-bytes.ts";
import { PlainValues } from "./plain-values.ts";
import { SnappyCompressor } from "./snappy.ts";

/** Values of a page take as much at most, where one of them does not take more. */
const PAGE_BYTES = 1024 * 1024;

/** A column of a row group, as the end of the file describes it. */
export interface WrittenChunk {
  readonly chunk: ColumnChunk;
  /** Where its pages are, when there are several. */
  readonly offsetIndex?: OffsetIndex;
}

/** Rows of a page, from one to before another. */
interface PageSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Writes columns of row groups. Whatever hyparquet-writer decides is decided here as it does, so that the
 * bytes are the same; but it is given every value as an object, and this works on the bytes that came.
 */
export class ColumnChunkWriter {
  readonly #output: ByteWriter;
  readonly #plain = new OutputBytes();
  readonly #page = new OutputBytes();
  readonly #levels = new OutputBytes();
  readonly #compressed = new OutputBytes();
  readonly #snappy = new SnappyCompressor();
  /** The definition levels of a page, or its values' numbers. */
  readonly #numbers: Int32Array;

  constructor(output: ByteWriter, rowsMax: number) {
    this.#output = output;
    this.#numbers = new Int32Array(rowsMax);
  }

  write(values: ColumnValues, element: SchemaElement, hasStatistics: boolean): WrittenChunk {
    const isNullable = element.repetition_type === "OPTIONAL";
    if (!isNullable && values.nullCount > 0) throw new Error(`"${element.name}" is null in some row`);
    const fileOffset = this.#output.offset;
    const plain = new PlainValues(values, this.#plain);
    const isDictionary = wantsDictionary(values, plain);
    let uncompressed = 0;
    if (isDictionary) {
      const compressed = this.#compress(plain.bytes);
      uncompressed += this.#writeHeader({
        type: "DICTIONARY_PAGE",
        uncompressed_page_size: plain.bytes.length,
        compressed_page_size: compressed.length,
        dictionary_page_header: { num_values: values.count, encoding: "PLAIN" },
      });
      this.#output.appendBytes(compressed);
      uncompressed += plain.bytes.length;
    }
    const dataOffset = this.#output.offset;
    const encoding: Encoding = isDictionary ? "RLE_DICTIONARY" : "PLAIN";
    const spans = isDictionary ? [{ start: 0, end: values.rowCount }] : pageSpans(values, plain);
    const locations = spans.map((span) => {
      const offset = this.#output.offset;
      const nullCount = this.#writeLevels(values, span, isNullable);
      this.#page.clear();
      if (isDictionary) this.#writeNumbers(values, span);
      else this.#writePlain(values, span, plain);
      uncompressed += this.#writeDataPage(span, nullCount, encoding);
      const compressedSize = this.#output.offset - offset;
      return {
        offset: BigInt(offset),
        compressed_page_size: compressedSize,
        first_row_index: BigInt(span.start),
      };
    });
    const pages = { page_type: "DATA_PAGE_V2", encoding, count: spans.length } as const;
    const dictionaryPages = { page_type: "DICTIONARY_PAGE", encoding: "PLAIN", count: 1 } as const;
    const chunk: ColumnChunk = {
      meta_data: {
        type: element.type ?? "BYTE_ARRAY",
        encodings: isDictionary ? ["PLAIN", encoding] : [encoding],
        path_in_schema: [element.name],
        codec: "SNAPPY",
        num_values: BigInt(values.rowCount),
        total_compressed_size: BigInt(this.#output.offset - fileOffset),
        total_uncompressed_size: BigInt(uncompressed),
        data_page_offset: BigInt(dataOffset),
        ...(isDictionary && { dictionary_page_offset: BigInt(fileOffset) }),
        ...(hasStatistics && {
          statistics: statisticsOf(values, plain),
          encoding_stats: isDictionary ? [dictionaryPages, pages] : [pages],
        }),
      },
      file_offset: BigInt(fileOffset),
    };
    return { chunk, ...(spans.length > 1 && { offsetIndex: { page_locations: locations } }) };
  }

  #compress(bytes: Uint8Array): Uint8Array {
    this.#compressed.clear();
    this.#snappy.compress(bytes, this.#compressed);
    return this.#compressed.written;
  }

  /** Returns the bytes that it took. */
  #writeHeader(header: PageHeader): number {
    const start = this.#output.offset;
    writePageHeader(this.#output, header);
    return this.#output.offset - start;
  }

  /** Levels and values of the page are ready. Returns the bytes that they take uncompressed. */
  #writeDataPage({ start, end }: PageSpan, nullCount: number, encoding: Encoding): number {
    const compressed = this.#compress(this.#page.written);
    const headerBytes = this.#writeHeader({
      type: "DATA_PAGE_V2",
      uncompressed_page_size: this.#levels.length + this.#page.length,
      compressed_page_size: this.#levels.length + compressed.length,
      data_page_header_v2: {
        num_values: end - start,
        num_nulls: nullCount,
        num_rows: end - start,
        encoding,
        definition_levels_byte_length: this.#levels.length,
        repetition_levels_byte_length: 0,
        is_compressed: true,
      },
    });
    this.#output.appendBytes(this.#levels.written);
    this.#output.appendBytes(compressed);
    return headerBytes + this.#levels.length + this.#page.length;
  }

  /** Which rows hold a value. Returns how many do not. */
  #writeLevels({ rows }: ColumnValues, { start, end }: PageSpan, isNullable: boolean): number {
    this.#levels.clear();
    if (!isNullable) return 0;
    const levels = this.#numbers;
    let filled = 0;
    for (let row = start; row < end; row += 1) {
      const level = rows[row] === NO_VALUE ? 0 : 1;
      levels[row - start] = level;
      filled += level;
    }
    writeHybrid(this.#levels, levels, end - start, 1);
    return end - start - filled;
  }

  #writeNumbers({ rows, nullCount, count }: ColumnValues, { start, end }: PageSpan): void {
    const bitWidth = bitWidthOf(count - 1);
    this.#page.addByte(bitWidth);
    if (nullCount === 0) {
      writeHybrid(this.#page, rows.subarray(start, end), end - start, bitWidth);
      return;
    }
    const numbers = this.#numbers;
    let filled = 0;
    for (let row = start; row < end; row += 1) {
      const value = rows[row] ?? NO_VALUE;
      if (value !== NO_VALUE) numbers[filled++] = value;
    }
    writeHybrid(this.#page, numbers, filled, bitWidth);
  }

  #writePlain({ rows, rowCount, nullCount, count }: ColumnValues, span: PageSpan, plain: PlainValues): void {
    const isWhole = span.start === 0 && span.end === rowCount;
    if (isWhole && count === rowCount - nullCount) {
      this.#page.add(plain.bytes);
      return;
    }
    const { bytes } = plain;
    for (let row = span.start; row < span.end; row += 1) {
      const value = rows[row] ?? NO_VALUE;
      if (value !== NO_VALUE) this.#page.addPart(bytes, plain.startOf(value), plain.startOf(value + 1));
    }
  }
}

/** Only texts can take more than a page. */
function pageSpans({ rows, rowCount }: ColumnValues, plain: PlainValues): PageSpan[] {
  const spans: PageSpan[] = [];
  let start = 0;
  let bytes = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const value = rows[row] ?? NO_VALUE;
    const size = value === NO_VALUE ? 0 : plain.sizeOf(value);
    bytes += size;
    if (bytes < PAGE_BYTES || row === start) continue;
    spans.push({ start, end: row });
    start = row;
    bytes = size;
  }
  return [...spans, { start, end: rowCount }];
}

/** The least and the greatest value, and how many rows have none. Texts are compared by their bytes. */
function statisticsOf(values: ColumnValues, plain: PlainValues): Statistics {
  const counts = { null_count: BigInt(values.nullCount) };
  if (values.count === 0) return counts;
  const numbers = Array.from({ length: values.count }, (_each, value) => value);
  if (plain.prefix === 0) {
    const [first = 0n, ...others] = numbers.map((value) => values.numberOf(value));
    const least = others.reduce((one, other) => (other < one ? other : one), first);
    const greatest = others.reduce((one, other) => (other > one ? other : one), first);
    return { min_value: least, max_value: greatest, ...counts };
  }
  const order = (one: number, other: number) => Buffer.compare(plain.textOf(one), plain.textOf(other));
  const least = numbers.reduce((one, other) => (order(other, one) < 0 ? other : one));
  const greatest = numbers.reduce((one, other) => (order(other, one) > 0 ? other : one));
  // Copies: the next column is written where these texts are.
  return { min_value: plain.textOf(least).slice(), max_value: plain.textOf(greatest).slice(), ...counts };
}
