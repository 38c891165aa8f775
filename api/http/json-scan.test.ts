import { expect, test } from "vitest";
import { prototypePath, scanJson } from "./json-scan.ts";

const scan = (text: string, keysMax = 3) => scanJson(Buffer.from(text), keysMax);

test("depth and keys of one object are bounded; brackets and colons inside of strings do not count", () => {
  expect(scan('{"a":{"b":1,"c":2},"d":[{"e":1},{"f":2}],"g":3}')).toBeUndefined();
  expect(scan('{"a":1,"b":2,"c":3,"d":4}')).toContain("more than 3 keys");
  expect(scan('{"a":"::::\\"::[[{{","b":2}')).toBeUndefined();
  expect(scan("[".repeat(32))).toBeUndefined();
  expect(scan("[".repeat(33))).toContain("deeper than 32");
});

test("text that is no JSON is left to the parser", () => {
  for (const text of ["", "}}}}]]", '"', "\\", "nope"]) expect(scan(text)).toBeUndefined();
});

test("a key that reaches for a prototype is found wherever it is", () => {
  expect(prototypePath(JSON.parse('{"a":[{"__proto__":1}]}'))).toBe("a.0.__proto__");
  expect(prototypePath(JSON.parse('{"constructor":{"prototype":{}}}'))).toBe("constructor");
  expect(prototypePath({ constructor: "a builder", name: "x" })).toBeUndefined();
});
