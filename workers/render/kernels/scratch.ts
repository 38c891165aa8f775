import { kernelMemory, PAGE_BYTES, type Address } from "./kernels.ts";

const ARRAYS = {
  Uint8: Uint8Array,
  Uint8Clamped: Uint8ClampedArray,
  Int32: Int32Array,
  Uint32: Uint32Array,
  Float32: Float32Array,
  Float64: Float64Array,
} as const;

type ArrayName = keyof typeof ARRAYS;
type ArrayOf<Name extends ArrayName> = InstanceType<(typeof ARRAYS)[Name]>;

/** An array in the kernels' memory, until what it was made within is released. */
export interface ScratchArray<Name extends ArrayName = ArrayName> {
  readonly type: Name;
  readonly address: Address;
  readonly length: number;
  /** Over the memory as it is now: not to be kept while other arrays are made. */
  readonly values: ArrayOf<Name>;
}

/** Behind every array kernels may read this much more, of which nothing comes out: a vector that is filled in part. */
const PADDING_BYTES = 16;

/** Where arrays begin: the address 0 stands for none. */
let end: Address = 64;

/** A place in the scratch memory to return to. */
export function markScratch(): Address {
  return end;
}

/** Ends every array that was made since the mark. Marks are released in reverse order. */
export function releaseScratch(mark: Address): void {
  end = mark;
}

/** Runs something and ends every array that it made. */
export function withinScratch<T>(run: () => T): T {
  const mark = markScratch();
  try {
    return run();
  } finally {
    releaseScratch(mark);
  }
}

/** Makes an array; its content is undefined, but for zeros behind its end. */
export function scratchArray<Name extends ArrayName>(type: Name, length: number): ScratchArray<Name> {
  const address = end;
  const bytes = length * ARRAYS[type].BYTES_PER_ELEMENT;
  const next = align(address + bytes + PADDING_BYTES);
  const missing = next - kernelMemory.buffer.byteLength;
  if (missing > 0) kernelMemory.grow(Math.ceil(missing / PAGE_BYTES));
  end = next;
  new Uint8Array(kernelMemory.buffer, address + bytes, PADDING_BYTES).fill(0);
  return {
    type,
    address,
    length,
    get values() {
      return new ARRAYS[type](kernelMemory.buffer, address, length) as ArrayOf<Name>;
    },
  };
}

/** Makes an array of zeros. */
export function scratchZeros<Name extends ArrayName>(type: Name, length: number): ScratchArray<Name> {
  const array = scratchArray(type, length);
  array.values.fill(0);
  return array;
}

/** Makes an array of the same values. */
export function scratchCopy<Name extends ArrayName>(
  type: Name,
  values: ArrayLike<number>,
): ScratchArray<Name> {
  const array = scratchArray(type, values.length);
  array.values.set(values);
  return array;
}

function align(address: number): Address {
  return Math.ceil(address / 16) * 16;
}
