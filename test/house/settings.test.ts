import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SETTINGS } from "../../infra/config.ts";
import { packageRoot } from "../../infra/package-root.ts";

/** Settings of the libraries that we use, which the page lists beside ours. */
const OF_OTHERS = new Set(["AWS_SECRET_ACCESS_KEY"]);

test("docs/operating.md names every setting, and no other", () => {
  const page = readFileSync(join(packageRoot, "docs", "operating.md"), "utf8");
  const [table = ""] = /^\| variable[\s\S]*?\n\n/m.exec(page) ?? [];
  const documented = table
    .split("\n")
    .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([A-Z][A-Z0-9_]+)`/g)])
    .map(([, name]) => name);
  expect(documented).toHaveLength(new Set(documented).size);
  expect(new Set(documented)).toEqual(new Set(SETTINGS.filter((name) => !OF_OTHERS.has(name))));
});
