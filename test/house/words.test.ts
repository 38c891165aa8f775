import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";

/** The formatter's width. It wraps Markdown by itself, and leaves comments alone. */
const COLUMNS = 110;

/** They hide the actor or the field's own term: say waiter, worker, caller, unavailable, in flight. */
const AVOIDED =
  /\b(?:nobody|somebody|whoever|everybody|is told|are told|hears?|heard of|lets? go|put aside|is away|are away|under way|who (?:asks?|waits?|wants?))\b/i;

interface Line {
  readonly place: string;
  readonly text: string;
}

function linesOf(pattern: string): Line[] {
  const paths = execFileSync("git", ["ls-files", pattern], { cwd: packageRoot, encoding: "utf8" }).split(
    "\n",
  );
  return paths
    .filter((path) => path !== "" && !/generated|kernels\/binary|openapi/.test(path))
    .filter((path) => existsSync(join(packageRoot, path)))
    .flatMap((path) =>
      readFileSync(join(packageRoot, path), "utf8")
        .split("\n")
        .map((text, index) => ({ place: `${path}:${index + 1}`, text })),
    );
}

const comments = linesOf("*.ts").filter(({ text }) => /^\s*(?:\/\*\*|\*|\/\/) /.test(text));
const prose = linesOf("*.md");

test("comments end within the formatter's width", () => {
  expect(comments.filter(({ text }) => text.length > COLUMNS).map(({ place }) => place)).toEqual([]);
});

test("comments and documents use the field's own words", () => {
  const avoided = [...comments, ...prose].filter(({ text }) => AVOIDED.test(text));
  expect(avoided.map(({ place, text }) => `${place} ${text.trim()}`)).toEqual([]);
});
