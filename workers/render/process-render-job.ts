import { parseTileName, tileName } from "../../core/tiles/tile-block.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import { parseTraceparent } from "../../infra/trails/trace-context.ts";
import { Trail } from "../../infra/trails/trail.ts";
import type { RenderFollower } from "./render-follower.ts";
import { FinalJobError, JobDeferred, type JobContext } from "../../queue/consume-jobs.ts";
import type { BrokenFiles, Memory } from "../../queue/tiles/broken-files.ts";
import type { RenderStyle } from "../../core/styles/render-style.ts";
import type { DirectSender } from "../../queue/tiles/direct-sender.ts";
import type { IdleJobs } from "../../queue/tiles/idle-jobs.ts";
import type { PublishedStyles } from "../../queue/tiles/published-styles.ts";
import type { GoingOn, Handover, Urgency } from "../../queue/tiles/handover.ts";
import { renderWorkSchema, type RenderWork } from "../../queue/jobs.ts";
import type { TileStore } from "../../storage/tiles/tile-store.ts";
import type { RenderAsset } from "../../storage/catalog/assets.ts";
import type { AssetDirectory } from "./asset-directory.ts";
import type { AssetVersions } from "./asset-versions.ts";
import type { AssetLocator } from "./asset-location.ts";
import type { BlockTimes, RenderEngine, RenderedTile, RenderLayer } from "./engine/render-engine.ts";
import type { ScratchMemory } from "./kernels/scratch.ts";
import { composeTile } from "./compose-tile.ts";
import { FileReplaced, RasterRefused, REFUSALS, RenderDeferred } from "./errors.ts";
import { renderGuarded } from "./render-guarded.ts";
import { StoreFault } from "./store-fault.ts";
import type { TileKeeper } from "./tile-keeper.ts";

interface Parts {
  readonly engine: RenderEngine;
  readonly locator: AssetLocator;
  readonly assets: AssetDirectory;
  readonly versions: AssetVersions;
  /** Whether rasters are read over a network. */
  readonly isRemote: boolean;
  readonly tiles: TileStore;
  readonly keeper: TileKeeper;
  readonly handover: Handover;
  readonly sender: DirectSender;
  readonly handedOver: Metrics["handedOver"];
  readonly broken: BrokenFiles;
  readonly styles: PublishedStyles;
  /** Where tiles are made of other tiles. */
  readonly scratch: ScratchMemory;
  readonly stages: Metrics["tileStageSeconds"];
  readonly follower: RenderFollower;
  readonly logger: Logger;
}

/** A job as its stages see it. */
interface Run extends Omit<JobContext, "endPiece" | "beginPiece"> {
  /** It has rendered a block before this one. */
  readonly goesOn?: GoingOn;
  /** Called with the block that is rendered next. */
  readonly onTaken?: () => void;
  readonly urgency: Urgency;
  readonly trail: Trail;
}

/** A block that was taken. */
type Taken = Pick<Awaited<ReturnType<Handover["take"]>>, "tiles" | "wishes" | "hasFaults">;

/** The stages of a job, in their order. Its tiles are kept behind it. */
type RenderStage = "take" | "look_up" | "draw" | "deliver";

/** The parts of drawing: waiting for a render process, and what that process reports. */
type DrawStage = "process_wait" | "read" | "paint" | "encode";

/** What a block names: its files, their styles, and what is remembered about the files. */
interface Facts {
  readonly assets: readonly RenderAsset[];
  readonly styles: ReadonlyMap<string, RenderStyle>;
  readonly memory: Memory;
}

const NO_MEMORY: Memory = { fault: null, struck: [] };

/** How long a render waits that exceeds what its organization, which has strikes, may run. */
const DEFERRED_MS = 1_000;

/** The outcome of a job; kept in the queue for operators. */
type RenderResult = "rendered" | "abandoned" | "repeated";

/** A job goes on to the next block for so long: its worker may stop soon after, and shares its places. */
const GOES_ON_MS = 1_000;

/** A job waits for so long for its next block: the requests of one map view follow each other within it. */
const IDLE_MS = 100;

/** Renders a block when there is room for one. */
type InTurn = <Result>(render: () => Promise<Result>) => Promise<Result>;

/** What a job needs besides the parts of a render. */
interface JobPlace {
  readonly inTurn: InTurn;
  readonly idle: IdleJobs;
  /** Adds another job. */
  readonly leaveRest: () => Promise<unknown>;
}

/**
 * Renders the tiles with waiters of the block whose turn it is, delivers them to the waiting processes, and
 * writes them to the store; then those of the next block, which it waits for a moment: so blocks that follow
 * each other cost a job for many. It skips blocks whose waiters have left, and tiles that another worker
 * holds a lease on. A job that ends while blocks wait adds another one: its own may have been a try that was
 * none of theirs. Answers what became of the first block.
 */
export async function processRenderJob(
  parts: Parts,
  context: JobContext,
  { inTurn, idle, leaveRest }: JobPlace,
): Promise<RenderResult> {
  const began = performance.now();
  // A try that is not the first renders what the first one left, and counts its tries for that block alone.
  const mayGoOn = () => context.attempt === 1 && performance.now() - began < GOES_ON_MS && !idle.isClosed;
  const run = { ...context, urgency: "now" } as const;
  const renderOne = (more: Pick<Run, "goesOn" | "onTaken"> = {}) =>
    inTurn(() => renderNext(parts, { ...run, ...more, trail: new Trail() }));
  /** An idle job may be given a block at any time: it takes once more before it ends. */
  const renderNextWithin = async (idleMs: number): Promise<RenderResult> => {
    const wakeUp = idle.expect(parts.handover.wakeChannels, context.jobId);
    try {
      const goesOn = { processName: idle.processName, idleMs };
      const result = await renderOne({ goesOn, onTaken: context.beginPiece });
      if (result === "rendered" || idleMs === 0) return result;
      const isWoken = await wakeUp.within(idleMs);
      return await renderNextWithin(isWoken && mayGoOn() ? IDLE_MS : 0);
    } finally {
      wakeUp.cancel();
    }
  };
  try {
    const result = await renderOne();
    let last = result;
    while (last === "rendered" && mayGoOn()) {
      context.endPiece();
      last = await renderNextWithin(IDLE_MS);
    }
    return result;
  } finally {
    if (parts.handover.organizationsWaiting > 0) await leaveRest();
  }
}

/**
 * Renders a block that was queued in the background. When a viewer's block waits, it renders that one, and
 * comes again.
 */
export async function processWarmJob(parts: Parts, context: JobContext): Promise<RenderResult> {
  // Both queues number their jobs from 1, and leases name jobs.
  const jobId = `warm-${context.jobId}`;
  if (context.attempt === 1) {
    const result = await renderNext(parts, { ...context, jobId, urgency: "now", trail: new Trail() });
    if (result === "rendered") throw new JobDeferred(0);
  }
  return await renderNext(parts, { ...context, jobId, urgency: "background", trail: new Trail() });
}

async function renderNext(parts: Parts, context: Run): Promise<RenderResult> {
  const { jobId, urgency, goesOn } = context;
  const take = () => parts.handover.take(jobId, urgency, goesOn);
  const { work, wished, waitedMs, ...taken } = await timed(parts, context, "take", take);
  const { tiles } = taken;
  if (work !== undefined) context.onTaken?.();
  context.noteWait(waitedMs);
  if (work === undefined || tiles.length === 0) return wished === 0 ? "abandoned" : "repeated";
  const job = parseWork(work);
  const end = follow(parts, context, job, waitedMs);
  const stopRenewing = parts.handover.hold(job.blockKey, context.jobId, tiles);
  try {
    await renderAndKeep(parts, job, taken, context);
    end("rendered");
    return "rendered";
  } catch (error) {
    end(error instanceof Error ? error.message : "failed");
    if (error instanceof RenderDeferred) {
      await parts.handover.leave(job.blockKey, context.jobId, work);
      throw new JobDeferred(DEFERRED_MS, { cause: error });
    }
    await reportFailure(parts, { blockKey: job.blockKey, work, tiles }, context, error);
    throw error instanceof RasterRefused ? new FinalJobError(error.message, { cause: error }) : error;
  } finally {
    stopRenewing();
  }
}

/** Notes whose job it is, and how long it waited; the returned function notes how it ended. */
function follow(
  { follower }: Parts,
  { trail, jobId, attempt, urgency }: Run,
  job: RenderWork,
  waitedMs: number,
): (outcome: string) => void {
  const parent = urgency === "now" ? parseTraceparent(job.trace) : undefined;
  if (parent !== undefined) trail.trace(parent);
  trail.isWanted = job.explains === true;
  const { organizationId, layers, z: zoom } = job;
  trail.know({
    organization_id: organizationId,
    job_id: jobId,
    attempt,
    urgency,
    zoom,
    layers: layers.length,
  });
  trail.add({ name: "queue", atMs: -waitedMs, ms: waitedMs, facts: {} });
  return (outcome) => follower.end(trail, { blockKey: job.blockKey, waitedMs, outcome });
}

function parseWork(work: string): RenderWork {
  const parsed = renderWorkSchema.safeParse(JSON.parse(work));
  if (parsed.success) return parsed.data;
  throw new FinalJobError("The block was offered by another version.", { cause: parsed.error });
}

/** Mostly without a question to Redis: files and styles are known, and nothing is remembered about them. */
async function recall(
  { assets: directory, broken, styles: published }: Parts,
  { organizationId, layers, z: zoom }: RenderWork,
  { hasFaults }: Pick<Taken, "hasFaults">,
): Promise<Facts> {
  const assetIds = layers.map(({ assetId }) => assetId);
  const [assets, styles, memory] = await Promise.all([
    directory.find(assetIds),
    published.find(layers.map(({ styleKey }) => styleKey)),
    hasFaults ? broken.look({ assetIds, zoom, organizations: [organizationId] }) : NO_MEMORY,
  ]);
  return { assets, styles, memory };
}

async function renderAndKeep(parts: Parts, job: RenderWork, taken: Taken, context: Run): Promise<void> {
  const rendered =
    job.composition === undefined
      ? await renderFromFiles(parts, job, taken, context)
      : new Map([[taken.tiles[0] ?? "", await composeTile(parts, job, job.composition)]]);
  const ways = await timed(parts, context, "deliver", () =>
    parts.handover.deliver(job.blockKey, rendered, parts.sender, taken.wishes),
  );
  for (const [way, count] of Object.entries(ways)) parts.handedOver.inc({ way }, count);
  await context.trail.run("keep", () => parts.keeper.keep(job, rendered));
}

async function renderFromFiles(
  parts: Parts,
  job: RenderWork,
  taken: Taken,
  context: Run,
): Promise<Map<string, Buffer>> {
  const { layers, facts } = await timed(parts, context, "look_up", () => prepare(parts, job, taken));
  const { tiles } = taken;
  const { z, rendition } = job;
  const request = { layers, z, tiles: tiles.map(parseTileName), rendition };
  // Work in the background takes no viewer's share of the processes, and costs its organization no strike.
  const organization = context.urgency === "now" ? { organization: job.organizationId } : {};
  const turn = { ...organization, owner: job.organizationId, isStruck: facts.memory.struck.length > 0 };
  const guarded = {
    ...parts,
    storeAnswers: () => parts.versions.answersInTime(facts.assets),
    readFrom: { isRemote: parts.isRemote, readsWell: () => parts.versions.readsWell(facts.assets) },
  };
  const began = context.trail.elapsedMs;
  const step = context.trail.begin("draw");
  const onTimes = (times: BlockTimes) =>
    noteTimes(parts, context.trail, { began, parentSpanId: step.spanId, times });
  const endStage = parts.stages.startTimer({ stage: "draw" });
  try {
    return bytesByName(await renderGuarded(guarded, request, { ...context, ...turn, onTimes }));
  } finally {
    endStage();
    step.end({ tiles: tiles.length });
  }
}

/** The steps of a render process, as sums over the tiles of the block, one after the other. */
function noteTimes(
  { stages }: Pick<Parts, "stages">,
  trail: Trail,
  { began, parentSpanId, times }: { began: number; parentSpanId: string | undefined; times: BlockTimes },
): void {
  const { readMs, paintMs, encodeMs, pid } = times;
  const waitMs = Math.max(0, trail.elapsedMs - began - readMs - paintMs - encodeMs);
  let atMs = began;
  const note = (name: DrawStage, ms: number, renderPid: number | undefined) => {
    stages.observe({ stage: name }, ms / 1_000);
    const facts = renderPid === undefined ? {} : { render_pid: renderPid };
    trail.add({ name, atMs, ms, facts, parentSpanId, renderPid });
    atMs += ms;
  };
  note("process_wait", waitMs, undefined);
  note("read", readMs, pid);
  note("paint", paintMs, pid);
  note("encode", encodeMs, pid);
}

async function prepare(
  parts: Parts,
  job: RenderWork,
  taken: Taken,
): Promise<{ layers: RenderLayer[]; facts: Facts }> {
  const facts = await recall(parts, job, taken);
  const { fault } = facts.memory;
  if (fault) throw REFUSALS[fault]();
  return { layers: await loadLayers(parts, job, facts), facts };
}

/** Runs a stage of a job and reports its time, also when it fails. */
async function timed<Result>(
  { stages }: Pick<Parts, "stages">,
  { trail }: Pick<Run, "trail">,
  stage: Exclude<RenderStage, "draw">,
  run: () => Promise<Result>,
): Promise<Result> {
  const end = stages.startTimer({ stage });
  try {
    return await trail.run(stage, run);
  } finally {
    end();
  }
}

async function loadLayers(
  { versions, locator }: Parts,
  job: RenderWork,
  { assets: rows, styles }: Facts,
): Promise<RenderLayer[]> {
  await versions.requireUnchanged(rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return job.layers.map(({ assetId, styleKey }) => {
    const style = styles.get(styleKey);
    // The next try, or the next registration of the waiters, finds it published again.
    if (style === undefined) throw new Error("a style of the job is no longer published");
    const asset = byId.get(assetId);
    if (asset === undefined) throw new FileReplaced();
    const { version, raster } = asset;
    const source = { assetId, version, location: locator.locate(asset.object_key) };
    return { source, info: raster, style };
  });
}

function bytesByName(tiles: readonly RenderedTile[]): Map<string, Buffer> {
  return new Map(tiles.map((tile) => [tileName(tile), tile.bytes]));
}

async function reportFailure(
  { handover }: Parts,
  { blockKey, work, tiles }: { blockKey: string; work: string; tiles: readonly string[] },
  context: Run,
  error: unknown,
): Promise<void> {
  if (error instanceof RasterRefused) {
    const refused = !(error instanceof FileReplaced);
    await handover.fail(blockKey, context.jobId, tiles, { ok: false, refused, detail: error.message });
  } else if (context.isLastAttempt) {
    const detail = error instanceof StoreFault ? error.message : "The tile could not be rendered; try again.";
    await handover.fail(blockKey, context.jobId, tiles, { ok: false, refused: false, detail });
  } else {
    await handover.leave(blockKey, context.jobId, work);
  }
}
