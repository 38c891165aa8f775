import fc from "fast-check";
import { expect, test } from "vitest";
import { createScratchMemory } from "../scratch.ts";
import { flatten, paintBands, pixelsOf } from "./paint.ts";

const memory = createScratchMemory({ strict: true });

const values = fc.oneof(
  fc.constantFrom(0, -0, 0.5, 1.5, 254.5, 255, 256, NaN, Infinity, -Infinity, 1e30, -1e30),
  fc.float({ min: -2000, max: 2000, noNaN: true }),
);
const bytes = fc.oneof(fc.constantFrom(0, 1, 127, 128, 254, 255), fc.nat(255));
const stretch = fc
  .tuple(fc.float({ min: -500, max: 500, noNaN: true }), fc.float({ min: 1, max: 3000, noNaN: true }))
  .map(([low, width]) => ({ low, factor: 255 / width }));

/** As many pixels as canvases have: a multiple of four. */
const fours = <T>(pixel: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(pixel, pixel, pixel, pixel), { minLength: 1, maxLength: 20 }).map((list) => list.flat());

test("bands become bytes as a clamped array rounds them", () => {
  fc.assert(
    fc.property(
      fours(fc.tuple(values, values, values, bytes)),
      fc.tuple(stretch, stretch, stretch),
      (pixels, [ofRed, ofGreen, ofBlue]) =>
        memory.within((scratch) => {
          const [red, green, blue] = [
            pixels.map(([value]) => value),
            pixels.map(([, value]) => value),
            pixels.map(([, , value]) => value),
          ] as const;
          const opacity = pixels.map(([, , , dense]) => dense);
          const planes = [red, green, blue].map((band) => scratch.copy("Float32", band).address);
          const [redAt = 0, greenAt = 0, blueAt = 0] = planes;
          const opacityAt = scratch.copy("Uint8", opacity).address;
          const rgba = scratch.array("Uint8", 4 * pixels.length);
          scratch.kernels.paintBands(
            ...([redAt, greenAt, blueAt, opacityAt, rgba.address, pixels.length] as const),
            ...([ofRed.low, ofRed.factor, ofGreen.low, ofGreen.factor, ofBlue.low, ofBlue.factor] as const),
          );
          expect([...rgba.values]).toEqual(paintBands([red, green, blue], opacity, [ofRed, ofGreen, ofBlue]));
        }),
    ),
  );
});

const images = fours(fc.tuple(bytes, bytes, bytes, bytes)).map((pixels) => pixels.flat());

test("pixels over a background are mixed and rounded", () => {
  fc.assert(
    fc.property(images, fc.tuple(bytes, bytes, bytes), (rgba, background) =>
      memory.within((scratch) => {
        const out = scratch.array("Uint8", (rgba.length / 4) * 3);
        const { address } = scratch.copy("Uint8", rgba);
        scratch.kernels.flatten(address, rgba.length / 4, ...background, out.address);
        expect([...out.values]).toEqual(flatten(rgba, background));
      }),
    ),
  );
});

test("opaque pixels lose their opacity and nothing else", () => {
  fc.assert(
    fc.property(images, (rgba) =>
      memory.within((scratch) => {
        const out = scratch.array("Uint8", (rgba.length / 4) * 3);
        scratch.kernels.dropOpacity(scratch.copy("Uint8", rgba).address, rgba.length / 4, out.address);
        expect([...out.values]).toEqual(pixelsOf(rgba).flatMap(([red, green, blue]) => [red, green, blue]));
      }),
    ),
  );
});
