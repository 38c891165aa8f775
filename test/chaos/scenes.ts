import { readFile } from "node:fs/promises";
import { Agent } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { tileAt, type TileAddress } from "../../core/tiles/tile-grid.ts";
import { seededRandom } from "../faults/random.ts";
import { putRaster } from "../support/rasters.ts";
import { grantedTileUrl, shareTarget } from "../support/shared-item.ts";
import type { ChaosSystem } from "./chaos-system.ts";
import { askOnce, type Scene } from "./map-load.ts";

/** A scene with a link of its own: what the viewers of one row look at. */
export interface LinkedScene extends Scene {
  readonly linkId: string;
}

/** Zoom levels whose tiles are drawn before a fault, and those that stay cold. */
const WARM_ZOOMS = [7, 8];
const COLD_ZOOMS = [9, 10];

const WARM_TILES = 60;

const ATTEMPTS_MAX = 20;

/** Registers a raster anew, so that none of its tiles is known, shares it, and draws the warm tiles. */
export async function makeScene(system: ChaosSystem, number: number): Promise<LinkedScene> {
  const { client, store, directory, apiPorts, balancer } = system;
  const noise = seededRandom(1);
  const key = await putRaster(directory, `rasters/scene-${number}.tif`, {
    width: 1_024,
    height: 1_024,
    value: (band, column, row) => (band * 40 + column / 3 + row / 5 + noise() * 50) % 256,
  });
  const bytes = await readFile(join(directory, key));
  await eventually(() => store.put(`scenes/${number}.tif`, bytes));
  const { id: projectId } = await eventually(() => client.call("projects.create", { name: `Row ${number}` }));
  const { id: itemId } = await eventually(() =>
    client.call("items.create", {
      project_id: projectId,
      type: "user_raster",
      name: "Scene",
      assets: { visual: { href: `scenes/${number}.tif` } },
    }),
  );
  const { linkId, token } = await eventually(() => shareTarget({ client }, "item", itemId));
  const template = await eventually(() => grantedTileUrl({ client }, token, { z: 0, x: 0, y: 0 }));
  const urlAt =
    (origin: string) =>
    ({ z, x, y }: TileAddress) =>
      origin + new URL(template).pathname.replace("/0/0/0.", `/${z}/${x}/${y}.`);
  const digests = new Map<string, string>();
  const warm = WARM_ZOOMS.flatMap(tilesWithin).slice(0, WARM_TILES);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  for (const port of apiPorts) {
    const urlOf = urlAt(`http://127.0.0.1:${port}`);
    await Promise.all(
      warm.map(async (tile) => {
        digests.set(`${tile.z}/${tile.x}/${tile.y}`, await digestOf(urlOf(tile), agent));
      }),
    );
  }
  agent.destroy();
  return { linkId, urlOf: urlAt(balancer.url), warm, cold: COLD_ZOOMS.flatMap(tilesWithin), digests };
}

/** The digest of a tile, asked for until it is drawn. */
async function digestOf(url: string, agent: Agent): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const { status, digest, reason } = await askOnce(url, agent);
    if (status === 200) return digest;
    if (attempt === ATTEMPTS_MAX) throw new Error(`a tile cannot be drawn before the fault: ${reason}`);
    await delay(1_000);
  }
}

/** Tries again what a system refuses that has just come back. */
async function eventually<Value>(action: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await action();
    } catch (error) {
      if (attempt === ATTEMPTS_MAX) throw error;
      await delay(1_000);
    }
  }
}

/** The tiles of a zoom level well inside the test raster. */
function tilesWithin(z: number): TileAddress[] {
  const [first, last] = [tileAt(11, 49, z), tileAt(19, 41, z)];
  const tiles: TileAddress[] = [];
  for (let y = first.y; y <= last.y; y += 1) {
    for (let x = first.x; x <= last.x; x += 1) tiles.push({ z, x, y });
  }
  return tiles;
}
