import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tileAt, type TileAddress } from "../../core/tiles/tile-grid.ts";
import { connectApi, type CallOperation } from "../../local/api-client.ts";
import { makeOrganization } from "../../local/first-user.ts";
import { startStack, type LocalStack } from "../../local/services/start-stack.ts";
import { formatTable } from "../../infra/terminal.ts";
import { ensureBucket } from "../../storage/object-store/ensure-bucket.ts";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import { createGdalEngine } from "../../workers/render/engine/gdal-engine.ts";
import { measurePass } from "../render/measure.ts";
import { BENCH_RASTERS, makeBenchRaster } from "../render/rasters.ts";
import { tilesOfViews } from "../render/tiles.ts";
import { waitForIngest } from "../wait-for-ingest.ts";
import { dollarsOf, startCountingProxy, type CountingProxy } from "./counting-proxy.ts";
import { traceOf, type TracedTile } from "./trace.ts";

/**
 * What the object store costs, and how fast tiles are over it: `npm run bench:cost -- [sessions] [items]`.
 * Sessions of a seeded trace look at items through a proxy that counts requests to a real S3 server
 * (TEST_S3_ENDPOINT, TEST_S3_ACCESS_KEY, TEST_S3_SECRET_KEY). Then distinct tiles are drawn over S3 and over
 * a directory, in turn.
 */
const [, , sessionsText = "400", itemsText = "150"] = process.argv;
const { TEST_S3_ENDPOINT, TEST_S3_ACCESS_KEY, TEST_S3_SECRET_KEY } = process.env;
if (!TEST_S3_ENDPOINT || !TEST_S3_ACCESS_KEY || !TEST_S3_SECRET_KEY) {
  throw new Error("TEST_S3_ENDPOINT, TEST_S3_ACCESS_KEY and TEST_S3_SECRET_KEY name an S3 server");
}

const TRACE = {
  seed: 1,
  sessions: Number(sessionsText),
  items: Number(itemsText),
  exponent: 1,
  levelsMin: 4,
  levelsMax: 6,
};
/** The north-west corner of the raster, and the zoom at which it takes about one tile. */
const [WEST, NORTH, FIRST_ZOOM] = [13.63, 48.74, 11];
const PASSWORD = "benchmark";
const RASTER = BENCH_RASTERS[0]!;
const ROUNDS = 3;
/** As small for this trace as 256 MiB are for a month of a busy system. */
const MEMORY_BYTES = 6_000_000;

const folder = mkdtempSync(join(tmpdir(), "geopera-bench-cost-"));
// PostgreSQL runs under a separate account when root starts it.
chmodSync(folder, 0o755);
const file = makeBenchRaster(join(tmpdir(), "geopera-bench"), RASTER);

interface Shared {
  readonly call: CallOperation;
  readonly item: string;
}

async function withStack<Result>(
  name: string,
  settings: Readonly<Record<string, string>>,
  run: (stack: LocalStack, shared: Shared) => Promise<Result>,
): Promise<Result> {
  const before = { ...process.env };
  Object.assign(process.env, settings);
  const stack = await startStack({ directory: join(folder, name), log: console.error });
  try {
    await stack.startProcesses();
    const { api_key: apiKey, organization_id: organizationId } = await makeOrganization(stack.databaseUrl);
    const call = connectApi(stack.apiUrl, apiKey);
    const { id: project_id } = await call<{ id: string }>("projects.create", { name: "Bench" });
    const href = `organizations/${organizationId}/raster.tif`;
    const objects = await openObjectStore(stack.config);
    await objects.put(href, readFileSync(file));
    await objects.close();
    const assets = { visual: { href } };
    const { id: item } = await call<{ id: string }>("items.create", {
      project_id,
      type: "user_raster",
      name: RASTER.name,
      assets,
    });
    await waitForIngest(call, item);
    return await run(stack, { call, item });
  } finally {
    await stack.stop();
    for (const key of Object.keys(settings)) delete process.env[key];
    Object.assign(process.env, before);
  }
}

/** A tile URL template of the raster with a background of its own, which makes every tile another one. */
async function shareAs({ call, item }: Shared, number: number): Promise<string> {
  const name = `as ${number}`;
  const background = `#${(0x01_0000 + number).toString(16).padStart(6, "0")}`;
  const config = { bands: [1, 2, 3], background };
  await call("visualization.profile.create", { item_id: item, name, type: "rgb", config });
  const link = await call<{ token: string }>("share.link.create", {
    target_type: "item",
    target_id: item,
    password: PASSWORD,
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    profiles: "all",
  });
  const input = { token: link.token, password: PASSWORD, profile: name };
  const { tiles } = await call<{ tiles: [string] }>("share.tilejson", input);
  return tiles[0];
}

/** The URL of a traced tile: level 0 is where the raster fits into about one tile. */
function urlOf(template: string, { level, x, y }: TracedTile): string {
  const z = FIRST_ZOOM + level;
  const corner = tileAt(WEST, NORTH, z);
  return fill(template, { z, x: corner.x + x, y: corner.y + y });
}

function fill(template: string, { z, x, y }: TileAddress): string {
  return template.replace("{z}", `${z}`).replace("{x}", `${x}`).replace("{y}", `${y}`);
}

/** Plays the trace, view by view; counts how tiles were answered. */
async function play(shared: Shared): Promise<Record<string, number>> {
  const templates = new Map<number, string>();
  const answers: Record<string, number> = {};
  for (const tiles of traceOf(TRACE)) {
    const { item } = tiles[0]!;
    const template = templates.get(item) ?? (await shareAs(shared, item));
    templates.set(item, template);
    await Promise.all(
      tiles.map(async (tile) => {
        const answer = await fetch(urlOf(template, tile));
        await answer.arrayBuffer();
        const how = answer.status === 200 ? (answer.headers.get("x-cache") ?? "none") : `${answer.status}`;
        answers[how] = (answers[how] ?? 0) + 1;
      }),
    );
  }
  return answers;
}

function s3Settings(proxy: CountingProxy | undefined): Record<string, string> {
  return {
    OBJECT_STORE_URL: `s3://bench-${randomUUID()}/store`,
    S3_ENDPOINT: proxy?.url ?? TEST_S3_ENDPOINT!,
    S3_FORCE_PATH_STYLE: "true",
    AWS_ACCESS_KEY_ID: TEST_S3_ACCESS_KEY!,
    AWS_SECRET_ACCESS_KEY: TEST_S3_SECRET_KEY!,
  };
}

async function createBucket(settings: Record<string, string>): Promise<void> {
  Object.assign(process.env, settings);
  const { OBJECT_STORE_URL = "", S3_ENDPOINT } = settings;
  await ensureBucket({ OBJECT_STORE_URL, S3_ENDPOINT, S3_REGION: "us-east-1", S3_FORCE_PATH_STYLE: true });
}

async function measureCost(): Promise<void> {
  const proxy = await startCountingProxy(TEST_S3_ENDPOINT!);
  const settings = { ...s3Settings(proxy), TILE_MEMORY_BYTES: `${MEMORY_BYTES}` };
  await createBucket(settings);
  try {
    await withStack("cost", settings, async (_stack, shared) => {
      proxy.take();
      const answers = await play(shared);
      const served = Object.values(answers).reduce((sum, count) => sum + count, 0);
      const share = (count: number) => [String(count), (count / served).toFixed(3)];
      console.log(`\nTrace: ${sessionsText} sessions over ${itemsText} items`);
      console.log(formatTable(["answered", "tiles", "share"], counted(answers, share)));
      const counts = proxy.take();
      console.log(formatTable(["request", "count", "a tile"], counted(counts, share)));
      console.log(`${((dollarsOf(counts) / served) * 1e6).toFixed(2)} US dollars for a million served tiles`);
    });
  } finally {
    await proxy.stop();
  }
}

function counted(counts: Readonly<Record<string, number>>, share: (count: number) => string[]): string[][] {
  return Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, count]) => [kind, ...share(count)]);
}

/** The same tiles over S3 and over a directory, in turn; the first round warms up. */
async function measureThroughput(): Promise<void> {
  const engine = createGdalEngine({ filesMax: 1 });
  const info = await engine.inspect({ assetId: RASTER.name, version: "1", location: file });
  await engine.close();
  const tiles = tilesOfViews(RASTER, info, 400);
  const rate = async (shared: Shared, number: number) => {
    const template = await shareAs(shared, number);
    const urls = tiles.map((tile) => fill(template, tile));
    return (await measurePass(urls, "image/png")).tilesPerSecond;
  };
  const s3 = s3Settings(undefined);
  await createBucket(s3);
  const rates: [s3: number, directory: number][] = [];
  await withStack("over-s3", s3, async (_s3, overS3) => {
    const directory = { OBJECT_STORE_URL: pathToFileURL(join(folder, "objects")).href };
    await withStack("over-directory", directory, async (_directory, overDirectory) => {
      for (let round = 0; round <= ROUNDS; round++) {
        rates.push([await rate(overS3, round), await rate(overDirectory, round)]);
      }
    });
  });
  const [, ...counting] = rates;
  const cells = counting.map(([a, b]) => [a.toFixed(0), b.toFixed(0), (a / b).toFixed(2)]);
  console.log(formatTable(["tiles/s over S3", "over a directory", "ratio"], cells));
}

try {
  await measureCost();
  await measureThroughput();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
