import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../infra/new-id.ts";
import { createLogger } from "../../infra/logger.ts";
import { deleteExpiredRows } from "../../storage/retention.ts";
import { maintainStore } from "../../workers/metering/maintain-store.ts";
import { putRaster } from "../support/rasters.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let project_id: string;
let scene: Buffer;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  ({ id: project_id } = await system.client.call("projects.create", { name: "Retention" }));
  await putRaster(system.storeFolder, "made.tif");
  scene = await readFile(join(system.storeFolder, "made.tif"));
});
afterAll(() => system.stop());

const maintain = () =>
  maintainStore({ ...system.deps, logger: createLogger(system.config, "test") }, system.config, Date.now());

describe("an idempotent answer", () => {
  const headers = { "idempotency-key": "order-1" };
  const create = async () => (await system.client.try("api_keys.create", { name: "once" }, headers)).json;

  test("shows a reader of the database neither its key nor its content, also who guesses the key", async () => {
    const { id, key } = await create();
    const rows = await system.deps.database<{ key_hash: Buffer; body_hash: Buffer; answer: Buffer }[]>`
      select key_hash, body_hash, answer from idempotent_answers`;
    const guesses = ["order-1", JSON.stringify({ name: "once" })].map((text) =>
      createHash("sha256").update(text).digest("hex"),
    );
    for (const row of rows) {
      expect(guesses).not.toContain(row.key_hash.toString("hex"));
      expect(guesses).not.toContain(row.body_hash.toString("hex"));
      for (const secret of [id, key]) expect(row.answer.includes(secret)).toBe(false);
    }
    expect(await create()).toMatchObject({ id, key });
  });

  test("ends after a day", async () => {
    const { id } = await create();
    await system.deps.database`update idempotent_answers set created_at = now() - interval '1 day 1 second'`;
    await maintain();
    expect(await system.deps.database`select from idempotent_answers`).toHaveLength(0);
    expect((await create()).id).not.toBe(id);
  });
});

test("security events end with the days of their setting", async () => {
  const { database } = system.deps;
  const days = system.config.SECURITY_LOG_DAYS;
  for (const age of [days - 1, days + 1]) {
    await database`
      insert into security_events (id, occurred_at, kind, outcome, subject)
      values (${newId()}, ${new Date(Date.now() - age * 86_400_000)}, 'test', 'allowed', ${database.json({ age: String(age) })})`;
  }
  await maintain();
  const left = await database<{ subject: { age: string } }[]>`
    select subject from security_events where kind = 'test'`;
  expect(left.map(({ subject }) => subject.age)).toEqual([String(days - 1)]);
});

test("rows past their retention go in batches, and the others stay", async () => {
  const { database } = system.deps;
  const old = (id: string) => `018b0000${id.slice(8)}`;
  for (let row = 0; row < 5; row += 1) {
    await database`
      insert into audit_log (id, principal_type, operation_id, outcome, request_id)
      values (${old(newId())}, 'test', 'old', 200, 'r'), (${newId()}, 'test', 'new', 200, 'r')`;
  }
  expect(await deleteExpiredRows(database, Date.now(), 2)).toEqual({ audit_log: 5 });
  const left = await database`select operation_id from audit_log where principal_type = 'test'`;
  expect(left.map((row) => row.operation_id)).toEqual(Array(5).fill("new"));
});

describe("files of uploads", () => {
  const folderOf = (upload_id: string) =>
    `organizations/${system.organization.organizationId}/uploads/${upload_id}/`;
  async function filesOf(upload_id: string): Promise<string[]> {
    const keys: string[] = [];
    for await (const key of system.deps.objectStore.list(folderOf(upload_id))) keys.push(key);
    return keys;
  }
  const initiate = async (input: object = {}): Promise<string> =>
    (await system.client.call("uploads.initiate", { project_id, ...input })).id;
  async function put(upload_id: string): Promise<void> {
    const { upload_url } = await system.client.call("uploads.signed_url", { upload_id, file_name: "a.tif" });
    const sent = await system.client.send(new URL(upload_url).pathname, { method: "PUT", body: scene });
    expect(sent.status).toBe(200);
  }
  const makeDue = (upload_id: string) =>
    system.deps.database`update uploads set sweep_after = now() where id = ${upload_id}`;

  test("that nothing happened to for two days are deleted, and the upload says why it failed", async () => {
    const [abandoned, busy] = [await initiate(), await initiate()];
    await put(abandoned);
    await put(busy);
    await system.deps.database`
      update uploads set updated_at = now() - interval '49 hours' where id = ${abandoned}`;
    await maintain();
    expect([await filesOf(abandoned), (await filesOf(busy)).length]).toEqual([[], 1]);
    const refused = await system.client.try("uploads.complete", { upload_id: abandoned });
    expect(refused.status).toBe(409);
    const [row] = await system.deps.database`select * from uploads where id = ${abandoned}`;
    expect(row).toMatchObject({ status: "failed", error_message: "Nothing happened for 48 hours." });
  });

  test("that arrived late, or under another name, are deleted; those of the item stay", async () => {
    const upload_id = await initiate();
    await put(upload_id);
    await system.client.call("uploads.complete", { upload_id });
    const [kept] = await filesOf(upload_id);
    await system.deps.objectStore.put(`${folderOf(upload_id)}late.tif`, scene);
    await makeDue(upload_id);
    await maintain();
    expect(await filesOf(upload_id)).toEqual([kept]);
  });

  test("that were replaced are deleted a day later", async () => {
    const first = await initiate({ asset_key: "visual" });
    await put(first);
    const { item_id: target_item_id } = await system.client.call("uploads.complete", { upload_id: first });
    await system.deps.database`update uploads set sweep_after = null where id = ${first}`;
    const next = await initiate({ target_item_id, asset_key: "visual" });
    await put(next);
    await system.client.call("uploads.complete", { upload_id: next });
    const [row] = await system.deps.database`
      select sweep_after > now() + interval '23 hours' as later from uploads where id = ${first}`;
    expect(row).toEqual({ later: true });
    await makeDue(first);
    await maintain();
    expect([(await filesOf(first)).length, (await filesOf(next)).length]).toEqual([0, 1]);
  });

  test("of a deleted item stay for thirty days and no longer", async () => {
    const upload_id = await initiate();
    await put(upload_id);
    const { item_id } = await system.client.call("uploads.complete", { upload_id });
    await system.client.call("items.delete", { item_id });
    await makeDue(upload_id);
    await maintain();
    expect(await filesOf(upload_id)).toHaveLength(1);
    const [row] = await system.deps.database`
      select sweep_after > now() + interval '29 days' as later from uploads where id = ${upload_id}`;
    expect(row).toEqual({ later: true });
    await system.deps
      .database`update items set deleted_at = now() - interval '31 days' where id = ${item_id}`;
    await makeDue(upload_id);
    await maintain();
    expect(await filesOf(upload_id)).toEqual([]);
  });
});
