import { z } from "zod";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import type { TilesByKey } from "./tile-store.ts";

/*
 * A pack is one object with several tiles: "GPTP", a version byte, the length of the index (32 bits, big
 * endian), the index as JSON (key and bytes of each tile, in their order), then the tiles themselves.
 */

const MAGIC = Buffer.from("GPTP\u0001", "latin1");
const HEADER_BYTES = MAGIC.length + 4;

const indexSchema = z.array(z.tuple([z.string(), z.int().min(0)]));

/** Tiles as one object. */
export function encodePack(tiles: TilesByKey): Buffer {
  const index = Buffer.from(JSON.stringify([...tiles].map(([key, bytes]) => [key, bytes.length])));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(index.length);
  return Buffer.concat([MAGIC, length, index, ...tiles.values()]);
}

/** The tiles of a pack; undefined when the bytes are no pack, or not a whole one. */
export function decodePack(pack: Buffer): TilesByKey | undefined {
  if (pack.length < HEADER_BYTES || !pack.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  let at = HEADER_BYTES + pack.readUInt32BE(MAGIC.length);
  const index = parseIndex(pack.subarray(HEADER_BYTES, at));
  if (index === undefined) return undefined;
  const tiles = new Map<TileKey, Buffer>();
  for (const [key, length] of index) {
    // A copy: a tile in memory must not hold its neighbours.
    tiles.set(key as TileKey, Buffer.from(pack.subarray(at, at + length)));
    at += length;
  }
  return at === pack.length ? tiles : undefined;
}

function parseIndex(bytes: Buffer): z.infer<typeof indexSchema> | undefined {
  try {
    return indexSchema.safeParse(JSON.parse(bytes.toString())).data;
  } catch {
    return undefined;
  }
}
