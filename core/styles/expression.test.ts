import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandsOf, ExpressionFault, formatExpression, parseExpression } from "./expression.ts";

const NAMES = ["red", "nir", "SWIR 1"];
const canonical = (text: string) => formatExpression(parseExpression(text, NAMES));

describe("an expression", () => {
  test.each([
    ["(b2-b1)/(b2+b1)", "((b2-b1)/(b2+b1))"],
    ["nir + red * 2", "(b2+(b1*2))"],
    ["-b1^2", "(-(b1^2))"],
    ["2 ** 3 ** b1", "(2^(3^b1))"],
    ['where("SWIR 1" >= .5 && b1 != 0, sqrt(NIR), 1e3)', "where(((b3>=0.5)&&(b1!=0)),sqrt(b2),1000)"],
    ["b1 - b2 - b3", "((b1-b2)-b3)"],
    ["min(b1, max(b2, 0)) <= 1 || abs(b3) > 2", "((min(b1,max(b2,0))<=1)||(abs(b3)>2))"],
  ])("%s is read as %s", (text, expected) => {
    expect(canonical(text)).toBe(expected);
    expect(formatExpression(parseExpression(expected, [null, null, null]))).toBe(expected);
  });

  test("knows its bands, each once", () => {
    expect(bandsOf(parseExpression("(b3-b1)/(b3+b1)", NAMES))).toEqual([1, 3]);
  });

  test.each([
    "",
    "b1 +",
    "b4",
    "blue",
    "(b1",
    "b1 b2",
    "b1; b2",
    "process.exit(1)",
    "constructor",
    "toString()",
    "min(b1)",
    "where(b1, b2)",
    "b1 = 2",
    "`x`",
    "[b1]",
    "(".repeat(300) + "b1" + ")".repeat(300),
    "1e309",
    "b1*" + "9".repeat(900),
    "-".repeat(290) + "b1",
    "2^".repeat(400) + "b1",
    "b1+".repeat(400) + "b1",
  ])("%s is refused in words", (text) => {
    expect(() => parseExpression(text, NAMES)).toThrow(ExpressionFault);
  });

  test.each([
    "b1+".repeat(80) + "b1",
    "-".repeat(60) + "b1",
    "1e300*1e-320*5e20",
    "2^-".repeat(30) + "b2",
    "min(".repeat(60) + "b1" + ",b2)".repeat(60),
  ])("%s has a canonical form that is parsed again", (text) => {
    expect(formatExpression(parseExpression(canonical(text), [null, null, null]))).toBe(canonical(text));
  });

  test("of any accepted shape has a canonical form that is parsed again", () => {
    const pieces = fc.constantFrom(
      "b1",
      "b2",
      "1e308",
      ".5",
      "-",
      "+",
      "*",
      "^",
      "(",
      ")",
      "sqrt(",
      "<",
      "&&",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 300 }), (parts) => {
        const text = parts.join("");
        let form: string;
        try {
          form = canonical(text);
        } catch (error) {
          return error instanceof ExpressionFault;
        }
        return formatExpression(parseExpression(form, [null, null])) === form;
      }),
    );
  });
});
