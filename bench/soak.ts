import { mkdirSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { RasterInfo } from "../core/rasters/raster-info.ts";
import { automaticStyle } from "../core/styles/render-style.ts";
import type { TileFormat } from "../core/tiles/tile-format.ts";
import { tileAt, type TileAddress } from "../core/tiles/tile-grid.ts";
import { createLogger } from "../infra/logger.ts";
import type { AssetSource } from "../workers/render/engine/render-engine.ts";
import { createRenderPool } from "../workers/render/processes/render-pool.ts";
import { makeSoakRaster } from "./soak-rasters.ts";
import { rendition } from "../core/tiles/tile-spec.ts";

// Resident memory of render processes over many tiles of many files: tsx bench/soak.ts [tiles] [files] [open
// files]
const [, , tilesText = "100000", filesText = "50", openText = "24"] = process.argv;
const tileCount = Number(tilesText);
const fileCount = Number(filesText);
const REPORTS = 10;
const FORMATS: readonly TileFormat[] = ["png", "jpg", "webp", "auto", "npy", "tif"];
const IN_FLIGHT = 4;

interface Scene {
  readonly source: AssetSource;
  readonly info: RasterInfo;
}

const folder = join(tmpdir(), "geopera-soak");
mkdirSync(folder, { recursive: true });
const pool = createRenderPool({
  processes: Math.min(2, cpus().length),
  jobsPerProcess: 2,
  timeoutMs: 60_000,
  // Far beyond what may be reached: a process that is replaced would hide its leak.
  processBytesMax: 8 * 2 ** 30,
  gdalCacheMegabytes: 128,
  gdalOptions: {},
  filesMax: Number(openText),
  logger: createLogger({ LOG_LEVEL: "warn" }, "soak"),
});

const scenes: Scene[] = [];
for (let index = 0; index < fileCount; index++) {
  const source = {
    assetId: `${index}`,
    version: "1",
    location: makeSoakRaster(join(folder, `${index}.tif`), index),
  };
  scenes.push({ source, info: await pool.inspect(source) });
}

/**
 * The same tiles in the same order in every run: by file, zoom level and place in turn, no two alike until
 * all places are used up.
 */
function tileOf({ info }: Scene, turn: number): TileAddress {
  const [west, south, east, north] = info.footprint[0]!;
  const z = Math.max(0, info.zoomMax - (turn % 4) + 1);
  const fraction = (step: number) => (turn * step) % 1;
  return tileAt(west + (east - west) * fraction(0.618_034), south + (north - south) * fraction(0.754_878), z);
}

let next = 0;
let empty = 0;
async function work(): Promise<void> {
  while (next < tileCount) {
    const turn = next++;
    const scene = scenes[turn % scenes.length]!;
    const format = FORMATS[Math.floor(turn / scenes.length) % FORMATS.length]!;
    const layer = { ...scene, style: automaticStyle(scene.info) };
    const address = tileOf(scene, Math.floor(turn / scenes.length));
    const size = turn % 17 === 0 ? 512 : 256;
    const [tile] = await pool.renderBlock({
      layers: [layer],
      z: address.z,
      tiles: [address],
      rendition: rendition({ size, format }),
    });
    if (tile!.empty) empty++;
    if (next % reportEvery === 0) report();
  }
}

const reportEvery = Math.max(1, Math.floor(tileCount / REPORTS));
const startedAt = performance.now();
let reported = 0;
function report(): void {
  if (next === reported) return;
  reported = next;
  const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  const processes = pool.stats().processes.map(({ residentBytes }) => mebibytes(residentBytes));
  const seconds = (performance.now() - startedAt) / 1000;
  console.log([next, seconds.toFixed(0), ...processes, mebibytes(process.memoryUsage.rss())].join("\t"));
}

console.log("tiles\tseconds\tMiB of each render process …\tMiB of this one");
await Promise.all(Array.from({ length: IN_FLIGHT }, work));
const { crashes, timeouts, replacements } = pool.stats();
console.log(`empty ${empty}, crashes ${crashes}, timeouts ${timeouts}, replacements ${replacements}`);
await pool.close();
