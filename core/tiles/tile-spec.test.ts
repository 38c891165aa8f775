import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { RenderStyle } from "../styles/render-style.ts";
import { styleFingerprint } from "./tile-plan.ts";
import { rendition, renditionSchema, specName, tileKey, tileSpec, type TileSpec } from "./tile-spec.ts";

interface PropertySchema {
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Any value of a property, by its schema: a new property is tested without a change here. */
function valueOf(schema: PropertySchema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "integer":
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 });
    case "number":
      return fc.double({ noNaN: true });
    case "boolean":
      return fc.boolean();
    default:
      return fc.string();
  }
}

const { properties = {} } = z.toJSONSchema(renditionSchema) as {
  properties?: Record<string, PropertySchema>;
};
const values = Object.fromEntries(
  Object.entries(properties).map(([name, schema]) => [name, valueOf(schema)] as const),
);
const index = fc.integer({ min: 0, max: 2 ** 24 - 1 });
const spec = fc
  .record({ address: fc.record({ z: fc.integer({ min: 0, max: 24 }), x: index, y: index }), ...values })
  .map((made) => made as unknown as TileSpec);
const layer = fc.record({ version: fc.uuid(), styleKey: fc.uuid() });
const layers = fc.array(layer, { minLength: 1, maxLength: 4 });

describe("a tile's key forgets nothing that the picture depends on", () => {
  test.each(Object.keys(renditionSchema.shape))("it changes with %s", (name) => {
    fc.assert(
      fc.property(layers, spec, values[name]!, (of, one, value) => {
        fc.pre(value !== one[name as keyof TileSpec]);
        expect(tileKey(of, { ...one, [name]: value })).not.toBe(tileKey(of, one));
      }),
    );
  });

  test.each(["z", "x", "y"] as const)("it changes with %s", (name) => {
    fc.assert(
      fc.property(layers, spec, (of, one) => {
        const moved = { ...one, address: { ...one.address, [name]: one.address[name] + 1 } };
        expect(tileKey(of, moved)).not.toBe(tileKey(of, one));
      }),
    );
  });

  test.each(["version", "styleKey"] as const)("it changes with the %s of any layer", (name) => {
    fc.assert(
      fc.property(layers, spec, fc.uuid(), fc.nat(), (of, one, value, at) => {
        const changed = of.map((each, place) =>
          place === at % of.length ? { ...each, [name]: value } : each,
        );
        expect(tileKey(changed, one)).not.toBe(tileKey(of, one));
      }),
    );
  });

  test("it changes with the number of layers and with their order", () => {
    fc.assert(
      fc.property(layers, layer, spec, (of, another, one) => {
        const keys = [of, [...of, another], [another, ...of]].map((each) => tileKey(each, one));
        expect(new Set(keys).size).toBe(3);
      }),
    );
  });

  test("different tiles of the same layers have different names", () => {
    fc.assert(
      fc.property(spec, spec, (one, other) => {
        expect(specName(one) === specName(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      {
        examples: [
          [
            tileSpec({ z: 1, x: 1, y: 11 }, { format: "png" }),
            tileSpec({ z: 1, x: 11, y: 1 }, { format: "png" }),
          ],
        ],
      },
    );
  });
});

const STYLE: RenderStyle = {
  bands: [1],
  expressions: null,
  rescale: [[0, 1]],
  color: "none",
  adjust: null,
  algorithm: null,
  resampling: "bilinear",
  nodata: null,
  background: [255, 255, 255],
};

/** Another value of each property: a new property of a style does not compile without one. */
const OTHER_STYLE: RenderStyle = {
  bands: [2],
  expressions: ["b1+b2"],
  rescale: [[0, 2]],
  color: "palette",
  adjust: { gamma: 2, contrast: 0, middle: 0.5, saturation: 1 },
  algorithm: { name: "slope" },
  resampling: "nearest",
  nodata: 0,
  background: [0, 0, 0],
};

test.each(Object.keys(OTHER_STYLE) as (keyof RenderStyle)[])(
  "a style's part of the key changes with %s",
  (name) => {
    const changed = { ...STYLE, [name]: OTHER_STYLE[name] };
    expect(styleFingerprint(changed)).not.toBe(styleFingerprint(STYLE));
  },
);

test("equal content has one key, which is safe in URLs", () => {
  fc.assert(
    fc.property(layers, spec, (of, one) => {
      expect(tileKey(structuredClone(of), structuredClone(one))).toBe(tileKey(of, one));
      expect(tileKey(of, one)).toMatch(/^[\w-]{43}$/);
    }),
  );
});

test("what a request leaves out has its default, and formats without loss have one quality", () => {
  expect(rendition({ format: "webp" })).toMatchObject({ size: 256, format: "webp", quality: 82 });
  expect(rendition({ format: "webp", quality: 10 }).quality).toBe(10);
  expect(rendition({ format: "png", quality: 10 })).toEqual(rendition({ format: "png" }));
});
