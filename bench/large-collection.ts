import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectApi } from "../local/api-client.ts";
import { makeOrganization } from "../local/first-user.ts";
import { startStack } from "../local/services/start-stack.ts";
import { tileAt } from "../core/tiles/tile-grid.ts";
import { openDatabase } from "../storage/database/database.ts";
import { mapStorePrefix } from "../storage/catalog/store-prefixes.ts";
import { FileObjectStore } from "../storage/object-store/file-object-store.ts";
import { putRaster } from "../test/support/rasters.ts";
import { makeSheets, SHEET_DEGREES, SHEETS_SOUTH, SHEETS_WEST } from "../test/support/sheets.ts";

/**
 * What a tile of a collection of 31 x 31 sheets costs beside one of a single raster of the same place and
 * resolution: `npm run bench:collection`. Both for the first time, in `auto`, one request after the other, a
 * zoom at a time; the far tiles of the collection are prepared, as after any change of its items.
 */
const SIDE = 31;
const PASSWORD = "benchmark";
const folder = mkdtempSync(join(tmpdir(), "geopera-bench-run-"));
chmodSync(folder, 0o755);
const stack = await startStack({ directory: join(folder, "stack"), log: console.error });
const database = openDatabase(stack.databaseUrl, 2);
try {
  await stack.startProcesses();
  const { api_key: apiKey, organization_id } = await makeOrganization(stack.databaseUrl);
  await mapStorePrefix(database, { prefix: "", organization_id });
  const call = connectApi(stack.apiUrl, apiKey);
  const { id: projectId } = await call<{ id: string }>("projects.create", { name: "Bench" });
  const storeFolder = fileURLToPath(stack.objectStoreUrl);
  const degrees = SIDE * SHEET_DEGREES;
  const pixels = SIDE * 16;
  const href = await putRaster(storeFolder, "single.tif", {
    width: pixels,
    height: pixels,
    geoTransform: [SHEETS_WEST, degrees / pixels, 0, SHEETS_SOUTH + degrees, 0, -degrees / pixels],
  });
  const single = await call<{ id: string }>("items.create", {
    project_id: projectId,
    type: "user_raster",
    name: "single",
    assets: { visual: { href } },
  });
  const system = {
    client: { call },
    storeFolder,
    deps: { database, objectStore: new FileObjectStore(storeFolder) },
  };
  const { collectionId } = await makeSheets(system, projectId, SIDE);
  const share = async (type: "item" | "collection", id: string) => {
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    const link = { target_type: type, target_id: id, password: PASSWORD, expires_at };
    const { token } = await call<{ token: string }>("share.link.create", link);
    const input = { token, password: PASSWORD, format: "auto" };
    return await call<{ tiles: [string]; minzoom: number; maxzoom: number }>("share.tilejson", input);
  };
  const [one, many] = [await share("item", single.id), await share("collection", collectionId)];
  const middle = (z: number) => tileAt(SHEETS_WEST + degrees / 2, SHEETS_SOUTH + degrees / 2, z);
  const url = (template: string, { z, x, y }: ReturnType<typeof middle>) =>
    template.replace("{z}", `${z}`).replace("{x}", `${x}`).replace("{y}", `${y}`);
  const began = performance.now();
  const png = url(many.tiles[0].replace(/auto$/, "png"), middle(many.minzoom));
  while ((await fetch(png)).status !== 200);
  console.log(`prepared after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const time = async (address: string) => {
    const start = performance.now();
    const answer = await fetch(address);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
    return performance.now() - start;
  };
  const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
  console.log("zoom\tsingle ms\tcollection ms\tratio");
  for (let z = many.minzoom; z <= Math.min(one.maxzoom, many.maxzoom); z += 1) {
    const { x, y } = middle(z);
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ z, x: x + dx, y: y + dy })));
    const inside = z <= many.minzoom + 3 ? [middle(z)] : around;
    const [a, b]: [number[], number[]] = [[], []];
    for (const place of inside) {
      a.push(await time(url(one.tiles[0], place)));
      b.push(await time(url(many.tiles[0], place)));
    }
    const [alone, together] = [median(a), median(b)];
    console.log([z, alone.toFixed(1), together.toFixed(1), (together / alone).toFixed(2)].join("\t"));
  }
} finally {
  await database.end();
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}
