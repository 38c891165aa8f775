import fc from "fast-check";
import { expect, test } from "vitest";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import { decodePack, encodePack } from "./tile-pack.ts";

const anyTiles = fc
  .uniqueArray(fc.tuple(fc.base64String({ minLength: 1 }), fc.uint8Array({ maxLength: 64 })), {
    selector: ([key]) => key,
    maxLength: 16,
  })
  .map((entries) => new Map(entries.map(([key, bytes]) => [key as TileKey, Buffer.from(bytes)])));

test("a pack holds its tiles, also those without data", () => {
  fc.assert(
    fc.property(anyTiles, (tiles) => {
      expect(decodePack(encodePack(tiles))).toEqual(tiles);
    }),
  );
});

test("what is no whole pack has no tiles", () => {
  const pack = encodePack(new Map([["a" as TileKey, Buffer.from("some bytes")]]));
  for (let end = 0; end < pack.length; end += 1) expect(decodePack(pack.subarray(0, end))).toBeUndefined();
  expect(decodePack(Buffer.concat([pack, Buffer.from([0])]))).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodePack(Buffer.from(bytes))).toBeUndefined();
    }),
  );
});
