import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const project = () => system.client.call("projects.create", { name: "Survey" });

describe("both URLs of an operation", () => {
  test("answer the same", async () => {
    const byResource = await system.client.post("/v1/projects/create", { name: "By resource" });
    expect(byResource.status).toBe(200);
    expect(byResource.json).toMatchObject({ name: "By resource", gcs_region: "australia-southeast1" });
    expect(byResource.headers.get("x-request-id")).toBeTruthy();
  });

  test("an unknown operation is a 404 problem", async () => {
    const answer = await system.client.try("projects.destroy");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.json).toMatchObject({ status: 404, title: "Not found" });
  });
});

describe("collections and items", () => {
  test("are created, listed, changed and deleted", async () => {
    const { id: project_id } = await project();
    const collection = await system.client.call("collections.create", { project_id, name: "2026" });
    const item = await system.client.call("items.create", {
      project_id,
      collection_id: collection.id,
      type: "user_raster",
      name: "Scene",
      datetime: "2026-05-01T10:00:00+10:00",
      properties: { "eo:cloud_cover": 3, nested: { list: [1, "two", null] } },
    });
    expect(item).toMatchObject({
      name: "Scene",
      datetime: "2026-05-01T00:00:00.000Z",
      lifecycle_state: "active",
      properties: { nested: { list: [1, "two", null] } },
    });
    const { collections } = await system.client.call("collections.list", { project_id });
    expect(collections).toEqual([expect.objectContaining({ id: collection.id, item_count: 1 })]);
    const page = await system.client.call("items.list_by_collection", { collection_id: collection.id });
    expect(page).toMatchObject({ total: 1, items: [{ id: item.id }] });

    const changed = await system.client.call("items.update", {
      item_id: item.id,
      name: "Renamed",
      datetime: null,
      start_datetime: "2026-05-01T00:00:00Z",
      end_datetime: "2026-06-01T02:00:00+02:00",
      collection_id: null,
    });
    const interval = {
      start_datetime: "2026-05-01T00:00:00.000Z",
      end_datetime: "2026-06-01T00:00:00.000Z",
    };
    expect(changed).toMatchObject({ name: "Renamed", datetime: null, collection_id: null, ...interval });
    expect(await system.client.call("items.list", { project_id, uncollected: true })).toMatchObject({
      total: 1,
    });

    await system.client.call("items.delete", { item_id: item.id });
    expect((await system.client.try("items.get", { item_id: item.id })).status).toBe(404);
    await system.client.call("collections.delete", { project_id, collection_id: collection.id });
    const gone = await system.client.try("collections.get", { project_id, collection_id: collection.id });
    expect(gone.status).toBe(404);
  });

  test("a deleted collection leaves its items, unlinked", async () => {
    const { id: project_id } = await project();
    const { id: collection_id } = await system.client.call("collections.create", { project_id, name: "c" });
    const { id: item_id } = await system.client.call("items.create", {
      project_id,
      collection_id,
      type: "clip",
      name: "kept",
    });
    await system.client.call("collections.delete", { project_id, collection_id });
    const { item } = await system.client.call("items.get", { item_id });
    expect(item).toMatchObject({ collection_id: null, deleted_at: null });
  });

  test("a stac_id is unique in its project", async () => {
    const { id: project_id } = await project();
    const input = { project_id, type: "clip", name: "n", stac_id: "S2A_1" };
    await system.client.call("items.create", input);
    expect((await system.client.try("items.create", input)).status).toBe(409);
  });
});

describe("project members", () => {
  test("are users of the same organization with a known role", async () => {
    const { id: project_id } = await project();
    const { userId } = system.organization;
    expect(await system.client.call("projects.add_member", { project_id, user_id: userId })).toMatchObject({
      role: "editor",
    });
    const updated = { project_id, user_id: userId, role: "viewer" };
    expect(await system.client.call("projects.update_member", updated)).toMatchObject({ role: "viewer" });
    const wrong = await system.client.try("projects.update_member", { ...updated, role: "owner" });
    expect(wrong.status).toBe(422);
    expect(wrong.json.detail[0]).toMatchObject({ loc: ["body", "role"] });
    const foreign = await system.addOrganization();
    const stranger = { project_id, user_id: foreign.organization.userId };
    expect((await system.client.try("projects.add_member", stranger)).status).toBe(404);
    const { members, total } = await system.client.call("projects.list_members", { project_id });
    expect([members.length, total]).toEqual([1, 1]);
    expect(members[0]).toMatchObject({
      user_id: userId,
      name: expect.any(String),
      email: expect.any(String),
    });
    await system.client.call("projects.remove_member", { project_id, user_id: userId });
    expect((await system.client.try("projects.remove_member", { project_id, user_id: userId })).status).toBe(
      404,
    );
  });
});

describe("another organization", () => {
  test("sees and changes nothing: every foreign id is a 404", async () => {
    const { id: project_id } = await project();
    const { id: collection_id } = await system.client.call("collections.create", { project_id, name: "c" });
    const { id: item_id } = await system.client.call("items.create", {
      project_id,
      type: "clip",
      name: "secret",
    });
    const link = await system.client.call("share.link.create", {
      target_type: "item",
      target_id: item_id,
      password: "correct horse",
      expires_at: "2099-01-01T00:00:00Z",
    });
    const keys = await system.client.call("api_keys.list");
    const { client: foreign } = await system.addOrganization();
    const calls: [string, Record<string, unknown>][] = [
      ["collections.create", { project_id, name: "x" }],
      ["collections.get", { project_id, collection_id }],
      ["collections.list", { project_id }],
      ["collections.update", { project_id, collection_id, name: "x" }],
      ["collections.delete", { project_id, collection_id }],
      ["items.create", { project_id, type: "clip", name: "x" }],
      ["items.get", { item_id }],
      ["items.list", { project_id }],
      ["items.list_by_collection", { collection_id }],
      ["items.update", { item_id, name: "x" }],
      ["items.delete", { item_id }],
      ["items.list_assets", { item_id }],
      ["projects.add_member", { project_id, user_id: system.organization.userId }],
      ["projects.update_member", { project_id, user_id: system.organization.userId, role: "admin" }],
      ["projects.remove_member", { project_id, user_id: system.organization.userId }],
      ["share.link.create", createInput("item", item_id)],
      ["share.link.create", createInput("collection", collection_id)],
      ["share.link.revoke", { link_id: link.id }],
      ["api_keys.revoke", { key_id: keys.api_keys[0].id }],
      ["usage.current", { organization_id: system.organization.organizationId }],
      ["usage.history", { organization_id: system.organization.organizationId }],
    ];
    for (const [operation, input] of calls) {
      const answer = await foreign.try(operation, input);
      expect([operation, answer.status]).toEqual([operation, 404]);
    }
    const { item } = await system.client.call("items.get", { item_id });
    expect(item.name).toBe("secret");
  });
});

function createInput(target_type: string, target_id: string) {
  return { target_type, target_id, password: "correct horse", expires_at: "2099-01-01T00:00:00Z" };
}
