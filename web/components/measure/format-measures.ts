import type { Wording } from "../../languages/translate.ts";

type Numbers = Pick<Wording, "number">;

/** A length in metres or kilometres. */
export function formatLength(metres: number, { number }: Numbers): string {
  return metres < 1000 ? `${number(metres, 3)} m` : `${number(metres / 1000, 4)} km`;
}

/** An area in square metres, hectares or square kilometres. */
export function formatArea(squareMetres: number, { number }: Numbers): string {
  if (squareMetres < 10_000) return `${number(squareMetres, 3)} m²`;
  if (squareMetres < 1_000_000) return `${number(squareMetres / 10_000, 4)} ha`;
  return `${number(squareMetres / 1_000_000, 4)} km²`;
}
