import { createHash } from "node:crypto";
import { afterAll, expect, inject, test } from "vitest";
import { createLogger } from "../../infra/logger.ts";
import { newId } from "../../infra/new-id.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { RedisStoredNames } from "../../queue/tiles/stored-names.ts";

const connection = openPatientConnection(
  { REDIS_URL: inject("redisUrl") },
  createLogger({ LOG_LEVEL: "silent" }, "test"),
);
const prefixes = [`{names-${newId()}}`, `{names-${newId()}}`];
afterAll(async () => {
  await connection.del(...prefixes.flatMap((prefix) => [`${prefix}:stored`, `${prefix}:stored:old`]));
  connection.disconnect();
});

const nameOf = (text: string) => createHash("sha256").update(text).digest("base64url");
const namesOf = (text: string, count: number) =>
  Array.from({ length: count }, (_, index) => nameOf(`${text} ${index}`));

test("names that were added are known to all processes; others, and blocks of the same hash, are not", async () => {
  const [writer, reader] = [1, 2].map(() => new RedisStoredNames(connection, prefixes)) as [
    RedisStoredNames,
    RedisStoredNames,
  ];
  const added = namesOf("added", 2_000);
  for (const name of added) await writer.add("one", [name]);
  const known = async (names: readonly string[]) => {
    let count = 0;
    for (const name of names) if (await reader.mayHold("one", name)) count += 1;
    return count;
  };
  expect(await known(added)).toBe(added.length);
  expect(await known(namesOf("other", 2_000))).toBeLessThan(20);
  expect(await known(added.map((name) => `${name}.4`))).toBeLessThan(20);
});

test("what is asked for outlives a full memory; what is not is forgotten", async () => {
  const names = new RedisStoredNames(connection, [`{names-${newId()}}`], 100);
  const [used, unused] = [nameOf("used"), nameOf("unused")];
  await names.add("one", [used, unused]);
  for (let round = 0; round < 3; round++) {
    expect(await names.mayHold("one", used)).toBe(true);
    await names.add("one", namesOf(`round ${round}`, 99));
  }
  expect(await names.mayHold("one", used)).toBe(true);
  expect(await names.mayHold("one", unused)).toBe(false);
});
