import { ProblemError } from "../../core/errors.ts";
import { parseTileFormat, TILE_FORMATS } from "../../core/tiles/tile-format.ts";
import { tileAddressFault } from "../../core/tiles/tile-grid.ts";
import { tileSpec, type TileSpec } from "../../core/tiles/tile-spec.ts";
import { oneOf } from "./tile-path.ts";

/** A WMTS request by key and value. */
export type WmtsRequest =
  | { readonly kind: "capabilities" }
  | { readonly kind: "tile"; readonly spec: TileSpec };

/** Content types of pictures; `auto` shares one of them. */
const PICTURES = [
  ...new Set(
    Object.values(TILE_FORMATS).flatMap(({ is, contentType }) => (is === "picture" ? [contentType] : [])),
  ),
];

/**
 * Parses a WMTS 1.0.0 query, whose keys are case-insensitive; throws a ProblemError `malformed_request` that
 * says what is wrong.
 */
export function parseWmtsQuery(query: Readonly<Record<string, unknown>>): WmtsRequest {
  const values = new Map(Object.entries(query).map(([key, value]) => [key.toLowerCase(), String(value)]));
  const request = (values.get("request") ?? "GetCapabilities").toLowerCase();
  if (request === "getcapabilities") return { kind: "capabilities" };
  if (request !== "gettile") throw malformed("REQUEST must be GetCapabilities or GetTile.");
  const [z, x, y] = ["tilematrix", "tilecol", "tilerow"].map((key) => indexOf(values.get(key)));
  const address = { z: z ?? NaN, x: x ?? NaN, y: y ?? NaN };
  const fault = tileAddressFault(address);
  if (fault !== undefined) throw malformed(`TileMatrix, TileCol, TileRow: ${fault.message}.`);
  const format = parseTileFormat((values.get("format") ?? "image/png").replace("image/", ""));
  if (format === undefined) throw malformed(`FORMAT must be ${oneOf(PICTURES)}.`);
  return { kind: "tile", spec: tileSpec(address, { format }) };
}

function indexOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,8}$/.test(text) ? Number(text) : NaN;
}

function malformed(detail: string): ProblemError {
  return new ProblemError("malformed_request", detail);
}
