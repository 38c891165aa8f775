import { styleFingerprint, planTile, type PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { Logger } from "../../infra/logger.ts";
import { FinalJobError, type JobContext } from "../../queue/consume-jobs.ts";
import type { BrokenFiles } from "../../queue/tiles/broken-files.ts";
import type { Handover } from "../../queue/tiles/handover.ts";
import type { JobPayload } from "../../queue/jobs.ts";
import type { TileStore } from "../../storage/tile-store.ts";
import type { AssetDirectory } from "./asset-directory.ts";
import type { AssetVersions } from "./asset-versions.ts";
import type { AssetLocator } from "./asset-location.ts";
import type { RenderEngine, RenderedTile, RenderLayer } from "./engine/render-engine.ts";
import { RasterRefused, refuseBroken } from "./errors.ts";
import { renderGuarded } from "./render-guarded.ts";

interface Parts {
  readonly engine: RenderEngine;
  readonly locator: AssetLocator;
  readonly assets: AssetDirectory;
  readonly versions: AssetVersions;
  readonly tiles: TileStore;
  readonly handover: Handover;
  readonly broken: BrokenFiles;
  readonly logger: Logger;
}

type RenderJob = JobPayload<"tile.render">;

/** What became of a job; kept in the queue for operators. */
type RenderResult = "rendered" | "abandoned" | "repeated";

const EMPTY = Buffer.alloc(0);

/**
 * Renders what is wanted of a block by now, hands the tiles to the processes that wait, and keeps them in the store. What nobody waits for any more, or
 * another worker is at, is left alone.
 */
export async function processRenderJob(
  parts: Parts,
  job: RenderJob,
  context: JobContext,
): Promise<RenderResult> {
  const [{ tiles, wanted }, isBroken] = await Promise.all([
    parts.handover.take(job.blockKey, context.jobId),
    parts.broken.includes(job.layers.map((layer) => layer.assetId)),
  ]);
  if (tiles.length === 0) return wanted === 0 ? "abandoned" : "repeated";
  const letGo = parts.handover.hold(job.blockKey, context.jobId, tiles);
  try {
    if (isBroken) throw refuseBroken();
    await renderAndKeep(parts, job, tiles, context);
    return "rendered";
  } catch (error) {
    await reportFailure(parts, job, tiles, context, error);
    throw error instanceof RasterRefused ? new FinalJobError(error.message, { cause: error }) : error;
  } finally {
    letGo();
  }
}

async function renderAndKeep(
  parts: Parts,
  job: RenderJob,
  tiles: readonly string[],
  context: JobContext,
): Promise<void> {
  const layers = await loadLayers(parts, job);
  const { z, size, format, quality } = job;
  const request = { z, size, format, quality, tiles: tiles.map(parseTile) };
  const rendered = await renderGuarded(
    parts,
    { ...request, layers: layers.map(({ render }) => render) },
    context,
  );
  const tilesMade = handedOver(rendered);
  const [, unstored] = await Promise.all([
    parts.handover.deliver(job.blockKey, tilesMade),
    putIntoStore(
      parts,
      job,
      tilesMade,
      layers.map(({ plan }) => plan),
    ),
  ]);
  if (unstored.size > 0) await parts.handover.keep(job.blockKey, unstored);
}

function parseTile(name: string): { x: number; y: number } {
  const [x = NaN, y = NaN] = name.split("/").map(Number);
  return { x, y };
}

interface Layer {
  readonly render: RenderLayer;
  readonly plan: PlanLayer;
}

async function loadLayers({ assets, versions, locator }: Parts, job: RenderJob): Promise<Layer[]> {
  const rows = await assets.find(job.layers.map((layer) => layer.assetId));
  await versions.requireUnchanged(rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return job.layers.map(({ assetId, style }) => {
    const asset = byId.get(assetId);
    if (asset === undefined) throw new RasterRefused("unreadable", "The file is no longer registered.");
    const { version, raster } = asset;
    const source = { assetId, version, location: locator.locate(asset.object_key) };
    return {
      render: { source, info: raster, style },
      plan: { assetId, version, raster, style, styleKey: styleFingerprint(style) },
    };
  });
}

function handedOver(tiles: readonly RenderedTile[]): Map<string, Buffer> {
  return new Map(tiles.map((tile) => [`${tile.x}/${tile.y}`, tile.empty ? EMPTY : tile.bytes]));
}

/** Puts tiles into the store; comes back with those that it did not take. A store that is away costs a render later, not an answer now. */
async function putIntoStore(
  { tiles: store, logger }: Parts,
  { z, size, format, quality }: RenderJob,
  tiles: ReadonlyMap<string, Buffer>,
  layers: readonly PlanLayer[],
): Promise<Map<string, Buffer>> {
  const unstored = new Map<string, Buffer>();
  const put = async (name: string, bytes: Buffer) => {
    const plan = planTile(layers, { z, ...parseTile(name) }, size, format, quality);
    if (plan.kind !== "tile") return;
    await store.put(plan.key, format, bytes).catch((error: unknown) => {
      logger.warn({ err: error }, "tile not stored");
      unstored.set(name, bytes);
    });
  };
  await Promise.all([...tiles].map(([name, bytes]) => put(name, bytes)));
  return unstored;
}

async function reportFailure(
  { handover }: Parts,
  { blockKey }: RenderJob,
  tiles: readonly string[],
  context: JobContext,
  error: unknown,
): Promise<void> {
  if (error instanceof RasterRefused) {
    await handover.fail(blockKey, tiles, { ok: false, refused: true, detail: error.message });
  } else if (context.isLastAttempt) {
    const detail = "The tile could not be rendered; try again.";
    await handover.fail(blockKey, tiles, { ok: false, refused: false, detail });
  }
}
