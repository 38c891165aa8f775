import { KERNELS_BASE64 } from "./binary.ts";

/** An address in a {@link KernelMemory}. */
export type Address = number;

/** The inner loops of rendering; each is described in its source, in assembly/. */
export interface Kernels {
  interpolate(grid: Address, u: number, v: number): number;
  traceLines(
    columns: Address,
    rows: Address,
    x: number,
    y: number,
    width: number,
    height: number,
    size: number,
    within: number,
    factorX: number,
    factorY: number,
    out: Address,
    work: Address,
  ): number;
  findMissing32(data: Address, length: number, missing: number, tolerance: number, valid: Address): 0 | 1;
  findMissing64(data: Address, length: number, missing: number, tolerance: number, valid: Address): 0 | 1;
  joinMasks(masks: Address, count: number, length: number, opacity: Address): 0 | 1;
  isClear(opacity: Address, length: number, isMask: 0 | 1): 0 | 1;
  lesserOpacity(opacity: Address, other: Address, length: number): void;
  markUsable(
    opacity: Address,
    valid: Address,
    data: Address,
    bytes: 4 | 8,
    length: number,
    usable: Address,
  ): void;
  widenBytes(from: Address, length: number, to: Address): void;
  widenShorts(from: Address, length: number, to: Address): void;
  hasByte(from: Address, length: number, value: number): 0 | 1;
  hasShort(from: Address, length: number, value: number): 0 | 1;
  workBytes(task: Address): number;
  takesIntegers(task: Address): 0 | 1;
  resample(task: Address): void;
  paintBands(
    red: Address,
    green: Address,
    blue: Address,
    opacity: Address,
    rgba: Address,
    pixels: number,
    lowRed: number,
    factorRed: number,
    lowGreen: number,
    factorGreen: number,
    lowBlue: number,
    factorBlue: number,
  ): void;
  dropOpacity(rgba: Address, pixels: number, out: Address): void;
  flatten(rgba: Address, pixels: number, red: number, green: number, blue: number, out: Address): void;
  filterUp(rgba: Address, size: number, channels: number, out: Address): void;
  deflate(input: Address, length: number, out: Address, work: Address): number;
  traitsOf(rgba: Address, pixels: number): number;
  indexColors(rgba: Address, pixels: number, indices: Address, colors: Address, table: Address): number;
}

/** The memory that kernels read and write; growing it detaches the views over it. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The part of WebAssembly that is used here: Node's types declare no values for it. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => KernelMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/** The size of a WebAssembly page. */
export const PAGE_BYTES = 65_536;

/** Compiled once: instances share the machine code and nothing else. */
const KERNELS_MODULE = new WebAssembly.Module(Buffer.from(KERNELS_BASE64, "base64"));

/** An instance of the kernels with a memory of its own. */
export function instantiateKernels(): { readonly kernels: Kernels; readonly memory: KernelMemory } {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(KERNELS_MODULE, { env: { memory } });
  return { kernels: exports as unknown as Kernels, memory };
}
