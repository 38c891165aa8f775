import type { Expression, FunctionName } from "../../../core/styles/expression.ts";
import type { PixelArray } from "../engine/pixels.ts";

type Values = Float64Array | PixelArray;

/** Calculates an expression for every pixel; `bandAt` gives the values of a band, counted from 1. */
export function evaluate(
  expression: Expression,
  bandAt: (band: number) => PixelArray,
  length: number,
): Values {
  switch (expression.kind) {
    case "number":
      return new Float64Array(length).fill(expression.value);
    case "band":
      return bandAt(expression.band);
    case "call": {
      const [first, second = first, third = first] = expression.of.map((part) =>
        evaluate(part, bandAt, length),
      );
      const result = new Float64Array(length);
      if (first && second && third) LOOPS[expression.name](result, first, second, third);
      return result;
    }
  }
}

type Loop = (result: Float64Array, a: Values, b: Values, c: Values) => void;

/** One loop for each operation: the function is chosen once, not for every pixel. */
const LOOPS: Readonly<Record<FunctionName, Loop>> = {
  add: loop((a, b) => a + b),
  subtract: loop((a, b) => a - b),
  multiply: loop((a, b) => a * b),
  divide: loop((a, b) => a / b),
  power: loop((a, b) => a ** b),
  negate: loop((a) => -a),
  less: loop((a, b) => (a < b ? 1 : 0)),
  less_equal: loop((a, b) => (a <= b ? 1 : 0)),
  greater: loop((a, b) => (a > b ? 1 : 0)),
  greater_equal: loop((a, b) => (a >= b ? 1 : 0)),
  equal: loop((a, b) => (a === b ? 1 : 0)),
  not_equal: loop((a, b) => (a === b ? 0 : 1)),
  and: loop((a, b) => (a !== 0 && b !== 0 ? 1 : 0)),
  or: loop((a, b) => (a !== 0 || b !== 0 ? 1 : 0)),
  where: loop((condition, yes, no) => (condition !== 0 ? yes : no)),
  min: loop(Math.min),
  max: loop(Math.max),
  sqrt: loop(Math.sqrt),
  log: loop(Math.log),
  log10: loop(Math.log10),
  exp: loop(Math.exp),
  abs: loop(Math.abs),
};

function loop(of: (a: number, b: number, c: number) => number): Loop {
  return (result, a, b, c) => {
    for (let pixel = 0; pixel < result.length; pixel++) result[pixel] = of(a[pixel]!, b[pixel]!, c[pixel]!);
  };
}
