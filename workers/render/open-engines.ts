import type { WorkerConfig } from "../../infra/config.ts";
import type { Logger } from "../../infra/logger.ts";
import { RESERVED_FOLDERS } from "../../storage/object-store/asset-href.ts";
import { parseStoreUrl } from "../../storage/object-store/store-url.ts";
import { createRenderPool, type RenderPool } from "./processes/render-pool.ts";
import { openSandbox, type Sandbox } from "./processes/sandbox.ts";

/**
 * Whatever answers requests goes before renders, and renders go before inspections. Renders fill every
 * processor; the dozen short steps of a request between them would each wait for one.
 */
const TILE_NICENESS = 5;
const INSPECT_NICENESS = 10;

/** Block cache of a process that inspects: it reads each file once. */
const INSPECT_CACHE_MEGABYTES = 64;

/** The render processes of a worker: no tile waits for an inspection. */
export interface Engines {
  readonly sandbox: Sandbox;
  readonly tiles: RenderPool;
  /** Inspections and statistics. */
  readonly inspections: RenderPool;
}

/** Starts the render processes of a worker, sandboxed as its settings say. */
export async function openEngines(
  config: WorkerConfig,
  gdalOptions: Readonly<Record<string, string>>,
  logger: Logger,
): Promise<Engines> {
  const sandbox = await openStoreSandbox(config, logger);
  const shared = { gdalOptions, logger, sandbox, processBytesMax: config.RENDER_PROCESS_BYTES_MAX };
  return {
    sandbox,
    tiles: createRenderPool({
      ...shared,
      niceness: TILE_NICENESS,
      processes: config.RENDER_PROCESSES,
      jobsPerProcess: config.RENDER_JOBS_PER_PROCESS,
      timeoutMs: config.RENDER_TIMEOUT_MS,
      gdalCacheMegabytes: config.GDAL_CACHE_MEGABYTES,
    }),
    inspections: createRenderPool({
      ...shared,
      label: "inspections",
      niceness: INSPECT_NICENESS,
      processes: config.INSPECT_PROCESSES,
      jobsPerProcess: 1,
      timeoutMs: config.INSPECT_TIMEOUT_MS,
      waitMs: config.RENDER_TIMEOUT_MS,
      gdalCacheMegabytes: Math.min(INSPECT_CACHE_MEGABYTES, config.GDAL_CACHE_MEGABYTES),
      filesMax: 1,
    }),
  };
}

async function openStoreSandbox(
  { OBJECT_STORE_URL, RENDER_SANDBOX: mode }: WorkerConfig,
  logger: Logger,
): Promise<Sandbox> {
  const store = parseStoreUrl(OBJECT_STORE_URL);
  const storeFolder = store.kind === "file" ? store.root : null;
  return await openSandbox({ mode, storeFolder, hiddenFolders: [...RESERVED_FOLDERS] }, logger);
}
