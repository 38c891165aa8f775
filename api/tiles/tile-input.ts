import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { parseTileFormat, TILE_FORMAT_NAMES } from "../../core/tiles/tile-format.ts";
import { tileAddressFault, ZOOM_MAX, type TileAddress } from "../../core/tiles/tile-grid.ts";
import { tileSpec, type Rendition, type TileSpec } from "../../core/tiles/tile-spec.ts";

const index = z.int().meta({ minimum: 0, maximum: 2 ** ZOOM_MAX - 1 });

/** The inputs that name a tile of the Web Mercator grid; {@link parseTileInput} checks them together. */
export const tileAddressInput = {
  z: z.int().meta({ minimum: 0, maximum: ZOOM_MAX }),
  x: index,
  y: index,
};

/** The name of a tile's format; the published schema is a plain string, as the contract has it. */
export const formatInput = z.string().meta({ examples: [...TILE_FORMAT_NAMES] });

/** The fields of an operation's input that name a tile. */
type TileInput = TileAddress & { readonly format: string } & Partial<Omit<Rendition, "format">>;

/**
 * The tile in an operation's input; throws an InputError that names the field for an impossible address or an
 * unknown format.
 */
export function parseTileInput(input: TileInput): TileSpec {
  const address = { z: input.z, x: input.x, y: input.y };
  const fault = tileAddressFault(address);
  if (fault !== undefined) throw InputError.at(fault.field, fault.message);
  const format = parseTileFormat(input.format);
  if (format === undefined) {
    throw InputError.at("format", `must be one of ${TILE_FORMAT_NAMES.join(", ")}`, "enum");
  }
  return tileSpec(address, { ...input, format });
}
