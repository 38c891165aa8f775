import { z } from "zod";
import { isDataFormat } from "./tile-format.ts";
import type { TileAddress } from "./tile-grid.ts";
import { tileKey, type KeyedLayer, type TileKey, type TileSpec } from "./tile-spec.ts";

/** Tiles along each side of a block. */
export type BlockSpan = 1 | 2 | 4;

/** Names a block: the key of its north-west tile, and its span where that is more than one tile. */
export const blockKeySchema = z.string().brand<"BlockKey">();

/** See {@link blockKeySchema}. */
export type BlockKey = z.infer<typeof blockKeySchema>;

/**
 * An aligned square of neighbouring tiles of the same layers and rendition. Tiles requested at the same time
 * share one read.
 */
export interface TileBlock {
  readonly key: BlockKey;
  /**
   * The key of each tile by its {@link tileName}. It hashes once per tile: call it only when a job is made.
   */
  readonly tileKeys: () => Record<string, TileKey>;
}

/**
 * The block of a tile. Mosaics are rendered tile by tile, because neighbours may have other layers. So are
 * data tiles: they are large, and maps do not request whole screens of them.
 */
export function blockOf(layers: readonly KeyedLayer[], spec: TileSpec, spanMax: BlockSpan): TileBlock {
  const span = layers.length === 1 && !isDataFormat(spec.format) ? spanMax : 1;
  const { z: zoom, x, y } = spec.address;
  const [left, top] = [x - (x % span), y - (y % span)];
  const keyAt = (address: TileAddress) => tileKey(layers, { ...spec, address });
  const corner = keyAt({ z: zoom, x: left, y: top });
  return {
    key: (span === 1 ? corner : `${corner}.${span}`) as BlockKey,
    tileKeys: () => {
      const keys: Record<string, TileKey> = {};
      for (let index = 0; index < span * span; index += 1) {
        const address = { z: zoom, x: left + (index % span), y: top + Math.floor(index / span) };
        keys[tileName(address)] = keyAt(address);
      }
      return keys;
    },
  };
}

/** The block of a tile that is made of other tiles: it has no neighbours. */
export function blockOfOne(key: TileKey): BlockKey {
  return key as string as BlockKey;
}

/** A tile's name within its block: `x/y`. */
export function tileName({ x, y }: Pick<TileAddress, "x" | "y">): string {
  return `${x}/${y}`;
}

/** The reverse of {@link tileName}. */
export function parseTileName(name: string): { x: number; y: number } {
  const [x = NaN, y = NaN] = name.split("/").map(Number);
  return { x, y };
}
