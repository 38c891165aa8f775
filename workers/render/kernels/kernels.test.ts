import { expect, test } from "vitest";
import { kernelMemory, kernels } from "./kernels.ts";
import { scratchArray, scratchCopy, scratchZeros, withinScratch } from "./scratch.ts";

const WIDTH = 40;
const HEIGHT = 30;
/** Values that no two neighbours share. */
const texture = Float32Array.from({ length: WIDTH * HEIGHT }, (_, index) => (index * 7919) % 1009);

/** Places all over the window, its very edges among them. */
function samples() {
  const places: [number, number][] = [
    [0, 0],
    [WIDTH, HEIGHT],
    [0.5, HEIGHT - 0.01],
  ];
  for (let index = 0; index < 200; index++) places.push([(index * 0.73) % WIDTH, (index * 1.37) % HEIGHT]);
  return {
    count: places.length,
    targets: scratchCopy("Int32", [...places.keys()]).address,
    columns: scratchCopy(
      "Float64",
      places.map(([column]) => column),
    ).address,
    rows: scratchCopy(
      "Float64",
      places.map(([, row]) => row),
    ).address,
  };
}

function widened(usable: Uint8Array | null, scale: number, isCubic: 0 | 1): Float32Array {
  return withinScratch(() => {
    const { count, targets, columns, rows } = samples();
    const [data, out] = [scratchCopy("Float32", texture), scratchZeros("Float32", count)];
    const mask = usable ? scratchCopy("Uint8", usable).address : 0;
    const weights = scratchArray("Float64", 64).address;
    kernels.weighWidened32(
      scratchCopy("Uint32", [data.address]).address,
      scratchCopy("Uint32", [mask]).address,
      scratchCopy("Uint32", [out.address]).address,
      1,
      WIDTH,
      HEIGHT,
      count,
      targets,
      columns,
      rows,
      scale,
      scale,
      isCubic,
      weights,
      scratchArray("Float64", 64).address,
    );
    return out.values.slice();
  });
}

test.each([0.51, 0.6, 0.75, 0.94])("the kernel of overviews equals the general one at scale %d", (scale) => {
  const special = widened(null, scale, 0);
  const general = widened(new Uint8Array(texture.length).fill(1), scale, 0);
  for (const [index, value] of special.entries()) expect(value).toBeCloseTo(general[index]!, 2);
});

test.each([0, 1] as const)("samples without data weigh nothing (cubic: %d)", (isCubic) => {
  const usable = Uint8Array.from(texture, (_, index) => (index % 3 === 0 ? 0 : 1));
  const flat = withinScratch(() => widened(usable, 0.3, isCubic));
  for (const value of flat) expect(Number.isFinite(value)).toBe(true);
  const before = texture.slice();
  // What lies under the mask is zero, as the reader leaves it; a constant elsewhere comes out as that constant.
  texture.set(usable.map((has) => has * 100));
  for (const value of widened(usable, 0.3, isCubic)) expect(value).toBeCloseTo(100, 3);
  texture.set(before);
});

test("scratch arrays end where they were made, and outlive the memory's growth", () => {
  const first = withinScratch(() => scratchArray("Uint8", 10).address);
  withinScratch(() => {
    const kept = scratchCopy("Float64", [1.5, 2.5]);
    expect(kept.address).toBe(first);
    const before = kernelMemory.buffer.byteLength;
    scratchArray("Uint8", before);
    expect(kernelMemory.buffer.byteLength).toBeGreaterThan(before);
    expect([...kept.values]).toEqual([1.5, 2.5]);
  });
  expect(withinScratch(() => scratchArray("Uint8", 10).address)).toBe(first);
});

test("pixels of up to 256 colours are indexed, of one more are not", () => {
  const count = (colors: number) =>
    withinScratch(() => {
      const rgba = scratchCopy(
        "Uint32",
        Array.from({ length: 512 }, (_, pixel) => (pixel % colors) * 65_537),
      );
      const indices = scratchArray("Uint8", 512);
      const palette = scratchArray("Uint32", 256);
      const found = kernels.indexColors(
        rgba.address,
        512,
        indices.address,
        palette.address,
        scratchArray("Uint8", 8192).address,
      );
      if (found >= 0) {
        const drawn = [...indices.values].map((index) => palette.values[index]);
        expect(drawn).toEqual([...rgba.values]);
      }
      return found;
    });
  expect(count(3)).toBe(3);
  expect(count(256)).toBe(256);
  expect(count(257)).toBe(-1);
});
