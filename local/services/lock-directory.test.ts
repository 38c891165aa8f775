import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { DirectoryInUseError, lockDirectory } from "./lock-directory.ts";

const base = mkdtempSync(join(tmpdir(), "geopera-lock-"));
afterAll(() => rmSync(base, { recursive: true }));

const makeDirectory = () => mkdtempSync(join(base, "each-"));

test("a directory is held by one process until it is released", () => {
  const directory = makeDirectory();
  const release = lockDirectory(directory);
  expect(() => lockDirectory(directory)).toThrow(DirectoryInUseError);
  release();
  lockDirectory(directory)();
});

test("the lock of a process that is gone is taken over, also when its number lives on", () => {
  const directory = makeDirectory();
  const gone = spawnSync("true").pid;
  writeFileSync(join(directory, "lock"), JSON.stringify({ pid: gone, began: "1" }));
  lockDirectory(directory)();
  writeFileSync(join(directory, "lock"), JSON.stringify({ pid: process.pid, began: "1" }));
  lockDirectory(directory)();
});

test("a lock that cannot be read is taken over", () => {
  const directory = makeDirectory();
  writeFileSync(join(directory, "lock"), "{");
  lockDirectory(directory)();
});
