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

/** Does not wait before it takes what others left. */
function openJournal(bytesMax = 1_000): Journal {
  return new Journal(directory, { bytesMax, orphanedMs: 0 });
}

async function replayed(journal: Journal): Promise<string[]> {
  const lines: string[] = [];
  await journal.replay(async (line) => {
    lines.push(line);
  });
  return lines;
}

test("lines come back in order, also those of former processes, and are gone afterwards", async () => {
  const former = openJournal();
  await former.append("one");
  await former.append("two");
  await former.close();
  const journal = openJournal();
  await journal.append("three");
  expect(journal.bytes).toBe(14);
  expect(await replayed(journal)).toEqual(["one", "two", "three"]);
  expect([journal.bytes, await journal.isEmpty()]).toEqual([0, true]);
});

test("a line that is not taken stays, and so does everything after it", async () => {
  const journal = openJournal();
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
  expect(await replayed(openJournal())).toEqual(["whole"]);
});

test("the bound counts what a former process left, and frees up with replaying", async () => {
  const former = openJournal(10);
  await former.append("12345");
  await former.close();
  const journal = openJournal(10);
  await expect(journal.append("12345")).rejects.toThrow("full");
  expect(await replayed(journal)).toEqual(["12345"]);
  await journal.append("12345");
  expect(await readdir(directory)).toHaveLength(1);
  await journal.close();
});

test("what other processes left is taken when nobody has touched it for a while", async () => {
  const other = openJournal();
  await other.append("left behind");
  const journal = new Journal(directory, { bytesMax: 1_000, orphanedMs: 60_000 });
  await journal.append("own");
  expect(await replayed(journal)).toEqual(["own"]);
  expect(journal.bytes).toBe(12);
  expect(await replayed(openJournal())).toEqual(["left behind"]);
  expect(await readdir(directory)).toEqual([]);
  await other.close();
});

test("a writer whose file is adopted while it lives writes elsewhere: every promised line is handed out", async () => {
  const writer = openJournal(1_000_000);
  const adopters = [openJournal(), openJournal()];
  const promised: string[] = [];
  const taken = new Set<string>();
  const lineCount = 500;
  const write = async () => {
    for (let index = 0; index < lineCount; index += 1) {
      await writer.append(`line ${index}`);
      promised.push(`line ${index}`);
    }
  };
  const adopt = async (journal: Journal) => {
    while (promised.length < lineCount || !(await journal.isEmpty())) {
      await journal.replay(async (line) => void taken.add(line));
    }
  };
  await Promise.all([write(), ...adopters.map(adopt)]);
  await writer.close();
  expect(promised.filter((line) => !taken.has(line))).toEqual([]);
  expect(await readdir(directory)).toEqual([]);
});

test("an adoption that breaks off is finished by the next", async () => {
  const writer = openJournal();
  for (const line of ["one", "two"]) await writer.append(line);
  const refusing = openJournal().replay(async (line) => {
    if (line === "two") throw new Error("away");
  });
  await expect(refusing).rejects.toThrow("away");
  await writer.append("three");
  expect(await replayed(openJournal())).toEqual(["one", "two", "three"]);
  await writer.close();
});
