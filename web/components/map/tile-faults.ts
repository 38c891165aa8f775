import { AJAXError, type Map as MapLibreMap } from "maplibre-gl";

const RETRY_DELAYS_MS = [2000, 4000, 8000];
const RETRY_DELAY_MAX_MS = 16_000;
const LINK_STATUSES: ReadonlySet<number> = new Set([401, 403, 410]);

/** Answers that another try does not change: the file cannot be drawn there. */
const FINAL_STATUSES: ReadonlySet<number> = new Set([400, 404, 422, 500, 502]);

/** What is wrong with the tiles of a view. */
export interface TileFaults {
  /** How many tiles wait for another try. */
  readonly waiting: number;
  /** How many tiles cannot be drawn, whatever one tries. */
  readonly damaged: number;
  /** Whether the last failure had no answer at all. */
  readonly isOffline: boolean;
}

/** Callbacks for tiles that fail. */
export interface TileFaultHandlers {
  /** A tile's address was refused; not called again before the promise has settled. */
  readonly onRefused: (address: string) => Promise<void>;
  readonly onFaults: (faults: TileFaults) => void;
}

/** A tile of MapLibre, as far as it is read here. */
interface FailedTile {
  readonly tileID: { readonly canonical: { readonly z: number; readonly x: number; readonly y: number } };
  readonly texture?: unknown;
  state: string;
}

/**
 * Watches a source for tiles that fail: reports refused ones and those that can never be drawn, and requests
 * the others again with growing delays.
 */
export function watchTileFaults(
  map: MapLibreMap,
  sourceId: string,
  { onRefused, onFaults }: TileFaultHandlers,
): void {
  const failed = new Map<string, FailedTile>();
  const damaged = new Set<string>();
  let attempt = 0;
  let isOffline = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isRefusing = false;
  const report = () => onFaults({ waiting: failed.size, damaged: damaged.size, isOffline });

  map.on("error", (event: object) => {
    const tile = failedTileIn(event, sourceId);
    if (tile === undefined) return;
    const error = "error" in event ? event.error : undefined;
    const status = error instanceof AJAXError ? error.status : 0;
    if (error instanceof AJAXError && LINK_STATUSES.has(status)) return void refuse(error.url);
    const { z, x, y } = tile.tileID.canonical;
    const name = `${z}/${x}/${y}`;
    isOffline = status === 0;
    if (FINAL_STATUSES.has(status)) damaged.add(name);
    else {
      failed.set(name, tile);
      retry ??= setTimeout(requestAgain, RETRY_DELAYS_MS[attempt] ?? RETRY_DELAY_MAX_MS);
    }
    report();
  });
  map.on("idle", () => {
    if (failed.size > 0) return;
    attempt = 0;
    if (!isOffline) return;
    isOffline = false;
    report();
  });
  map.on("remove", () => clearTimeout(retry));

  function requestAgain() {
    retry = undefined;
    attempt += 1;
    const tiles = [...failed.values()];
    failed.clear();
    map.refreshTiles(
      sourceId,
      tiles.map(({ tileID }) => tileID.canonical),
    );
    // MapLibre 6.17 takes them for expired (refreshTiles in tile_manager.ts): it would draw textures that
    // they do not have.
    for (const tile of tiles) {
      if (tile.state === "expired" && tile.texture === undefined) tile.state = "loading";
    }
    report();
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
  readonly tile?: FailedTile;
}

function failedTileIn(event: TileErrorFields, sourceId: string): FailedTile | undefined {
  return event.sourceId === sourceId ? event.tile : undefined;
}
