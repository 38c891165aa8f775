import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectApi, type CallOperation } from "../../local/api-client.ts";
import { makeOrganization } from "../../local/first-user.ts";
import { startStack } from "../../local/services/start-stack.ts";
import { createGdalEngine } from "../../workers/render/engine/gdal-engine.ts";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";
import { measurePass, type Pass } from "./measure.ts";
import { BENCH_RASTERS, IMAGERY_RASTERS, makeBenchRaster, type BenchRaster } from "./rasters.ts";
import { startRivals } from "./rivals.ts";
import { percentiles, tilesOfViews } from "./tiles.ts";
import { waitForIngest } from "../wait-for-ingest.ts";

/**
 * HTTP in, bytes out, every tile for the first time, concurrency 8: `npm run bench:tiles -- [rounds] [tiles]
 * [formats] [rivals,imagery]`. The system runs as `npm start` runs it, in processes of its own; settings are
 * taken from the environment. Each round shares each raster anew (cold: the file has not been opened) and
 * then draws it in another style (warm: the file is open, no tile is known). With `rivals`, MapServer and
 * MapCache answer for the same tiles in turn: MapServer started anew (cold) and once more (warm), MapCache
 * into an empty cache. With `imagery`, the rasters are made of real images in the usual codecs. The first
 * round warms all systems up and does not count; its first pass, right after the start, is shown against the
 * median.
 */
const [, , roundsText = "3", countText = "400", formatsText = "png", kindsText = ""] = process.argv;
const kinds = kindsText.split(",");
const benchRasters = kinds.includes("imagery") ? IMAGERY_RASTERS : BENCH_RASTERS;
const PASSWORD = "benchmark";
/** Like no other, which changes no pixel but every cache key. */
const BACKGROUNDS = { cold: "#030201", warm: "#010203" } as const;
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
};

const rasters = join(tmpdir(), "geopera-bench");
const folder = mkdtempSync(join(tmpdir(), "geopera-bench-run-"));
// PostgreSQL runs under a separate account when root starts it.
chmodSync(folder, 0o755);
const passes = new Map<string, Pass[]>();
let first: { readonly name: string; readonly pass: Pass } | undefined;
const keep = (round: number, name: string, pass: Pass) => {
  first ??= { name, pass };
  if (round > 0) passes.set(name, [...(passes.get(name) ?? []), pass]);
};

const stack = await startStack({ directory: join(folder, "stack"), log: console.error });
try {
  await stack.startProcesses();
  const { api_key: apiKey, organization_id: organizationId } = await makeOrganization(stack.databaseUrl);
  const call = connectApi(stack.apiUrl, apiKey);
  const { id: projectId } = await call<{ id: string }>("projects.create", { name: "Bench" });
  for (let round = 0; round <= Number(roundsText); round++) {
    for (const raster of benchRasters) {
      const tiles = await tilesOf(raster);
      for (const format of formatsText.split(",")) {
        const name = `${raster.name}\t${format}`;
        const item = await register(call, { organizationId, projectId }, raster, round);
        for (const state of ["cold", "warm"] as const) {
          const template = await share(call, item, raster, state);
          const urls = tiles.map((tile) => fill(template.replace(/png$/, format), tile));
          keep(round, `${name}\tours ${state}`, await measurePass(urls, CONTENT_TYPES[format]!));
        }
      }
      if (kinds.includes("rivals")) await measureRivals(round, raster, tiles);
    }
  }
} finally {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}

console.log("raster\tformat\twho\ttiles/s\tCPU ms\tp50\tp95\tp99\tKB\tCPU ms by process");
for (const [name, all] of passes) {
  const median = all.sort((a, b) => a.tilesPerSecond - b.tilesPerSecond)[all.length >> 1]!;
  const numbers = [
    median.tilesPerSecond,
    median.cpuMsPerTile,
    ...percentiles(median.waitedMs, [0.5, 0.95, 0.99]),
    median.bytesPerTile / 1024,
  ];
  const shares = Object.entries(median.cpuMsPerTileOf).map(([kind, ms]) => `${kind} ${ms.toFixed(1)}`);
  console.log([name, ...numbers.map((value) => value.toFixed(1)), shares.join(" ")].join("\t"));
}

if (first !== undefined) {
  const rates = (passes.get(first.name) ?? [])
    .map(({ tilesPerSecond }) => tilesPerSecond)
    .toSorted((a, b) => a - b);
  const share = first.pass.tilesPerSecond / (rates[rates.length >> 1] ?? NaN);
  console.log(
    `the first ${countText} tiles after the start: ${share.toFixed(2)} of the rate of ${first.name} later`,
  );
}

async function tilesOf(raster: BenchRaster): Promise<TileAddress[]> {
  const location = makeBenchRaster(rasters, raster);
  const engine = createGdalEngine({ filesMax: 1 });
  const info = await engine.inspect({ assetId: raster.name, version: "1", location });
  await engine.close();
  return tilesOfViews(raster, info, Number(countText));
}

async function register(
  call: CallOperation,
  { organizationId, projectId }: { readonly organizationId: string; readonly projectId: string },
  raster: BenchRaster,
  round: number,
): Promise<string> {
  const key = `organizations/${organizationId}/${raster.name}-${round}-${performance.now()}.tif`;
  const path = join(fileURLToPath(stack.objectStoreUrl), key);
  mkdirSync(join(path, ".."), { recursive: true });
  linkSync(makeBenchRaster(rasters, raster), path);
  const item = await call<{ id: string }>("items.create", {
    project_id: projectId,
    type: "user_raster",
    name: raster.name,
    assets: { visual: { href: key } },
  });
  // The full read of a file that is taken as it is goes on beside the first views.
  await waitForIngest(call, item.id);
  return item.id;
}

/** A tile URL template; both states are drawn alike, each by a profile with a background of its own. */
async function share(
  call: CallOperation,
  item: string,
  { bands, dataType }: BenchRaster,
  state: "cold" | "warm",
): Promise<string> {
  const link = await call<{ token: string }>("share.link.create", {
    target_type: "item",
    target_id: item,
    password: PASSWORD,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    profiles: "all",
  });
  await call("visualization.profile.create", {
    item_id: item,
    name: state,
    type: bands === 1 ? "singleband" : "rgb",
    config: {
      ...(bands === 1 ? { band: 1 } : { bands: [1, 2, 3] }),
      ...(dataType === "Byte" ? {} : { rescale: "auto" }),
      background: BACKGROUNDS[state],
    },
  });
  const tilejson = await call<{ tiles: [string] }>("share.tilejson", {
    token: link.token,
    password: PASSWORD,
    profile: state,
  });
  return tilejson.tiles[0];
}

function fill(template: string, { z, x, y }: TileAddress): string {
  return template.replace("{z}", `${z}`).replace("{x}", `${x}`).replace("{y}", `${y}`);
}

async function measureRivals(
  round: number,
  raster: BenchRaster,
  tiles: readonly TileAddress[],
): Promise<void> {
  const rivals = await startRivals(
    join(folder, `rivals-${raster.name}-${round}`),
    new Map([[raster, makeBenchRaster(rasters, raster)]]),
  );
  try {
    const fromMapServer = tiles.map((tile) => rivals.mapServerUrl(raster.name, tile));
    const intoMapCache = tiles.map((tile) => rivals.mapCacheUrl(raster.name, tile));
    const named = (who: string) => `${raster.name}\tpng\t${who}`;
    keep(round, named("MapServer cold"), await measurePass(fromMapServer, "image/png"));
    keep(round, named("MapServer warm"), await measurePass(fromMapServer, "image/png"));
    keep(round, named("MapCache fill"), await measurePass(intoMapCache, "image/png"));
  } finally {
    await rivals.stop();
  }
}
