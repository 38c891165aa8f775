import { mkdtemp, open, readdir, readFile, rm, writeFile, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Journal } from "./journal.ts";

/**
 * How often a living writer's file is adopted; each line costs an fsync, so no more lines are written than
 * that takes.
 */
const ADOPTIONS = 25;
const LINES_MAX = 500;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "journal-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Adopts files of others at once. */
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

test("it knows since when the oldest line waits, also one of a former process", async () => {
  const before = Date.now();
  const former = openJournal();
  expect(await former.oldestAtMs()).toBeUndefined();
  await former.append("one");
  await former.close();
  const between = Date.now();
  const journal = openJournal();
  const oldest = (await journal.oldestAtMs()) ?? 0;
  expect(oldest).toBeGreaterThanOrEqual(before);
  expect(oldest).toBeLessThanOrEqual(between);
  await replayed(journal);
  expect(await journal.oldestAtMs()).toBeUndefined();
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

test("half a line, left by a crash, was never promised and is not taken", async () => {
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

test("a file of another process is taken when it has not changed for a while", async () => {
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
  const promised: string[] = [];
  const taken = new Set<string>();
  const progress = { adoptions: 0, isWriting: true };
  const write = async () => {
    while (progress.adoptions < ADOPTIONS && promised.length < LINES_MAX) {
      const line = `line ${promised.length}`;
      await writer.append(line);
      promised.push(line);
    }
    progress.isWriting = false;
  };
  const adopt = async (journal: Journal) => {
    while (progress.isWriting || !(await journal.isEmpty())) {
      const count = await journal.replay(async (line) => void taken.add(line));
      if (count > 0) progress.adoptions += 1;
    }
  };
  await Promise.all([write(), adopt(openJournal()), adopt(openJournal())]);
  await writer.close();
  expect(promised.filter((line) => !taken.has(line))).toEqual([]);
  expect(progress.adoptions).toBeGreaterThan(1);
  expect(await readdir(directory)).toEqual([]);
}, 60_000);

describe("on disk", () => {
  afterEach(() => vi.restoreAllMocks());

  /** The prototype of all open files of this process: spies on it watch the disk, or let it fail. */
  async function fileHandles(): Promise<FileHandle> {
    const handle = await open(directory);
    await handle.close();
    return Object.getPrototypeOf(handle) as FileHandle;
  }

  const written = async () =>
    await Promise.all((await readdir(directory)).map((name) => readFile(join(directory, name), "utf8")));

  test("a line is promised when it, and before it the name of its file, is on the disk", async () => {
    const events: string[] = [];
    const handles = await fileHandles();
    vi.spyOn(handles, "sync").mockImplementation(async () => {
      events.push(`name of ${(await readdir(directory)).length} file`);
    });
    vi.spyOn(handles, "datasync").mockImplementation(async () => {
      events.push(`bytes ${(await written())[0]}`);
    });
    const journal = openJournal();
    await journal.append("one").then(() => events.push("promised"));
    await journal.append("two").then(() => events.push("promised"));
    expect(events).toEqual(["name of 1 file", "bytes one\n", "promised", "bytes one\ntwo\n", "promised"]);
    await journal.close();
  });

  test("when the disk does not confirm a line it is not promised, and no line is written behind it", async () => {
    vi.spyOn(await fileHandles(), "datasync").mockRejectedValueOnce(new Error("EIO"));
    const journal = openJournal();
    await expect(journal.append("lost")).rejects.toThrow("EIO");
    await journal.append("kept");
    expect((await written()).toSorted()).toEqual(["kept\n", "lost\n"]);
    await journal.close();
  });
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
