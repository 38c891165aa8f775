import { ProblemError } from "../../core/errors.ts";
import type { OwsCode } from "../../core/tiles/ows-exception.ts";
import { parseTileFormat, TILE_FORMATS } from "../../core/tiles/tile-format.ts";
import { tileAddressFault } from "../../core/tiles/tile-grid.ts";
import { tileSpec, type TileSpec } from "../../core/tiles/tile-spec.ts";
import { oneOf } from "./tile-path.ts";

/** A WMTS request by key and value. */
export type WmtsRequest =
  | { readonly kind: "capabilities" }
  | { readonly kind: "tile"; readonly spec: TileSpec; readonly style: string | undefined };

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
  if (request !== "gettile") {
    throw malformed("OperationNotSupported", "request", "REQUEST must be GetCapabilities or GetTile.");
  }
  for (const name of ["TileMatrix", "TileCol", "TileRow"]) {
    if (!values.has(name.toLowerCase()))
      throw malformed("MissingParameterValue", name, `${name} is missing.`);
  }
  const [z, x, y] = ["tilematrix", "tilecol", "tilerow"].map((key) => indexOf(values.get(key)));
  const address = { z: z ?? NaN, x: x ?? NaN, y: y ?? NaN };
  const fault = tileAddressFault(address);
  if (fault !== undefined) {
    const name = PARAMETERS[fault.field];
    const code = fault.field === "z" ? "InvalidParameterValue" : "TileOutOfRange";
    throw malformed(code, name, `${name}: ${fault.message}.`);
  }
  const format = parseTileFormat((values.get("format") ?? "image/png").replace("image/", ""));
  if (format === undefined) {
    throw malformed("InvalidParameterValue", "Format", `FORMAT must be ${oneOf(PICTURES)}.`);
  }
  return { kind: "tile", spec: tileSpec(address, { format }), style: values.get("style") };
}

/** The failure of a request for a style that is not there, or not given. */
export function unknownStyle(): ProblemError {
  return malformed("InvalidParameterValue", "Style", "STYLE must be one of the capabilities.");
}

/** The parameter that holds each part of an address. */
const PARAMETERS = { z: "TileMatrix", x: "TileCol", y: "TileRow" } as const;

function indexOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,8}$/.test(text) ? Number(text) : NaN;
}

function malformed(exceptionCode: OwsCode, locator: string, detail: string): ProblemError {
  return new ProblemError("malformed_request", detail, { extensions: { exceptionCode, locator } });
}
