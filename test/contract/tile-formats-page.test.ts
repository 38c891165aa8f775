import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TILE_FORMAT_NAMES, TILE_FORMATS, parseTileFormat } from "../../core/tiles/tile-format.ts";
import { packageRoot } from "../../infra/package-root.ts";

const page = readFileSync(join(packageRoot, "docs", "tiles.md"), "utf8");
const section = page.slice(page.indexOf("## Formats"), page.indexOf("## Profiles"));
const rows = [...section.matchAll(/^\| (`[^|]+`) +\| ([^|]+) \|/gm)].map(([, names = "", is = ""]) => ({
  names: names.split(", ").map((name) => name.replaceAll("`", "")),
  is: is.trim(),
}));

test("docs/tiles.md lists every tile format with its aliases, and none that does not exist", () => {
  expect(rows.flatMap(({ names }) => names).toSorted()).toEqual(TILE_FORMAT_NAMES.toSorted());
  for (const { names } of rows) expect(new Set(names.map(parseTileFormat)).size).toBe(1);
});

test("docs/tiles.md calls lossy exactly the formats that obey `quality`", () => {
  const lossy = rows.filter(({ is }) => /\blossy\b/.test(is)).flatMap(({ names }) => names.slice(0, 1));
  const formats = Object.entries(TILE_FORMATS).filter(([, facts]) => facts.lossy);
  expect(lossy.toSorted()).toEqual(formats.map(([name]) => name).toSorted());
});
