/** First and last byte of a part of a file, both included. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** A file up to this size is read whole. */
const WHOLE_BYTES_MAX = 1024 * 1024;

/** The header with its directories, and the end, where a change in place leaves what it appends. */
const END_BYTES = 128 * 1024;

const SAMPLES = 6;
const SAMPLE_BYTES = 64 * 1024;

/**
 * The parts of a file that its fingerprint is made of: all of a small one; of others the header, the end, and
 * samples at even distances between.
 */
export function fingerprintRanges(bytes: number): Range[] {
  if (bytes === 0) return [];
  if (bytes <= WHOLE_BYTES_MAX) return [{ first: 0, last: bytes - 1 }];
  const step = (bytes - 2 * END_BYTES) / (SAMPLES + 1);
  const samples = Array.from({ length: SAMPLES }, (_, at) => {
    const first = Math.floor(END_BYTES + step * (at + 1));
    return { first, last: Math.min(bytes - END_BYTES, first + SAMPLE_BYTES) - 1 };
  });
  return [
    { first: 0, last: END_BYTES - 1 },
    ...samples.filter(({ first, last }) => last >= first),
    { first: bytes - END_BYTES, last: bytes - 1 },
  ];
}
