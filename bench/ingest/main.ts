import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectApi, type CallOperation } from "../../local/api-client.ts";
import { makeOrganization } from "../../local/first-user.ts";
import { startStack } from "../../local/services/start-stack.ts";
import { lookFirst } from "./first-view.ts";
import { followProcesses } from "./follow-processes.ts";
import { writePlainFile } from "./plain-file.ts";
import { waitForIngest } from "../wait-for-ingest.ts";

/**
 * Converts one plain file by `gdal_translate -of COG` and by the ingest pool, with one thread each, and looks
 * at it by a link: `npm run bench:ingest -- 600` (megabytes).
 */
const megabytes = Number(process.argv[2] ?? 600);
const folder = mkdtempSync(join(tmpdir(), "geopera-bench-ingest-"));
const source = join(folder, "plain.tif");
const bytes = writePlainFile(source, megabytes);
console.log(`plain file: ${(bytes / 1e6).toFixed(0)} MB in strips`);

const stack = await startStack({ directory: join(folder, "system"), log: () => undefined });
try {
  await stack.startProcesses();
  const organization = await makeOrganization(stack.databaseUrl);
  const call = connectApi(stack.apiUrl, organization.api_key);
  const key = `organizations/${organization.organization_id}/assets/plain.tif`;
  const stored = join(fileURLToPath(stack.objectStoreUrl), key);
  mkdirSync(dirname(stored), { recursive: true });
  copyFileSync(source, stored);
  report(
    "gdal_translate -of COG",
    await measure("bench-translated.tif", () => translate("bench-translated.tif")),
  );
  let itemId = "";
  report(
    "ingest",
    await measure("ingest-process", async () => {
      itemId = await ingest(call, key);
    }),
  );
  report("gdal_translate again", await measure("bench-again.tif", () => translate("bench-again.tif")));
  const { item } = await call<{ item: { ingest: object } }>("items.get", { item_id: itemId });
  console.log(JSON.stringify(item.ingest));
  const view = await lookFirst(call, itemId);
  console.log(`first view: ${view.tiles} tiles in ${view.seconds.toFixed(2)} s, ${view.failed} failed`);
} finally {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

interface Measured {
  readonly seconds: number;
  readonly peakBytes: number;
  readonly processorSeconds: number;
}

async function measure(word: string, run: () => Promise<void>): Promise<Measured> {
  const processes = followProcesses(word);
  const startedAt = performance.now();
  await run();
  return { seconds: (performance.now() - startedAt) / 1000, ...processes.end() };
}

function report(name: string, { seconds, peakBytes, processorSeconds }: Measured): void {
  const speed = bytes / 1e6 / seconds;
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${speed.toFixed(1)} MB/s, ${processorSeconds.toFixed(1)} s of processor, peak ${(peakBytes / 1e6).toFixed(0)} MB`,
  );
}

/** With the options that the ingest pool gives GDAL. */
async function translate(name: string): Promise<void> {
  const options = [
    "COMPRESS=DEFLATE",
    "LEVEL=6",
    "PREDICTOR=YES",
    "BLOCKSIZE=512",
    "BIGTIFF=IF_SAFER",
    "NUM_THREADS=1",
    "OVERVIEW_RESAMPLING=AVERAGE",
  ];
  const args = [
    "-q",
    "-of",
    "COG",
    ...options.flatMap((option) => ["-co", option]),
    source,
    join(folder, name),
  ];
  const child = spawn("nice", ["-n", "15", "gdal_translate", ...args], {
    env: { ...process.env, GDAL_CACHEMAX: "128" },
    stdio: "inherit",
  });
  const [code] = (await once(child, "exit")) as [number];
  if (code !== 0) throw new Error(`gdal_translate ended with ${code}`);
  console.log(`  result: ${(statSync(join(folder, name)).size / 1e6).toFixed(0)} MB`);
  rmSync(join(folder, name));
}

async function ingest(call: CallOperation, key: string): Promise<string> {
  const { id: project_id } = await call<{ id: string }>("projects.create", { name: "Bench" });
  const { id: item_id } = await call<{ id: string }>("items.create", {
    project_id,
    type: "user_raster",
    name: "plain",
    assets: { visual: { href: key } },
  });
  await waitForIngest(call, item_id);
  return item_id;
}
