import { NO_VALUE, type ColumnValues } from "./column-values.ts";
import { bitWidthOf } from "./hybrid-runs.ts";
import type { PlainValues } from "./plain-values.ts";

/** Rows that are looked at first. */
const SAMPLE = 1000;

/** A dictionary is not considered when it would be larger than this part of the sample. */
const SAMPLE_PART_MAX = 0.9;

/**
 * Whether a column is written as a dictionary and the numbers of its values: where that takes half the bytes
 * at most. This is the rule of hyparquet-writer to the letter, because a closed month exports to the same
 * bytes for ever.
 */
export function wantsDictionary(values: ColumnValues, plain: PlainValues): boolean {
  if (!isPromising(values, plain)) return false;
  const { rows, rowCount, nullCount, count } = values;
  const units = Int32Array.from({ length: count }, (_each, value) => plain.unitsOf(value));
  const filled = rowCount - nullCount;
  let plainBytes = filled * plain.prefix;
  for (let row = 0; row < rowCount; row += 1) {
    const value = rows[row] ?? NO_VALUE;
    if (value !== NO_VALUE) plainBytes += units[value] ?? 0;
  }
  let dictionaryBytes = count * plain.prefix;
  for (const each of units) dictionaryBytes += each;
  const numberBytes = Math.ceil((filled * bitWidthOf(count - 1)) / 8);
  return 2 * (dictionaryBytes + numberBytes) <= plainBytes;
}

function isPromising(values: ColumnValues, plain: PlainValues): boolean {
  const { rows, rowCount } = values;
  const sample = Math.min(rowCount, SAMPLE);
  const known = new Set<number>();
  let dictionaryBytes = 0;
  let plainBytes = 0;
  for (let index = 0; index < sample; index += 1) {
    const row = sample === 1 ? 0 : Math.floor((index * (rowCount - 1)) / (sample - 1));
    const value = rows[row] ?? NO_VALUE;
    if (value === NO_VALUE) continue;
    const bytes = plain.unitsOf(value) + plain.prefix;
    const key = plain.keyOf(value);
    if (!known.has(key)) dictionaryBytes += bytes;
    known.add(key);
    plainBytes += bytes;
  }
  return plainBytes > 0 && dictionaryBytes / plainBytes <= SAMPLE_PART_MAX;
}
