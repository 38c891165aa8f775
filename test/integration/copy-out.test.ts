import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "../../storage/database/database.ts";
import { startCuttableProxy, type CuttableProxy } from "../faults/cuttable-proxy.ts";
import { createTestDatabase } from "../support/system.ts";

// What `copy … to stdout` of a real PostgreSQL sends past the driver.

let proxy: CuttableProxy;
let database: Database;
beforeAll(async () => {
  const url = new URL(await createTestDatabase());
  proxy = await startCuttableProxy(Number(url.port));
  url.port = String(proxy.port);
  // The one connection must be free again after every copy.
  database = openDatabase(url.href, 1);
});
afterAll(async () => {
  await database.end();
  await proxy.close();
});

const ROWS = 300_000;
const LARGE = `copy (select number, 'row ' || number from generate_series(1, ${ROWS}) as number) to stdout`;

async function textOf(copy: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of copy) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const answers = async () => expect(await database`select 1 as one`).toEqual([{ one: 1 }]);

test("every row arrives once and in order, also at a reader that is slower than PostgreSQL", async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of database.copy(LARGE)) {
    for (let turn = 0; turn < 5; turn += 1) await setImmediate();
    pieces.push(piece);
  }
  const lines = Buffer.concat(pieces).toString().split("\n");
  expect(lines).toHaveLength(ROWS + 1);
  expect(lines.findIndex((line, index) => line !== `${index + 1}\trow ${index + 1}`)).toBe(ROWS);
  await answers();
});

test("settings hold for one copy, and a copy of nothing is empty", async () => {
  const shown = "copy (select current_setting('work_mem')) to stdout";
  expect(await textOf(database.copy(shown, { work_mem: "5MB" }))).toBe("5MB\n");
  expect(await textOf(database.copy(shown))).not.toBe("5MB\n");
  expect(await textOf(database.copy("copy (select 1 where false) to stdout"))).toBe("");
});

test("an error is that of PostgreSQL, before the first row and behind many", async () => {
  await expect(textOf(database.copy("copy (select 1 from nowhere) to stdout"))).rejects.toMatchObject({
    code: "42P01",
  });
  const late = `copy (select 1 / (${ROWS} - number) from generate_series(1, ${ROWS}) as number) to stdout`;
  await expect(textOf(database.copy(late))).rejects.toMatchObject({ code: "22012" });
  await answers();
});

test("a copy that is not read to its end holds no connection", async () => {
  for await (const piece of database.copy(LARGE)) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
  await answers();
});

test("a copy whose connection is cut fails, and does not end as if it were whole", async () => {
  const reading = async () => {
    for await (const _piece of database.copy(LARGE)) proxy.cut();
  };
  await expect(reading()).rejects.toMatchObject({ code: expect.stringMatching(/^(CONNECTION|ECONN)/) });
  await answers();
});
