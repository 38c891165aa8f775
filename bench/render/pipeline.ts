import { execFileSync } from "node:child_process";
import { mkdirSync, linkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startApi } from "../../api/start.ts";
import { parseConfig, type Config } from "../../infra/config.ts";
import { Lifecycle } from "../../infra/lifecycle.ts";
import { startLocalServicesAside } from "../../infra/local/services.ts";
import { createLogger } from "../../infra/logger.ts";
import { createMetrics } from "../../infra/metrics.ts";
import { createFirstOrganization } from "../../storage/first-organization.ts";
import { startWorkers } from "../../workers/start.ts";
import { createGdalEngine } from "../../workers/render/gdal-engine.ts";
import { BENCH_RASTERS, makeBenchRaster, type BenchRaster } from "./rasters.ts";
import { percentiles, tilesOfViews } from "./tiles.ts";

// HTTP in, bytes out, every tile for the first time: node dist/bench/render/pipeline.js [runs] [tiles] [formats] [NAME=value …]
const [, , runsText = "3", countText = "400", formatsText = "png,jpg,webp", ...settings] = process.argv;
const CONCURRENCY = 8;
const PASSWORD = "benchmark";

const rasters = join(tmpdir(), "geopera-bench");
const folder = join(tmpdir(), `geopera-bench-${process.pid}`);
const services = await startLocalServicesAside({ directory: join(folder, "services") });
const config = parseConfig({
  LOG_LEVEL: "error",
  DATABASE_URL: services.databaseUrl,
  REDIS_URL: services.redisUrl,
  OBJECT_STORE_URL: pathToFileURL(join(folder, "objects")).href,
  API_PORT: "0",
  GRANT_SECRET: "0".repeat(32),
  JOURNAL_DIR: join(folder, "journal"),
  BCRYPT_COST: "4",
  ...Object.fromEntries(settings.map((setting) => setting.split("="))),
});
const logger = createLogger(config, "bench");

/** CPU seconds used by this process, its children and its servers. */
function cpuSeconds(): number {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,cputimes=,args="], { encoding: "utf8" })
    .trim()
    .split("\n");
  const rows = lines.map((line) => {
    const [, pid, parent, seconds, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), parent: Number(parent), seconds: Number(seconds), command: command ?? "" };
  });
  const ours = new Set(
    rows.filter(({ pid, command }) => pid === process.pid || command.includes(folder)).map(({ pid }) => pid),
  );
  for (let grown = true; grown;) {
    const before = ours.size;
    for (const { pid, parent } of rows) if (ours.has(parent)) ours.add(pid);
    grown = ours.size > before;
  }
  return rows.filter(({ pid }) => ours.has(pid)).reduce((sum, { seconds }) => sum + seconds, 0);
}

interface Run {
  readonly tilesPerSecond: number;
  readonly cpuMs: number;
  readonly waitedMs: readonly number[];
}

async function measure(url: string, template: string, tiles: ReturnType<typeof tilesOfViews>): Promise<Run> {
  const waitedMs: number[] = [];
  let next = 0;
  const cpuBefore = cpuSeconds();
  const startedAt = performance.now();
  const client = async () => {
    for (let tile = tiles[next++]; tile; tile = tiles[next++]) {
      const askedAt = performance.now();
      const path = template
        .replace("{z}", `${tile.z}`)
        .replace("{x}", `${tile.x}`)
        .replace("{y}", `${tile.y}`);
      const response = await fetch(new URL(path, url));
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      waitedMs.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, client));
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    tilesPerSecond: tiles.length / seconds,
    cpuMs: ((cpuSeconds() - cpuBefore) * 1000) / tiles.length,
    waitedMs,
  };
}

async function call(
  url: string,
  apiKey: string,
  operation: string,
  input: unknown,
): Promise<Record<string, string>> {
  const response = await fetch(`${url}/v1/op/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, string>;
}

/** Registers the raster as a new item, so that no tile of it is known. */
async function shareRaster(
  url: string,
  apiKey: string,
  projectId: string,
  config: Config,
  raster: BenchRaster,
): Promise<string> {
  const key = `scenes/${raster.name}-${performance.now()}.tif`;
  mkdirSync(join(folder, "objects", "scenes"), { recursive: true });
  linkSync(join(rasters, `${raster.name}.tif`), join(folder, "objects", key));
  const item = await call(url, apiKey, "items.create", {
    project_id: projectId,
    type: "user_raster",
    name: raster.name,
    assets: { visual: { href: key } },
  });
  const link = await call(url, apiKey, "share.link.create", {
    target_type: "item",
    target_id: item["id"],
    password: PASSWORD,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const tilejson = await call(url, apiKey, "share.tilejson", { token: link["token"], password: PASSWORD });
  return (tilejson["tiles"] as unknown as string[])[0]!;
}

const lifecycle = new Lifecycle(logger);
try {
  const metrics = createMetrics();
  const { url, deps } = await startApi(config, logger, lifecycle, metrics);
  await startWorkers({ config, logger, lifecycle, metrics }, ["render", "metering"]);
  const organization = await createFirstOrganization(deps.database, {
    organization: "Bench",
    administrator: "Bench",
    email: "bench@example.org",
  });
  const { id: projectId } = await call(url, organization.apiKey, "projects.create", { name: "Bench" });
  console.log("raster\tformat\ttiles/s\tCPU ms\tp50\tp95\tp99");
  for (const raster of BENCH_RASTERS) {
    const location = makeBenchRaster(rasters, raster);
    const engine = createGdalEngine({ filesMax: 1 });
    const info = await engine.inspect({ assetId: raster.name, version: "1", location });
    await engine.close();
    const tiles = tilesOfViews(raster, info, Number(countText));
    for (const format of formatsText.split(",")) {
      const runs: Run[] = [];
      for (let run = 0; run < Number(runsText); run++) {
        const template = await shareRaster(url, organization.apiKey, projectId!, config, raster);
        runs.push(await measure(url, template.replace(/png$/, format), tiles));
      }
      const median = runs.sort((a, b) => a.tilesPerSecond - b.tilesPerSecond)[runs.length >> 1]!;
      const numbers = [
        median.tilesPerSecond,
        median.cpuMs,
        ...percentiles(median.waitedMs, [0.5, 0.95, 0.99]),
      ];
      console.log([raster.name, format, ...numbers.map((value) => value.toFixed(1))].join("\t"));
    }
  }
} finally {
  await lifecycle.close();
  await services.stop();
  rmSync(folder, { recursive: true, force: true });
}
