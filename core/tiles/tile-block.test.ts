import { describe, expect, test } from "vitest";
import { blockOf, parseTileName, tileName } from "./tile-block.ts";
import { tileKey, tileSpec, type KeyedLayer } from "./tile-spec.ts";

const LAYER: KeyedLayer = { version: "v1", styleKey: "s1" };
const at = (x: number, y: number) => tileSpec({ z: 6, x, y }, { format: "png" });

describe("a block", () => {
  test("is shared by aligned neighbours and by no other tile", () => {
    const keyOf = (x: number, y: number) => blockOf([LAYER], at(x, y), 4).key;
    expect(new Set([keyOf(4, 8), keyOf(7, 8), keyOf(4, 11), keyOf(7, 11)]).size).toBe(1);
    expect(new Set([keyOf(4, 8), keyOf(3, 8), keyOf(8, 8), keyOf(4, 7), keyOf(4, 12)]).size).toBe(5);
  });

  test("knows the key of each of its tiles, which is the key that a request for it has", () => {
    const keys = blockOf([LAYER], at(7, 9), 2).tileKeys();
    expect(Object.keys(keys).toSorted()).toEqual(["6/8", "6/9", "7/8", "7/9"]);
    for (const [name, key] of Object.entries(keys)) {
      const { x, y } = parseTileName(name);
      expect(key).toBe(tileKey([LAYER], at(x, y)));
    }
  });

  test("has another key for another span, so that two settings never share a hand-over", () => {
    const keys = ([1, 2, 4] as const).map((span) => blockOf([LAYER], at(4, 8), span).key);
    expect(new Set(keys).size).toBe(3);
  });

  test.each([
    { what: "a mosaic", layers: [LAYER, LAYER], format: "png" as const },
    { what: "data", layers: [LAYER], format: "npy" as const },
  ])("of $what is one tile", ({ layers, format }) => {
    const spec = { ...at(7, 9), format };
    const block = blockOf(layers, spec, 4);
    expect(block.tileKeys()).toEqual({ "7/9": tileKey(layers, spec) });
    expect(block.key).toBe(tileKey(layers, spec));
  });
});

test("a tile's name is read back", () => {
  expect(parseTileName(tileName({ x: 12, y: 345 }))).toEqual({ x: 12, y: 345 });
});
