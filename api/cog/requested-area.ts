import { InputError } from "../../core/errors.ts";
import { AreaFault, polygonOfBox, polygonsOf, type Polygon } from "../../core/rasters/polygon-area.ts";
import { boxesOfBounds } from "../../core/tiles/tile-area.ts";
import { layersWithin, type PlanLayer } from "../../core/tiles/tile-plan.ts";

/** More positions than that no request needs to tell an area. */
const POSITIONS_MAX = 1_000;

/** To some centimetres, so that areas travel in few bytes. */
const DEGREES = 1e7;

/** The polygons of a GeoJSON value; throws an InputError that names the field. */
export function readArea(value: unknown, field: string): Polygon[] {
  try {
    return polygonsOf(value, POSITIONS_MAX).map((rings) =>
      rings.map((ring) => ring.map(([longitude, latitude]) => [round(longitude), round(latitude)] as const)),
    );
  } catch (error) {
    if (error instanceof AreaFault) throw InputError.at(field, error.message);
    throw error;
  }
}

const round = (degrees: number) => Math.round(degrees * DEGREES) / DEGREES;

/** The layers within an `aoi`, where there is one: `west,south,east,north`, or GeoJSON as text. */
export function inRequestedArea(
  layers: readonly PlanLayer[],
  aoi: string | null | undefined,
): readonly PlanLayer[] {
  return aoi ? layersWithin(layers, polygonsIn(aoi)) : layers;
}

function polygonsIn(text: string): Polygon[] {
  if (!text.trimStart().startsWith("{")) return boxesOfBounds(boundsIn(text)).map(polygonOfBox);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw InputError.at("aoi", "is no JSON");
  }
  return readArea(value, "aoi");
}

function boundsIn(text: string): number[] {
  const bounds = text.split(",").map(Number);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = bounds;
  const isBox =
    bounds.length === 4 &&
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    south >= -90 &&
    north <= 90 &&
    south < north;
  if (isBox) return bounds;
  throw InputError.at("aoi", "must be west,south,east,north in degrees, or a GeoJSON Polygon as text");
}
