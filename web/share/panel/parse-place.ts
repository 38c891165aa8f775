/** A place in degrees. */
export interface Place {
  readonly lat: number;
  readonly lng: number;
}

/**
 * A place as people write it: "48.14, 11.58", "48,14; 11,58", "48.14 N 11.58 E" or "33.4° S, 70.1° W".
 * Undefined when it is none.
 */
export function parsePlace(text: string): Place | undefined {
  // A comma between digits is a decimal sign where another sign parts the two numbers.
  const plain = /;/.test(text) ? text.replaceAll(",", ".") : text;
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*°?\s*([NS])?\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*°?\s*([EWO])?\s*$/i.exec(
    plain,
  );
  if (found === null) return undefined;
  const [, lat = "", north = "", lng = "", east = ""] = found;
  const place = {
    lat: Number(lat) * (north.toUpperCase() === "S" ? -1 : 1),
    // O is east in German and west in French: it is not taken for either.
    lng: Number(lng) * (east.toUpperCase() === "W" ? -1 : 1),
  };
  if (east.toUpperCase() === "O") return undefined;
  return Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180 ? place : undefined;
}
