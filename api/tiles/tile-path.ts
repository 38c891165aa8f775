import { ProblemError } from "../../core/errors.ts";
import { parseTileFormat, type TileFormat, type TileSize } from "../../core/tiles/tile-format.ts";
import { tileAddressFault, type TileAddress } from "../../core/tiles/tile-grid.ts";

/** `12.png`, `12@2x.webp`: row, size and format. */
const FILE = /^(\d{1,8})(@2x)?\.([a-z]{3,4})$/;

/** A tile by the last parts of its path; a ProblemError `malformed_request` says what is wrong with them. */
export function parseTilePath(params: { z: string; x: string; file: string }): {
  address: TileAddress;
  size: TileSize;
  format: TileFormat;
} {
  const [, y, twice, extension] = FILE.exec(params.file) ?? [];
  const format = extension === undefined ? undefined : parseTileFormat(extension);
  if (y === undefined || format === undefined) {
    throw new ProblemError(
      "malformed_request",
      "A tile is {z}/{x}/{y}.png, .jpg, .webp, .avif, .auto, .npy or .tif, or {y}@2x.png.",
    );
  }
  const address = { z: parseIndex(params.z), x: parseIndex(params.x), y: parseIndex(y) };
  const fault = tileAddressFault(address);
  if (fault !== undefined) throw new ProblemError("malformed_request", `${fault.message}.`);
  return { address, size: twice === undefined ? 256 : 512, format };
}

/** NaN, which is no valid index, for anything but one to eight plain digits. */
function parseIndex(text: string): number {
  return /^\d{1,8}$/.test(text) ? Number(text) : NaN;
}
