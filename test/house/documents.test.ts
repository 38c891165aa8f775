import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";

const ROOMS = "core|infra|storage|queue|identity|workers|api|web|programs|local|clients|test|bench|docs";

/** Files that git tracks, by ending. */
function tracked(...endings: readonly string[]): string[] {
  const patterns = endings.map((ending) => `*${ending}`);
  const output = execFileSync("git", ["ls-files", ...patterns], { cwd: packageRoot, encoding: "utf8" });
  return output.split("\n").filter((path) => path !== "" && existsSync(join(packageRoot, path)));
}

const DECISIONS = tracked(".md").filter((path) => path.startsWith("docs/decisions/"));

/** Paths that a text names: a room, a slash and the rest, up to a character that no path of ours has. */
function pathsIn(text: string): string[] {
  const pattern = new RegExp(`(?<![\\w./*{-])(?:${ROOMS})/[\\w./-]*[\\w/]`, "g");
  return [...text.matchAll(pattern)].map(([path]) => path);
}

test("every path that a document names exists", () => {
  const missing = [...tracked(".md"), "NOTICE"].flatMap((document) =>
    pathsIn(readFileSync(join(packageRoot, document), "utf8"))
      .filter((path) => !isThere(path))
      .map((path) => `${document}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test("every path that a comment names exists", () => {
  const missing = tracked(".ts", ".mjs", ".sh").flatMap((file) =>
    readFileSync(join(packageRoot, file), "utf8")
      .split("\n")
      .filter((line) => /^\s*(?:\/\*\*|\/\/|\*|#) /.test(line))
      .flatMap(pathsIn)
      .filter((path) => !isThere(path))
      .map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test("every link between documents leads to a file", () => {
  const broken = tracked(".md").flatMap((document) => {
    const text = readFileSync(join(packageRoot, document), "utf8");
    return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, target]) => target ?? "")
      .filter((target) => !existsSync(join(packageRoot, dirname(document), target)))
      .map((target) => `${document}: ${target}`);
  });
  expect(broken).toEqual([]);
});

/** A path may be a folder, leave out the extension of a module, or name a decision by its number alone. */
function isThere(path: string): boolean {
  if (/^docs\/decisions\/\d{4}$/.test(path)) return DECISIONS.some((name) => name.startsWith(path));
  return ["", ".ts", ".md"].some((ending) => existsSync(join(packageRoot, `${path}${ending}`)));
}
