import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/**
 * Licences that allow the service to be run and passed on; LGPL parts are libraries that can be exchanged.
 */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "LGPL-3.0-or-later",
  "MIT",
  // Fonts, which documents embed.
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
]);

test("every package that runs in production has a licence that allows it", () => {
  const lines = execFileSync("node", [".ci/licences.mjs"], { encoding: "utf8" }).trimEnd().split("\n");
  const refused = lines.filter((line) => {
    const [, , licence = ""] = line.split("\t");
    return !licence.split(/ (?:AND|OR) /).every((name) => ALLOWED.has(name));
  });
  expect(lines.length).toBeGreaterThan(100);
  expect(refused).toEqual([]);
});
