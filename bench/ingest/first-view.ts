import { tileAt } from "../../core/tiles/tile-grid.ts";
import type { CallOperation } from "../../local/api-client.ts";

/** What a first look at a link costs. */
export interface FirstView {
  readonly tiles: number;
  readonly failed: number;
  readonly seconds: number;
}

const PASSWORD = "correct horse battery";
const AT_ONCE = 8;

/** Opens a new link to an item as a map does, and asks for every tile of some zooms. */
export async function lookFirst(call: CallOperation, itemId: string): Promise<FirstView> {
  const { token } = await call<{ token: string }>("share.link.create", {
    target_type: "item",
    target_id: itemId,
    password: PASSWORD,
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const startedAt = performance.now();
  const document = await call<{
    tiles: [string];
    bounds: [number, number, number, number];
    minzoom: number;
  }>("share.tilejson", { token, password: PASSWORD });
  const [west, south, east, north] = document.bounds;
  const addresses: string[] = [];
  for (const z of [document.minzoom, document.minzoom + 1, document.minzoom + 2]) {
    const [first, last] = [tileAt(west, north, z), tileAt(east, south, z)];
    for (let x = first.x; x <= last.x; x++) {
      for (let y = first.y; y <= last.y; y++) {
        addresses.push(
          document.tiles[0].replace("{z}", `${z}`).replace("{x}", `${x}`).replace("{y}", `${y}`),
        );
      }
    }
  }
  let failed = 0;
  const queue = [...addresses];
  const worker = async () => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const answer = await fetch(url);
      await answer.arrayBuffer();
      if (answer.status !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { tiles: addresses.length, failed, seconds: (performance.now() - startedAt) / 1000 };
}
