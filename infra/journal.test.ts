import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Journal } from "./journal.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "journal-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function replayed(journal: Journal): Promise<string[]> {
  const lines: string[] = [];
  await journal.replay(async (line) => {
    lines.push(line);
  });
  return lines;
}

test("lines come back in order, also those of former processes, and are gone afterwards", async () => {
  const former = new Journal(directory, 1_000);
  await former.append("one");
  await former.append("two");
  await former.close();
  const journal = new Journal(directory, 1_000);
  await journal.append("three");
  expect(journal.bytes).toBe(14);
  expect(await replayed(journal)).toEqual(["one", "two", "three"]);
  expect([journal.bytes, await journal.isEmpty()]).toEqual([0, true]);
});

test("a line that is not taken stays, and so does everything after it", async () => {
  const journal = new Journal(directory, 1_000);
  for (const line of ["one", "two", "three"]) await journal.append(line);
  const taken: string[] = [];
  await expect(
    journal.replay(async (line) => {
      if (line === "two") throw new Error("away");
      taken.push(line);
    }),
  ).rejects.toThrow("away");
  await journal.append("four");
  expect(taken).toEqual(["one"]);
  expect(await replayed(journal)).toEqual(["one", "two", "three", "four"]);
});

test("half a line at the end of a crash is nobody's promise", async () => {
  await writeFile(join(directory, "0.jsonl"), "whole\nha");
  expect(await replayed(new Journal(directory, 1_000))).toEqual(["whole"]);
});

test("the bound counts what a former process left, and frees up with replaying", async () => {
  const former = new Journal(directory, 10);
  await former.append("12345");
  await former.close();
  const journal = new Journal(directory, 10);
  await expect(journal.append("12345")).rejects.toThrow("full");
  expect(await replayed(journal)).toEqual(["12345"]);
  await journal.append("12345");
  expect(await readdir(directory)).toHaveLength(1);
  await journal.close();
});
