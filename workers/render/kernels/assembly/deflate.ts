// Writes filtered image rows as a zlib stream (RFC 1950, RFC 1951): runs of one byte, and Huffman codes made
// for each block, like zlib's Z_RLE strategy. General compressors search for matches, which filtered imagery
// hardly has.

/**
 * About so many input bytes make a block: few enough for codes to follow the picture, enough to pay for their
 * description. Blocks of an image have equal lengths, up to half as much again.
 */
const BLOCK_BYTES: usize = 65_536;
const BLOCK_BYTES_MAX: usize = 98_304;
const SYMBOLS: i32 = 286;
const END_OF_BLOCK: i32 = 256;
/** One less than allowed: four codes and the bits that wait then fit into 64. */
const CODE_BITS_MAX: i32 = 14;
/** Shorter runs take as many bits as their literals, and two branches that no processor foresees. */
const RUN_MIN: usize = 6;
const RUN_MAX: usize = 258;

/** Bits of a run's length; above them, the literals before it. */
const RUN_BITS: u32 = 9;

/*
 * The layout of `work`: one u32 for each run of a block, then tables of one u32 per symbol: its count, its
 * code (with the length above 16 bits), and two for sorting.
 */
const COUNTS: usize = BLOCK_BYTES_MAX + 64;
const CODES: usize = COUNTS + 4 * 288;
const ORDER: usize = CODES + 4 * 288;
const SORTED: usize = ORDER + 4 * 288;
const DIGITS: usize = SORTED + 4 * 288;
const LENGTHS: usize = DIGITS + 4 * 256;
/** Three more tables of counts: increments of the same counter in a row would wait for one another. */
const MORE_COUNTS: usize = LENGTHS + 4 * 32;
const COUNTS_BYTES: usize = 4 * 256;

/** Bytes not yet whole: the place they go to, their bits and how many there are. */
let place: usize = 0;
let bits: u64 = 0;
let bitCount: u32 = 0;

@inline
function put(value: u64, count: u32): void {
  bits |= value << bitCount;
  bitCount += count;
}

/** Moves whole bytes out, of at most 63 bits: a shift by 64 would be none. At most 7 bits stay. */
@inline
function flush(): void {
  store<u64>(place, bits);
  place += bitCount >> 3;
  bits >>= bitCount & ~7;
  bitCount &= 7;
}

/**
 * Compresses `length` bytes (at least one). `out` needs 9/8 of that plus a kilobyte. Returns the bytes
 * written.
 */
export function deflate(input: usize, length: i32, out: usize, work: usize): i32 {
  const end = input + usize(length);
  place = out;
  bits = 0;
  bitCount = 0;
  // A window of 32 KiB, the fastest level.
  put(0x0178, 16);
  const blocks = max(1, (usize(length) + (BLOCK_BYTES >> 1)) / BLOCK_BYTES);
  const blockBytes = (usize(length) + blocks - 1) / blocks;
  for (let from = input; from < end; from += blockBytes) {
    const until = min(end, from + blockBytes);
    const runs = findRuns(from, until, from == input, work);
    makeCodes(work);
    put(until == end ? 1 : 0, 1);
    put(2, 2);
    describeCodes(work);
    writeSymbols(from, until, work, runs);
  }
  bitCount = (bitCount + 7) & ~7;
  flush();
  store<u32>(place, bswap<u32>(adler32(input, end)));
  return i32(place + 4 - out);
}

/**
 * Counts the symbols of a block and lists its runs; what lies between them are literals. A run repeats the
 * byte before it, which may lie in the former block. Returns where the list ends.
 */
function findRuns(from: usize, until: usize, isFirst: bool, work: usize): usize {
  const counts = work + COUNTS;
  memory.fill(counts, 0, 4 * 288);
  memory.fill(work + MORE_COUNTS, 0, 3 * COUNTS_BYTES);
  let next = work;
  let at = from;
  let literals = from;
  if (isFirst) countOne(counts, load<u8>(at++));
  while (at < until) {
    if (at + 32 <= until) {
      // Bit by bit, whether a byte is as the one before it: a run begins where six in a row are.
      const same =
        i8x16.bitmask(i8x16.eq(v128.load(at), v128.load(at - 1))) |
        (i8x16.bitmask(i8x16.eq(v128.load(at + 16), v128.load(at + 15))) << 16);
      const two = same & (same >>> 1);
      const begins = two & (two >>> 2) & (two >>> 4) & 0xffff;
      if (begins == 0) {
        countEight(counts, work + MORE_COUNTS, load<u64>(at));
        countEight(counts, work + MORE_COUNTS, load<u64>(at, 8));
        at += 16;
        continue;
      }
      const before = usize(ctz(begins));
      for (let literal: usize = 0; literal < before; literal++) countOne(counts, load<u8>(at + literal));
      at += before;
    }
    const last = load<u8>(at - 1);
    const isRun = at + RUN_MIN <= until && load<u32>(at) == u32(last) * 0x01010101 && load<u16>(at, 4) == u16(last) * 0x0101;
    if (isRun) {
      const run = runFrom(at, min(until - at, RUN_MAX), last);
      store<u32>(next, (u32(at - literals) << RUN_BITS) | u32(run));
      next += 4;
      countOne(counts, symbolOf(u32(run)));
      at += run;
      literals = at;
    } else {
      countOne(counts, load<u8>(at++));
    }
  }
  countOne(counts, END_OF_BLOCK);
  for (let slot: usize = 0; slot < COUNTS_BYTES; slot += 16) {
    const more = work + MORE_COUNTS + slot;
    const others = i32x4.add(v128.load(more), i32x4.add(v128.load(more + COUNTS_BYTES), v128.load(more + 2 * COUNTS_BYTES)));
    v128.store(counts + slot, i32x4.add(v128.load(counts + slot), others));
  }
  return next;
}

/** How many of at most so many bytes, {@link RUN_MIN} of them known to be, are as the last one. */
@inline
function runFrom(at: usize, most: usize, last: u8): usize {
  let run = RUN_MIN;
  while (run + 16 <= most) {
    const others = i8x16.bitmask(i8x16.ne(v128.load(at + run), i8x16.splat(last)));
    if (others != 0) return run + usize(ctz(others));
    run += 16;
  }
  while (run < most && load<u8>(at + run) == last) run++;
  return run;
}

/** Counts eight literals, in four tables by turns. */
@inline
function countEight(counts: usize, more: usize, eight: u64): void {
  countOne(counts, u32(eight & 255));
  countOne(more, u32((eight >> 8) & 255));
  countOne(more + COUNTS_BYTES, u32((eight >> 16) & 255));
  countOne(more + 2 * COUNTS_BYTES, u32((eight >> 24) & 255));
  countOne(counts, u32((eight >> 32) & 255));
  countOne(more, u32((eight >> 40) & 255));
  countOne(more + COUNTS_BYTES, u32((eight >> 48) & 255));
  countOne(more + 2 * COUNTS_BYTES, u32(eight >> 56));
}

@inline
function countOne(counts: usize, symbol: u32): void {
  const slot = counts + (usize(symbol) << 2);
  store<u32>(slot, load<u32>(slot) + 1);
}

/** Extra bits of a run's length. */
@inline
function extraBitsOf(run: u32): u32 {
  const above = run - 3;
  return run == 258 || above < 8 ? 0 : 29 - clz(above);
}

/** The symbol of a run's length (RFC 1951, 3.2.5). */
@inline
function symbolOf(run: u32): u32 {
  if (run == 258) return 285;
  const above = run - 3;
  const extra = extraBitsOf(run);
  return above < 8 ? 257 + above : 261 + 4 * extra + ((above >> extra) & 3);
}

/** Makes canonical codes of at most {@link CODE_BITS_MAX} bits out of the counts. */
function makeCodes(work: usize): void {
  const used = sortSymbols(work);
  limitLengths(work, used);
  // The first code of each length, over how many there are of it; codes go in order of their symbols.
  const lengths = work + LENGTHS;
  let next: u32 = 0;
  for (let length = 1; length <= CODE_BITS_MAX; length++) {
    const count = getAt(lengths, length);
    next <<= 1;
    setAt(lengths, length, next);
    next += count;
  }
  // The first bit of a code is written first, so they are stored reversed.
  for (let symbol = 0; symbol < SYMBOLS; symbol++) {
    const length = getAt(work + CODES, symbol) >> 16;
    if (length == 0) continue;
    const code = getAt(lengths, length);
    setAt(lengths, length, code + 1);
    setAt(work + CODES, symbol, (length << 16) | reversed(code, length));
  }
}

@inline
function reversed(code: u32, length: u32): u32 {
  let result: u32 = 0;
  for (let bit: u32 = 0; bit < length; bit++) {
    result = (result << 1) | (code & 1);
    code >>= 1;
  }
  return result;
}

/** Radix sort of the used symbols by count, rare ones first: by the lower, then by the upper byte. */
function sortSymbols(work: usize): i32 {
  let used = 0;
  for (let symbol = 0; symbol < SYMBOLS; symbol++) {
    if (load<u32>(work + COUNTS + (usize(symbol) << 2)) == 0) continue;
    store<u32>(work + ORDER + (usize(used++) << 2), symbol);
  }
  let from = work + ORDER;
  let to = work + SORTED;
  for (let shift: u32 = 0; shift < 24; shift += 8) {
    const digits = work + DIGITS;
    memory.fill(digits, 0, 4 * 256);
    for (let index = 0; index < used; index++) countOne(digits, digitOf(work, from, index, shift));
    let before: u32 = 0;
    for (let digit: usize = 0; digit < 256; digit++) {
      const count = load<u32>(digits + (digit << 2));
      store<u32>(digits + (digit << 2), before);
      before += count;
    }
    for (let index = 0; index < used; index++) {
      const slot = digits + (usize(digitOf(work, from, index, shift)) << 2);
      const target = load<u32>(slot);
      store<u32>(slot, target + 1);
      store<u32>(to + (usize(target) << 2), load<u32>(from + (usize(index) << 2)));
    }
    const swapped = from;
    from = to;
    to = swapped;
  }
  // Three passes: the result lies in SORTED.
  return used;
}

@inline
function digitOf(work: usize, list: usize, index: i32, shift: u32): u32 {
  const symbol = load<u32>(list + (usize(index) << 2));
  return (load<u32>(work + COUNTS + (usize(symbol) << 2)) >> shift) & 255;
}

/**
 * Lengths of an optimal code, in place (Moffat and Katajainen 1995), then shortened to {@link CODE_BITS_MAX}
 * bits where it is longer, by lengthening others as little as is needed. Leaves lengths above 16 bits in
 * CODES and how many codes there are of each length in LENGTHS.
 */
function limitLengths(work: usize, used: i32): void {
  const sorted = work + SORTED;
  const weights = work + ORDER;
  for (let index = 0; index < used; index++) {
    const symbol = load<u32>(sorted + (usize(index) << 2));
    setAt(weights, index, load<u32>(work + COUNTS + (usize(symbol) << 2)));
  }
  findDepths(weights, used);
  const lengths = work + LENGTHS;
  memory.fill(lengths, 0, 4 * 32);
  for (let index = 0; index < used; index++) {
    countOne(lengths, min(getAt(weights, index), u32(CODE_BITS_MAX)));
  }
  let total: u32 = 0;
  for (let length = 1; length <= CODE_BITS_MAX; length++) total += getAt(lengths, length) << (CODE_BITS_MAX - length);
  for (; total > 1 << CODE_BITS_MAX; total--) {
    setAt(lengths, CODE_BITS_MAX, getAt(lengths, CODE_BITS_MAX) - 1);
    let length = CODE_BITS_MAX - 1;
    while (getAt(lengths, length) == 0) length--;
    setAt(lengths, length, getAt(lengths, length) - 1);
    setAt(lengths, length + 1, getAt(lengths, length + 1) + 2);
  }
  memory.fill(work + CODES, 0, 4 * 288);
  let index = 0;
  for (let length = CODE_BITS_MAX; length >= 1; length--) {
    for (let left = getAt(lengths, length); left > 0; left--) {
      setAt(work + CODES, getAt(sorted, index++), u32(length) << 16);
    }
  }
}

@inline
function getAt(list: usize, index: u32): u32 {
  return load<u32>(list + (usize(index) << 2));
}

@inline
function setAt(list: usize, index: u32, value: u32): void {
  store<u32>(list + (usize(index) << 2), value);
}

/** Ascending weights become the depths of their leaves in an optimal tree; there are at least two. */
function findDepths(a: usize, n: i32): void {
  setAt(a, 0, getAt(a, 0) + getAt(a, 1));
  let root = 0;
  let leaf = 2;
  for (let next = 1; next < n - 1; next++) {
    if (leaf >= n || getAt(a, root) < getAt(a, leaf)) {
      setAt(a, next, getAt(a, root));
      setAt(a, root++, next);
    } else {
      setAt(a, next, getAt(a, leaf++));
    }
    if (leaf >= n || (root < next && getAt(a, root) < getAt(a, leaf))) {
      setAt(a, next, getAt(a, next) + getAt(a, root));
      setAt(a, root++, next);
    } else {
      setAt(a, next, getAt(a, next) + getAt(a, leaf++));
    }
  }
  setAt(a, n - 2, 0);
  for (let next = n - 3; next >= 0; next--) setAt(a, next, getAt(a, getAt(a, next)) + 1);
  let available = 1;
  let depth: u32 = 0;
  root = n - 2;
  let next = n - 1;
  while (available > 0) {
    let inner = 0;
    while (root >= 0 && getAt(a, root) == depth) {
      inner++;
      root--;
    }
    while (available > inner) {
      setAt(a, next--, depth);
      available--;
    }
    available = 2 * inner;
    depth++;
  }
}

/**
 * Bits that describe a code length or a run of zeros: four if usual, five for four rare ones, none for unused
 * repeats.
 */
@inline
function descriptionBits(symbol: i32): u32 {
  if (symbol == 16) return 0;
  return symbol == 1 || symbol == 2 || symbol == 14 || symbol == 15 ? 5 : 4;
}

/**
 * The canonical code of a code length under {@link descriptionBits}: 0, 3 to 13, 17 and 18 have four bits; 1,
 * 2, 14 and 15 five.
 */
@inline
function describe(symbol: i32): void {
  const isLong = descriptionBits(symbol) == 5;
  const code = isLong
    ? 28 + (symbol < 3 ? symbol - 1 : symbol - 12)
    : symbol == 0
      ? 0
      : symbol < 14
        ? symbol - 2
        : symbol - 5;
  put(reversed(u32(code), isLong ? 5 : 4), isLong ? 5 : 4);
}

/**
 * Writes the head of a block with its own codes: all literals and lengths, and the single distance 1 of one
 * bit.
 */
function describeCodes(work: usize): void {
  put(SYMBOLS - 257, 5);
  put(0, 5);
  put(15, 4);
  flush();
  // The order in which RFC 1951 (3.2.7) lists them: 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1 15.
  put(descriptionBits(16), 3);
  put(descriptionBits(17), 3);
  put(descriptionBits(18), 3);
  put(descriptionBits(0), 3);
  put(descriptionBits(8), 3);
  flush();
  for (let step = 1; step <= 7; step++) {
    put(descriptionBits(8 - step), 3);
    put(descriptionBits(8 + step), 3);
  }
  flush();
  let zeros = 0;
  for (let symbol = 0; symbol < SYMBOLS; symbol++) {
    const length = getAt(work + CODES, symbol) >> 16;
    if (length == 0) {
      zeros++;
      if (zeros < 138 && symbol + 1 < SYMBOLS) continue;
    }
    if (zeros >= 11) {
      describe(18);
      put(zeros - 11, 7);
    } else if (zeros >= 3) {
      describe(17);
      put(zeros - 3, 3);
    } else {
      for (; zeros > 0; zeros--) describe(0);
    }
    zeros = 0;
    flush();
    if (length > 0) describe(length);
    flush();
  }
  describe(1);
  flush();
}

/** Writes the literals of a block and the runs between them. */
function writeSymbols(from: usize, until: usize, work: usize, end: usize): void {
  for (let next = work; next < end; next += 4) {
    const literals = usize(load<u32>(next)) >> RUN_BITS;
    const run = load<u32>(next) & ((1 << RUN_BITS) - 1);
    writeLiterals(work + CODES, from, from + literals);
    const extra = extraBitsOf(run);
    const code = getAt(work + CODES, symbolOf(run));
    put(code & 0xffff, code >> 16);
    // And one bit, 0, for the only distance there is.
    put((run - 3) & ((1 << extra) - 1), extra + 1);
    flush();
    from += literals + usize(run);
  }
  writeLiterals(work + CODES, from, until);
  const code = getAt(work + CODES, END_OF_BLOCK);
  put(code & 0xffff, code >> 16);
  flush();
}

/**
 * The same steps as put and flush, on locals: this is where the time goes. Four codes are joined before they
 * meet the bits that wait, so that each step waits for the former one only once.
 */
@inline
function writeLiterals(codes: usize, from: usize, until: usize): void {
  let at = place;
  let held = bits;
  let count = bitCount;
  for (; from + 4 <= until; from += 4) {
    const four = load<u32>(from);
    const code0 = load<u32>(codes + (usize(four & 255) << 2));
    const code1 = load<u32>(codes + (usize((four >> 8) & 255) << 2));
    const code2 = load<u32>(codes + (usize((four >> 16) & 255) << 2));
    const code3 = load<u32>(codes + (usize(four >> 24) << 2));
    // The sum of four codes stays below the bits of their lengths.
    const first = code0 + code1;
    const all = first + code2 + code3;
    const upper = u64(code0 & 0xffff) | (u64(code1 & 0xffff) << (code0 >> 16));
    const lower = u64(code2 & 0xffff) | (u64(code3 & 0xffff) << (code2 >> 16));
    held |= (upper | (lower << (first >> 16))) << count;
    count += all >> 16;
    store<u64>(at, held);
    at += count >> 3;
    held >>= count & ~7;
    count &= 7;
  }
  for (; from < until; from++) {
    const code = load<u32>(codes + (usize(load<u8>(from)) << 2));
    held |= u64(code & 0xffff) << count;
    count += code >> 16;
    store<u64>(at, held);
    at += count >> 3;
    held >>= count & ~7;
    count &= 7;
  }
  place = at;
  bits = held;
  bitCount = count;
}

const ADLER_MODULUS: u32 = 65_521;
/** So many bytes cannot overflow the sums; a multiple of 16. */
const ADLER_BYTES: usize = 5_536;

/**
 * The checksum of RFC 1950, sixteen bytes at once. Each byte is weighted by the number of bytes from it to
 * the end.
 */
function adler32(from: usize, end: usize): u32 {
  let a: u32 = 1;
  let b: u32 = 0;
  const upper = i16x8(16, 15, 14, 13, 12, 11, 10, 9);
  const lower = i16x8(8, 7, 6, 5, 4, 3, 2, 1);
  while (end - from >= 16) {
    const until = from + min(ADLER_BYTES, (end - from) & ~15);
    b += a * u32(until - from);
    let sums = i32x4.splat(0);
    let before = i32x4.splat(0);
    let weighted = i32x4.splat(0);
    for (; from < until; from += 16) {
      const bytes = v128.load(from);
      before = i32x4.add(before, sums);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
      weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), upper));
      weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), lower));
    }
    a = (a + total(sums)) % ADLER_MODULUS;
    b = (b + 16 * total(before) + total(weighted)) % ADLER_MODULUS;
  }
  for (; from < end; from++) {
    a += load<u8>(from);
    b += a;
  }
  return ((b % ADLER_MODULUS) << 16) | a % ADLER_MODULUS;
}

@inline
function total(lanes: v128): u32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}
