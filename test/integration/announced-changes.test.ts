import { afterAll, beforeAll, expect, test } from "vitest";
import { grantedTileUrl, PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

// Links are remembered for a minute: a change that arrives within seconds was announced.

let system: TestSystem;
let shared: SharedItem;
let listening: Awaited<ReturnType<TestSystem["deps"]["database"]["listen"]>>;
const heard: string[] = [];

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  listening = await system.deps.database.listen(
    "geopera_changes",
    (payload) => heard.push(payload),
    () => undefined,
  );
  shared = await shareItem(system);
}, 60_000);
afterAll(async () => {
  await listening.close();
  await system.stop();
});

const soon = { timeout: 15_000 };

test("what anything writes into the tables of a link is heard by processes that remember it", async () => {
  const { linkId, token, itemId, tile } = shared;
  const database = system.deps.database;
  const validate = () => system.client.try("share.link.validate", { token, password: PASSWORD });
  expect((await validate()).json.target.name).toBe("Scene");
  await database`update items set name = 'Renamed' where id = ${itemId}`;
  await expect.poll(async () => (await validate()).json.target.name, soon).toBe("Renamed");

  const url = await grantedTileUrl(system, token, tile);
  expect((await fetch(url)).status).toBe(200);
  await database`update assets set state = 'failed' where item_id = ${itemId}`;
  await expect.poll(async () => (await fetch(url)).status, soon).not.toBe(200);
  await database`update assets set state = 'ready' where item_id = ${itemId}`;
  await expect.poll(async () => (await fetch(url)).status, soon).toBe(200);

  await database`update share_links set expires_at = now() - interval '1 minute' where id = ${linkId}`;
  await expect.poll(async () => (await fetch(url)).status, soon).toBe(410);
});

test("usage that is counted of a link is no change of it", async () => {
  const { linkId } = await shareItem(system);
  heard.length = 0;
  await system.deps.database`
    update share_links set access_count = access_count + 1, last_accessed_at = now() where id = ${linkId}`;
  await system.deps.database`select pg_notify('geopera_changes', 'end')`;
  await expect.poll(() => heard.at(-1)).toBe("end");
  expect(heard).toEqual(["end"]);
});
