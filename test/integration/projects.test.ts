import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shareItem, PASSWORD } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ pools: ["render"], isServing: true });
});
afterAll(() => system.stop());

const makeProject = async () =>
  (await system.client.call("projects.create", { name: "Survey" })).id as string;

test("an archived project takes nothing new, and what it holds can still be shared", async () => {
  const project_id = await makeProject();
  const { id: item_id } = await system.client.call("items.create", {
    project_id,
    type: "clip",
    name: "kept",
  });
  const archived = await system.client.call("projects.archive", { project_id });
  expect(archived).toMatchObject({ id: project_id, name: "Survey", is_archived: true });
  for (const [operation, input] of [
    ["items.create", { project_id, type: "clip", name: "new" }],
    ["collections.create", { project_id, name: "new" }],
    ["uploads.initiate", { project_id }],
  ] as const) {
    const answer = await system.client.try(operation, input);
    expect(answer.status).toBe(409);
    expect(answer.json.detail).toContain("archived");
  }
  const link = { target_type: "item", target_id: item_id, password: PASSWORD };
  await system.client.call("share.link.create", { ...link, expires_at: "2099-01-01T00:00:00Z" });
  const listed = async (is_archived: boolean) =>
    (await system.client.call("projects.list", { is_archived, limit: 1_000 })).projects.some(
      ({ id }: { id: string }) => id === project_id,
    );
  expect([await listed(true), await listed(false)]).toEqual([true, false]);
  await system.client.call("projects.update", { project_id, is_archived: false, description: "again" });
  await system.client.call("collections.create", { project_id, name: "new" });
  const { is_archived, description } = await system.client.call("projects.get", { project_id });
  expect([is_archived, description]).toEqual([false, "again"]);
});

describe("projects.delete", () => {
  test("says beforehand what goes, and takes items, collections, uploads and links with it", async () => {
    const { projectId: project_id, itemId: item_id, token } = await shareItem(system);
    const { id: collection_id } = await system.client.call("collections.create", { project_id, name: "c" });
    const { id: upload_id } = await system.client.call("uploads.initiate", { project_id });
    const preview = await system.client.call("projects.delete", { project_id, preview: true });
    expect(preview).toMatchObject({ deleted: false, items: 1, collections: 1, live_links: 1 });
    expect(preview.storage_freed_bytes).toBeGreaterThan(100);
    const opens = () => system.client.try("share.link.validate", { token, password: PASSWORD });
    expect((await opens()).status).toBe(200);

    const done = await system.client.call("projects.delete", { project_id });
    expect(done).toEqual({ ...preview, deleted: true });
    expect((await opens()).status).toBe(410);
    for (const [operation, input] of [
      ["projects.get", { project_id }],
      ["projects.delete", { project_id }],
      ["items.get", { item_id }],
      ["items.list", { project_id }],
      ["collections.get", { project_id, collection_id }],
      ["items.create", { project_id, type: "clip", name: "n" }],
    ] as const) {
      expect((await system.client.try(operation, input)).status, operation).toBe(404);
    }
    expect(await system.client.call("uploads.get", { upload_id })).toMatchObject({ status: "failed" });
    const { features } = await system.client.call("items.search_org");
    expect(features.map(({ properties }: never) => properties["geopera:item_id"])).not.toContain(item_id);
    const { entries } = await system.client.call("audit.list", { limit: 10 });
    expect(JSON.stringify(entries)).toContain("storage_freed_bytes");
  });

  test("leaves nothing behind of what happens at the same time, and nothing waits for itself", async () => {
    const { itemId: item_id, projectId: project_id } = await shareItem(system);
    const { id: collection_id } = await system.client.call("collections.create", { project_id, name: "c" });
    const [asset] = await system.deps.database<{ object_key: string }[]>`
      select object_key from assets where item_id = ${item_id}`;
    const bytes = await readFile(join(system.storeFolder, asset?.object_key ?? ""));
    const complete = await Promise.all(
      [0, 1].map(async () => {
        const target = { project_id, target_collection_id: collection_id };
        const { id: upload_id } = await system.client.call("uploads.initiate", target);
        const { upload_url } = await system.client.call("uploads.signed_url", {
          upload_id,
          file_name: "scene.tif",
        });
        await system.client.send(new URL(upload_url).pathname, { method: "PUT", body: bytes });
        return ["uploads.complete", { upload_id }] as const;
      }),
    );
    const calls = [
      ...complete,
      ["projects.delete", { project_id }],
      ["items.duplicate", { item_id, target_collection_id: collection_id }],
      ["items.update", { item_id, collection_id }],
      ["collections.delete", { project_id, collection_id }],
      ["projects.delete", { project_id }],
    ] as const;
    const answers = await Promise.all(calls.map(([operation, input]) => system.client.try(operation, input)));
    for (const { status } of answers) expect([200, 404, 409]).toContain(status);
    expect([answers[2]?.status, answers.at(-1)?.status]).toContain(200);
    const left = await system.deps.database`
      select from items where project_id = ${project_id} and deleted_at is null`;
    expect(left).toHaveLength(0);
  });

  test("deletes thousands of items in several transactions", async () => {
    const project_id = await makeProject();
    await system.deps.database`
      insert into items (id, project_id, stac_id, type, name)
      select gen_random_uuid(), ${project_id}, n::text, 'clip', n::text from generate_series(1, 2500) as n`;
    expect(await system.client.call("projects.delete", { project_id })).toMatchObject({ items: 2_500 });
    const [left] = await system.deps.database<{ count: number }[]>`
      select count(*) from items where project_id = ${project_id} and deleted_at is null`;
    expect(left?.count).toBe(0);
  });
});
