import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listStorePrefixes, mapStorePrefix, unmapStorePrefix } from "../../storage/catalog/store-prefixes.ts";
import type { Client } from "../support/client.ts";
import { putRaster } from "../support/rasters.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

interface Tenant {
  readonly client: Client;
  readonly organizationId: string;
  readonly projectId: string;
}

let system: TestSystem;
let one: Tenant;
let other: Tenant;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  one = await tenant(system.client, system.organization.organizationId);
  const added = await system.addOrganization();
  other = await tenant(added.client, added.organization.organizationId);
  for (const mapped of await listStorePrefixes(system.deps.database)) {
    await unmapStorePrefix(system.deps.database, mapped);
  }
  await putRaster(system.storeFolder, "scenes/scene.tif");
});
afterAll(() => system.stop());

async function tenant(client: Client, organizationId: string): Promise<Tenant> {
  const { id: projectId } = await client.call("projects.create", { name: "Own" });
  return { client, organizationId, projectId };
}

const register = ({ client, projectId }: Tenant, href: string) =>
  client.try("items.create", {
    project_id: projectId,
    type: "user_raster",
    name: "Scene",
    assets: { visual: { href } },
  });

async function place(key: string): Promise<string> {
  const path = join(system.storeFolder, key);
  await mkdir(dirname(path), { recursive: true });
  await copyFile(join(system.storeFolder, "scenes/scene.tif"), path);
  return key;
}

describe("an organization", () => {
  test("reads below its own folder, and other organizations do not", async () => {
    const key = await place(`organizations/${one.organizationId}/scene.tif`);
    expect((await register(one, key)).status).toBe(200);
    expect((await register(one, `file://${system.storeFolder}/${key}`)).status).toBe(200);
    expect((await register(other, key)).status).toBe(422);
  });

  test("gets one answer for files of others, files without an owner and files that do not exist", async () => {
    await place(`organizations/${other.organizationId}/there.tif`);
    const hrefs = [
      `organizations/${other.organizationId}/there.tif`,
      `organizations/${other.organizationId}/missing.tif`,
      "scenes/scene.tif",
      "scenes/missing.tif",
      `organizations/${one.organizationId}/missing.tif`,
      "tiles/ab/cd.png",
      "https://example.org/a.tif",
    ];
    const answers = await Promise.all(hrefs.map((href) => register(one, href)));
    expect(new Set(answers.map(({ status, bytes }) => `${status} ${bytes.toString()}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(422);
    expect(answers[0]?.json.detail[0]).toMatchObject({
      loc: ["body", "assets", "visual", "href"],
      msg: expect.stringContaining("names no file that this project may read"),
    });
  });

  test("reads a folder from when the operator maps it until it is unmapped; what it registered stays", async () => {
    const { database } = system.deps;
    const mapped = { prefix: "scenes/", organization_id: one.organizationId };
    await mapStorePrefix(database, mapped);
    await mapStorePrefix(database, mapped);
    const item = await register(one, "scenes/scene.tif");
    expect(item.status).toBe(200);
    expect((await register(other, "scenes/scene.tif")).status).toBe(422);
    expect(await unmapStorePrefix(database, mapped)).toBe(true);
    expect((await register(one, "scenes/scene.tif")).status).toBe(422);
    const tile = await one.client.try("items.tile.render", { item_id: item.json.id, z: 2, x: 2, y: 1 });
    expect(tile.status).toBe(200);
  });

  test("with the whole store mapped reads files without an owner, and no folder of another organization", async () => {
    const mapped = { prefix: "", organization_id: one.organizationId };
    await mapStorePrefix(system.deps.database, mapped);
    expect((await register(one, "scenes/scene.tif")).status).toBe(200);
    const key = await place(`organizations/${other.organizationId}/mine.tif`);
    expect((await register(one, key)).status).toBe(422);
    await unmapStorePrefix(system.deps.database, mapped);
  });
});

test("a project registers files of its own uploads, and another project of the organization does not", async () => {
  const { id: uploadId } = await one.client.call("uploads.initiate", { project_id: one.projectId });
  const key = await place(`organizations/${one.organizationId}/uploads/${uploadId}/scene.tif`);
  const elsewhere = await tenant(one.client, one.organizationId);
  expect((await register(one, key)).status).toBe(200);
  const refused = await register(elsewhere, key);
  expect(refused.status).toBe(422);
  const missing = await register(one, `organizations/${one.organizationId}/missing.tif`);
  expect(refused.bytes.toString()).toBe(missing.bytes.toString());
  const unknown = await place(
    `organizations/${one.organizationId}/uploads/019aaaaa-0000-7000-8000-000000000000/scene.tif`,
  );
  expect((await register(one, unknown)).status).toBe(422);
});
