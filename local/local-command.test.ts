import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { UsageError } from "../infra/command-line.ts";
import { parseLocalCommand } from "./local-command.ts";

const folder = mkdtempSync(join(tmpdir(), "geopera-command-"));
writeFileSync(join(folder, "scene.tif"), "");
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  [[], { kind: "demo" }],
  [["--no-demo"], { kind: "empty" }],
  [["scene.tif"], { kind: "scene", path: join(folder, "scene.tif") }],
  [[join(folder, "scene.tif")], { kind: "scene", path: join(folder, "scene.tif") }],
  [["-h"], { kind: "help" }],
  [["--help", "scene.tif"], { kind: "help" }],
])("npm start -- %j is understood", (args, command) => {
  expect(parseLocalCommand(args, folder)).toEqual(command);
});

test.each([[["--frobnicate"]], [["a.tif", "b.tif"]], [["--no-demo", "scene.tif"]]])(
  "npm start -- %j is wrong",
  (args) => {
    expect(() => parseLocalCommand(args, folder)).toThrow(UsageError);
  },
);

test.each([
  ["missing.tif", "missing.tif does not exist"],
  [".", ". is not a file"],
])("npm start -- %s cannot be shared", (file, line) => {
  expect(() => parseLocalCommand([file], folder)).toThrow(new Error(line));
});
