import { AJAXError, type Map as MapLibreMap } from "maplibre-gl";

const RETRY_DELAYS_MS = [2000, 4000, 8000];
const RETRY_DELAY_MAX_MS = 16_000;
const LINK_STATUSES: ReadonlySet<number> = new Set([401, 403, 410]);

/** Callbacks for tiles that fail. */
export interface TileFaultHandlers {
  /** A tile's address was refused; not called again before the promise has settled. */
  readonly onRefused: (address: string) => Promise<void>;
  /** How many tiles wait for another try. */
  readonly onWaiting: (count: number) => void;
}

interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Watches a source for tiles that fail: reports refused ones, and requests the others again with growing
 * delays.
 */
export function watchTileFaults(
  map: MapLibreMap,
  sourceId: string,
  { onRefused, onWaiting }: TileFaultHandlers,
): void {
  const failed = new Map<string, TileId>();
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isRefusing = false;

  map.on("error", (event: object) => {
    const tile = failedTileIn(event, sourceId);
    if (tile === undefined) return;
    const error = "error" in event ? event.error : undefined;
    if (error instanceof AJAXError && LINK_STATUSES.has(error.status)) return void refuse(error.url);
    const { z, x, y } = tile;
    failed.set(`${z}/${x}/${y}`, { z, x, y });
    onWaiting(failed.size);
    retry ??= setTimeout(requestAgain, RETRY_DELAYS_MS[attempt] ?? RETRY_DELAY_MAX_MS);
  });
  map.on("idle", () => {
    if (failed.size === 0) attempt = 0;
  });
  map.on("remove", () => clearTimeout(retry));

  function requestAgain() {
    retry = undefined;
    attempt += 1;
    const tiles = [...failed.values()];
    failed.clear();
    onWaiting(0);
    map.refreshTiles(sourceId, tiles);
  }

  async function refuse(address: string) {
    if (isRefusing) return;
    isRefusing = true;
    try {
      await onRefused(address);
    } finally {
      isRefusing = false;
    }
  }
}

/** MapLibre adds the source and the tile to its error events, but does not declare them. */
interface TileErrorFields {
  readonly sourceId?: string;
  readonly tile?: { readonly tileID: { readonly canonical: TileId } };
}

function failedTileIn(event: TileErrorFields, sourceId: string): TileId | undefined {
  return event.sourceId === sourceId ? event.tile?.tileID.canonical : undefined;
}
