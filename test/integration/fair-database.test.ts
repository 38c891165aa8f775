import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "../../storage/database/database.ts";
import { createTestDatabase } from "../support/system.ts";

// Connections to a real PostgreSQL, taken by several organizations. An advisory lock holds statements up.

const LOCK = 4_711;
let url: string;
let holder: Database;
beforeAll(async () => {
  url = await createTestDatabase();
  holder = openDatabase(url, 1);
});
afterAll(() => holder.end());

const lock = (database: Database) => database`select pg_advisory_xact_lock(${LOCK})`;

/** Holds the lock while `run` runs. */
async function withLock(run: () => Promise<void>): Promise<void> {
  await holder.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${LOCK})`;
    await run();
  });
}

test("an organization whose statements hold every connection that it may have leaves some to others", async () => {
  const database = openDatabase(url, 6);
  const held: Promise<unknown>[] = [];
  await withLock(async () => {
    for (let at = 0; at < 20; at += 1) held.push(lock(database.inTurnOf("loud")));
    expect(await database.inTurnOf("quiet")`select 1 as one`).toEqual([{ one: 1 }]);
    expect(await database`select 2 as two`).toEqual([{ two: 2 }]);
  });
  await Promise.all(held);
  await database.end();
});

test("a statement waits for one of each other organization, however many they have waiting", async () => {
  const database = openDatabase(url, 1);
  const order: string[] = [];
  const waiting: Promise<unknown>[] = [];
  const run = (organization: string) =>
    waiting.push(database.inTurnOf(organization)`select 1`.then(() => order.push(organization)));
  await withLock(async () => {
    waiting.push(lock(database).then(() => undefined));
    for (let at = 0; at < 5; at += 1) run("loud");
    run("quiet");
    run("third");
    await Promise.resolve();
  });
  await Promise.all(waiting);
  expect(order).toEqual(["loud", "quiet", "third", "loud", "loud", "loud", "loud"]);
  await database.end();
});
