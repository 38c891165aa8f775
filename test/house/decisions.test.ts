import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";

const folder = join(packageRoot, "docs", "decisions");
const records = readdirSync(folder).filter((name) => name !== "README.md");
const index = readFileSync(join(folder, "README.md"), "utf8");

test.each(records)(
  "decision %s has the common header, and stands in the index by number and title",
  (name) => {
    const [title = "", , status = ""] = readFileSync(join(folder, name), "utf8").split("\n");
    const number = Number(name.slice(0, 4));
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
    expect(title).toMatch(new RegExp(`^# ${number}\\. \\S`));
    expect(status).toMatch(/^\d{4}-\d{2}\. Status: (?:in force|replaced)/);
    expect(index).toMatch(
      new RegExp(`\\| ${number} +\\| \\[${escape(title.replace(/^# \d+\. /, ""))}\\]\\(${name}\\)`),
    );
  },
);

test("no two decisions share a number, and the index names no other", () => {
  const numbers = records.map((name) => name.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
  const indexed = [...index.matchAll(/\]\((\d{4}[^)]*)\)/g)].map(([, name = ""]) => name);
  expect(new Set(indexed)).toEqual(new Set(records));
});

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
