import { appendFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Journal } from "./journal.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "journal-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function replayAll(journal: Journal): Promise<string[]> {
  const lines: string[] = [];
  await journal.replay(async (line) => void lines.push(line));
  return lines;
}

test("lines are replayed in order and then gone, by the process that wrote them or the next one", async () => {
  const journal = new Journal(folder, 1_000_000);
  await Promise.all(["one", "two", "three"].map((line) => journal.append(line)));
  await journal.close();
  const next = new Journal(folder, 1_000_000);
  await next.append("four");
  expect(await replayAll(next)).toEqual(["one", "two", "three", "four"]);
  expect(await next.isEmpty()).toBe(true);
  expect(await replayAll(next)).toEqual([]);
});

test("a line that cannot be taken stays, and so does all after it", async () => {
  const journal = new Journal(folder, 1_000_000);
  for (const line of ["one", "two", "three"]) await journal.append(line);
  const refuseTwo = (line: string) =>
    line === "two" ? Promise.reject(new Error("away")) : Promise.resolve();
  await expect(journal.replay(refuseTwo)).rejects.toThrow("away");
  expect(await replayAll(journal)).toEqual(["one", "two", "three"]);
});

test("half a line that a crash left is nobody's", async () => {
  const journal = new Journal(folder, 1_000_000);
  await journal.append("whole");
  await journal.close();
  const [name] = await readdir(folder);
  await appendFile(join(folder, name ?? ""), "ha");
  expect(await replayAll(new Journal(folder, 1_000_000))).toEqual(["whole"]);
});

test("a full journal says so and takes lines again after a replay", async () => {
  const journal = new Journal(folder, 20);
  await journal.append("0123456789");
  await expect(journal.append("0123456789")).rejects.toThrow("full");
  await replayAll(journal);
  await journal.append("0123456789");
});
