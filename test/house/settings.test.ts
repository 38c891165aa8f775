import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SETTINGS } from "../../infra/config.ts";
import { packageRoot } from "../../infra/package-root.ts";

/** Settings of the libraries that we use, which the page lists beside ours. */
const OF_OTHERS = new Set(["AWS_SECRET_ACCESS_KEY", "NODE_EXTRA_CA_CERTS"]);

test("docs/operating.md names every setting, and no other", () => {
  const page = readFileSync(join(packageRoot, "docs", "operating.md"), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("|"));
  // In the first column of the table of settings, in the second of that of limits.
  const documented = rows
    .flatMap((row) => [
      ...row
        .split("|")
        .slice(1, 3)
        .join()
        .matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9])`/g),
    ])
    .map(([, name]) => name);
  const ours = (names: readonly (string | undefined)[]) =>
    new Set(names.filter((name) => !OF_OTHERS.has(name ?? "")));
  expect(ours(documented)).toEqual(ours(SETTINGS));
});
