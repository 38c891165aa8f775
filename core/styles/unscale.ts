import type { RasterInfo } from "../rasters/raster-info.ts";
import { formatExpression, type Expression } from "./expression.ts";
import type { RenderStyle } from "./render-style.ts";

/** The value that a stored number of a band stands for: with its scale and its offset, where it has them. */
export function realValue(band: number, raster: RasterInfo): Expression {
  const { scale = 1, offset = 0 } = raster.bands[band - 1] ?? {};
  const stored: Expression = { kind: "band", band };
  const scaled = scale === 1 ? stored : call("multiply", stored, constant(scale));
  return offset === 0 ? scaled : call("add", scaled, constant(offset));
}

/** A calculation over the real values of bands instead of the stored ones. */
export function withRealValues(expression: Expression, raster: RasterInfo): Expression {
  switch (expression.kind) {
    case "number":
      return expression;
    case "band":
      return realValue(expression.band, raster);
    case "call":
      return { ...expression, of: expression.of.map((operand) => withRealValues(operand, raster)) };
  }
}

/** Whether a band's stored numbers stand for other values. */
export function isScaled(band: number, raster: RasterInfo): boolean {
  return realValue(band, raster).kind !== "band";
}

/** A range of stored numbers of a band, in real values. */
export function realRange(
  [low, high]: readonly [number, number],
  { scale = 1, offset = 0 }: { readonly scale?: number; readonly offset?: number } = {},
): [number, number] {
  const ends = [low * scale + offset, high * scale + offset];
  return [Math.min(...ends), Math.max(...ends)];
}

/** The band whose real values a style draws, where it draws just these. */
export function bandOfRealValues(
  { expressions, bands }: RenderStyle,
  raster: RasterInfo,
): number | undefined {
  const [band] = bands;
  if (expressions?.length !== 1 || band === undefined || bands.length !== 1) return undefined;
  return expressions[0] === formatExpression(realValue(band, raster)) ? band : undefined;
}

function call(name: "multiply" | "add", ...of: readonly Expression[]): Expression {
  return { kind: "call", name, of };
}

/** As it is parsed: a sign is a calculation. */
function constant(value: number): Expression {
  if (value >= 0) return { kind: "number", value };
  return { kind: "call", name: "negate", of: [{ kind: "number", value: -value }] };
}
