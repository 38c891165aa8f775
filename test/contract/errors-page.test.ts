import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROBLEMS } from "../../core/errors.ts";
import { packageRoot } from "../../infra/package-root.ts";

test("docs/errors.md explains every problem with its status, and none that does not exist", () => {
  const text = readFileSync(join(packageRoot, "docs", "errors.md"), "utf8");
  const listed = [...text.matchAll(/^\|\s*(\d{3})\s*\|\s*`([a-z-]+)`/gm)].map(
    (match) => `${match[1]} ${match[2]}`,
  );
  const known = Object.entries(PROBLEMS).map(
    ([code, { status }]) => `${status} ${code.replaceAll("_", "-")}`,
  );
  expect(listed.toSorted()).toEqual(known.toSorted());
});
