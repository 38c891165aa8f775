import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { OPERATIONS } from "../../api/operations/registry.ts";
import { packageRoot } from "../../infra/package-root.ts";

const sources = execFileSync("git", ["ls-files", "*.ts"], { cwd: packageRoot, encoding: "utf8" }).split("\n");

/** Folders of tests and measurements, which may import every room. */
const OUTSIDE = new Set(["test", "bench"]);

test("every operation lies in the room of its feature, in a file named by its id", () => {
  const inRooms = sources.filter((path) => /^api\/[a-z-]+\/[a-z-]+(?:\.[a-z-]+)+\.ts$/.test(path));
  const files = inRooms.filter((path) => !path.endsWith(".test.ts")).map((path) => basename(path, ".ts"));
  // A file that ends in `.test.ts` would be a test.
  const names = OPERATIONS.map(({ id }) => id.replaceAll("_", "-").replace(/\.test$/, ".test-call"));
  expect(files.toSorted()).toEqual(names.toSorted());
});

test("lint has a rule for the imports of every folder with sources", () => {
  const folders = new Set(
    sources.filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? ""),
  );
  const config = JSON.parse(readFileSync(join(packageRoot, ".oxlintrc.json"), "utf8")) as {
    readonly overrides: readonly { readonly files: readonly string[]; readonly rules: object }[];
  };
  const ruled = config.overrides
    .filter(({ rules }) => "no-restricted-imports" in rules)
    .flatMap(({ files }) =>
      files.filter((pattern) => pattern.endsWith("/**")).map((pattern) => dirname(pattern)),
    );
  expect([...folders].filter((folder) => !OUTSIDE.has(folder) && !ruled.includes(folder))).toEqual([]);
});

test("migrations have numbers of their own, and from 110 on no gap", () => {
  const numbers = readdirSync(join(packageRoot, "storage", "migrations")).map((name) =>
    Number(name.slice(0, 4)),
  );
  const recent = numbers.filter((number) => number >= 110).toSorted((a, b) => a - b);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(recent).toEqual(recent.map((_, index) => 110 + index));
});
