import { ProblemError } from "../../core/errors.ts";
import { parseTileFormat, TILE_FORMATS } from "../../core/tiles/tile-format.ts";
import { tileAddressFault } from "../../core/tiles/tile-grid.ts";
import { tileSpec, type TileSpec } from "../../core/tiles/tile-spec.ts";

/** `12.png`, `12@2x.webp`: row, size and format. */
const FILE = /^(\d{1,8})(@2x)?\.([a-z0-9]{1,8})$/;

/**
 * The tile that the last parts of a path name; throws a ProblemError `malformed_request` that says what is
 * wrong.
 */
export function parseTilePath(params: { z: string; x: string; file: string }): TileSpec {
  const [, y, twice, extension] = FILE.exec(params.file) ?? [];
  const format = extension === undefined ? undefined : parseTileFormat(extension);
  if (y === undefined || format === undefined) {
    const endings = Object.values(TILE_FORMATS).map((known) => `.${known.extension}`);
    throw new ProblemError(
      "malformed_request",
      `A tile is {z}/{x}/{y}${oneOf(endings)}, or {y}@2x${endings[0]}.`,
    );
  }
  const address = { z: parseIndex(params.z), x: parseIndex(params.x), y: parseIndex(y) };
  const fault = tileAddressFault(address);
  if (fault !== undefined) throw new ProblemError("malformed_request", `${fault.message}.`);
  return tileSpec(address, { format, size: twice === undefined ? 256 : 512 });
}

/** Joins alternatives for a sentence: `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** An index of one to eight digits; anything else becomes NaN, which no address accepts. */
function parseIndex(text: string): number {
  return /^\d{1,8}$/.test(text) ? Number(text) : NaN;
}
