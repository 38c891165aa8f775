import { KERNELS_BASE64 } from "./binary.ts";

/** An address in {@link kernelMemory}. */
export type Address = number;

/** Arguments that say where pixels lie in a window, ready for a kernel: its width and height, how many pixels, and their three lists. */
type Samples = [
  width: number,
  height: number,
  count: number,
  targets: Address,
  columns: Address,
  rows: Address,
];

type PickNearest = (data: Address, out: Address, ...samples: Samples) => void;
type WeighFour = (data: Address, out: Address, bands: number, ...samples: Samples) => void;
type WeighBand = (data: Address, usable: Address, out: Address, ...samples: Samples) => void;
type WeighWidened = (
  data: Address,
  usable: Address,
  out: Address,
  bands: number,
  ...rest: [
    ...Samples,
    scaleX: number,
    scaleY: number,
    isCubic: 0 | 1,
    acrossWeights: Address,
    downWeights: Address,
  ]
) => void;

/** The inner loops of rendering; each is described where it is written, in assembly/. Those with a number are for floats of so many bits. */
export interface Kernels {
  spread(
    across: Address,
    down: Address,
    width: number,
    height: number,
    columns: Address,
    rows: Address,
  ): void;
  locate(
    columns: Address,
    rows: Address,
    targets: Address,
    opacity: Address,
    dense: Address,
    size: number,
    rectX: number,
    rectY: number,
    rectWidth: number,
    rectHeight: number,
    left: number,
    top: number,
    width: number,
    height: number,
    levelWidth: number,
    levelHeight: number,
  ): number;
  readonly pickNearest32: PickNearest;
  readonly pickNearest64: PickNearest;
  readonly weighFour32: WeighFour;
  readonly weighFour64: WeighFour;
  readonly weighMaskedFour32: WeighBand;
  readonly weighMaskedFour64: WeighBand;
  readonly weighSixteen32: WeighBand;
  readonly weighSixteen64: WeighBand;
  readonly weighWidened32: WeighWidened;
  readonly weighWidened64: WeighWidened;
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
  filterUp(rgba: Address, size: number, channels: number, out: Address): void;
  deflate(input: Address, length: number, out: Address, work: Address): number;
  traitsOf(rgba: Address, pixels: number): number;
  indexColors(rgba: Address, pixels: number, indices: Address, colors: Address, table: Address): number;
}

/** What is used of WebAssembly; Node's types have no values for it. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => {
    readonly buffer: ArrayBuffer;
    grow(pages: number): void;
  };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/** WebAssembly's page. */
export const PAGE_BYTES = 65_536;

/** All that kernels read and write; grows, which detaches the arrays that lie over it. */
export const kernelMemory = new WebAssembly.Memory({ initial: 1 });

/** One instance for the process: what it works on is passed by address, and a call never waits. */
export const kernels = new WebAssembly.Instance(
  new WebAssembly.Module(Buffer.from(KERNELS_BASE64, "base64")),
  { env: { memory: kernelMemory } },
).exports as unknown as Kernels;
