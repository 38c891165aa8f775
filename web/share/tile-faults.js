const RETRY_DELAYS_MS = [2000, 4000, 8000, 16_000];
const LINK_STATUSES = new Set([401, 403, 410]);

/**
 * Watches for tiles that do not come. A refused one goes to `onRefused(address)`, which is not called again before it has answered;
 * any other is asked for again after a while, and `onWaiting(count)` tells how many are outstanding.
 */
export function watchTileFaults(map, sourceId, { onRefused, onWaiting }) {
  const failed = new Map();
  let attempt = 0;
  let retry;
  let refusing = false;

  map.on("error", (event) => {
    if (event.sourceId !== sourceId || event.tile === undefined) return;
    if (LINK_STATUSES.has(event.error?.status)) return void refuse(event.error.url);
    const { z, x, y } = event.tile.tileID.canonical;
    failed.set(`${z}/${x}/${y}`, { z, x, y });
    onWaiting(failed.size);
    retry ??= setTimeout(askAgain, RETRY_DELAYS_MS[Math.min(attempt, RETRY_DELAYS_MS.length - 1)]);
  });
  map.on("idle", () => {
    if (failed.size === 0) attempt = 0;
  });
  map.on("remove", () => clearTimeout(retry));

  function askAgain() {
    retry = undefined;
    attempt += 1;
    const tiles = [...failed.values()];
    failed.clear();
    onWaiting(0);
    map.refreshTiles(sourceId, tiles);
  }

  async function refuse(address) {
    if (refusing) return;
    refusing = true;
    try {
      await onRefused(address);
    } finally {
      refusing = false;
    }
  }
}
