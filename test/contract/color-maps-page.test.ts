import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COLOR_MAP_NAMES } from "../../core/styles/color-maps.ts";
import { packageRoot } from "../../infra/package-root.ts";

test("docs/tiles.md lists every colour map, once, and none that does not exist", () => {
  const page = readFileSync(join(packageRoot, "docs", "tiles.md"), "utf8");
  const section = page.slice(page.indexOf("## Colour maps"), page.indexOf("## Expressions"));
  const rows = [...section.matchAll(/^\| [^|`]+\| `([a-z0-9_ ]+)`/gm)];
  expect(rows.flatMap(([, names]) => names!.split(" ")).toSorted()).toEqual(COLOR_MAP_NAMES);
});
