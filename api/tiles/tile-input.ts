import { InputError } from "../../core/errors.ts";
import { parseTileFormat, TILE_FORMAT_NAMES, type TileFormat } from "../../core/tiles/tile-format.ts";
import { tileAddressFault, type TileAddress } from "../../core/tiles/tile-grid.ts";

/** The tile an operation's input names; throws an InputError that names the field for an impossible address or an unknown format. */
export function parseTileInput(input: TileAddress & { readonly format: string }): {
  address: TileAddress;
  format: TileFormat;
} {
  const address = { z: input.z, x: input.x, y: input.y };
  const fault = tileAddressFault(address);
  if (fault !== undefined) throw InputError.at(fault.field, fault.message);
  const format = parseTileFormat(input.format);
  if (format === undefined) {
    throw InputError.at("format", `must be one of ${TILE_FORMAT_NAMES.join(", ")}`, "enum");
  }
  return { address, format };
}
