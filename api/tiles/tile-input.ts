import { InputError } from "../../core/errors.ts";
import { parseTileFormat, TILE_FORMAT_NAMES } from "../../core/tiles/tile-format.ts";
import { tileAddressFault, type TileAddress } from "../../core/tiles/tile-grid.ts";
import { tileSpec, type Rendition, type TileSpec } from "../../core/tiles/tile-spec.ts";

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
