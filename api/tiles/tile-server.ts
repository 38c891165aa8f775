import { setTimeout as delay } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { limitExceeded } from "../../core/access/limits.ts";
import { ProblemError } from "../../core/errors.ts";
import { etagOf, matchesEtag } from "../../core/etag.ts";
import { dataLayers, requireOneArray } from "../../core/tiles/data-tile/layout.ts";
import { DEFAULT_BACKGROUND, isExact } from "../../core/styles/render-style.ts";
import { isOpaquePng } from "../../core/tiles/png-opacity.ts";
import { partialKey, type Composition, type CompositionPart } from "../../core/tiles/tile-composition.ts";
import {
  blockOf,
  blockOfOne,
  tileName,
  type BlockSpan,
  type TileBlock,
} from "../../core/tiles/tile-block.ts";
import { pictureKey, type PicturePlan } from "../../core/tiles/picture-frame.ts";
import { isDataFormat, type PictureFormat } from "../../core/tiles/tile-format.ts";
import { planTile, type PlanLayer, type TilePlan } from "../../core/tiles/tile-plan.ts";
import { rendition, renditionOf, specName, type TileKey, type TileSpec } from "../../core/tiles/tile-spec.ts";
import type { CacheResult } from "../../core/usage/usage-event.ts";
import type { Metrics } from "../../infra/metrics.ts";
import { onTrail, type Trail } from "../../infra/trails/trail.ts";
import type { RenderWork } from "../../queue/jobs.ts";
import type { RenderRequests } from "../../queue/tiles/render-requests.ts";
import type { StoredTile } from "../../storage/tiles/tile-store.ts";
import type { TileCache } from "./tile-cache.ts";

/** A request for one tile. */
export interface TileRequest {
  /** The organization that pays for the tile and whose waiting places it takes. */
  readonly organizationId: string;
  readonly layers: readonly PlanLayer[];
  readonly spec: TileSpec;
  /** The `If-None-Match` header. */
  readonly ifNoneMatch: string | undefined;
  readonly signal: () => AbortSignal;
  /** How long the answer may take; as long as a render, unless told otherwise. */
  readonly deadlineMs?: number;
  /**
   * No viewer waits for the tile: it is drawn when none waits for another, takes neither a waiting place nor
   * memory, and is not counted among the tiles that were served.
   */
  readonly isInBackground?: boolean;
  /** Where the time of the request goes. */
  readonly trail?: Trail | undefined;
}

/** A request for a picture of everything that layers show. */
interface PictureOfTiles extends Omit<TileRequest, "spec"> {
  readonly picture: PicturePlan;
  readonly format: Exclude<PictureFormat, "auto" | "avif">;
}

/** The result of a request. `empty` has no data at all and is not billed. */
export type ServedTile =
  | { readonly kind: "empty" }
  | { readonly kind: "not_modified"; readonly etag: string }
  | {
      readonly kind: "tile";
      /** Under which it is stored. */
      readonly key: TileKey;
      readonly etag: string;
      readonly bytes: Buffer;
      readonly cacheResult: CacheResult;
      readonly renderMs: number;
      /** Items of a mosaic that touch the tile and are left out, here or in a part of it. */
      readonly omitted: number;
    };

/** A tile with data. */
export type TileWithData = Extract<ServedTile, { kind: "tile" }>;

/** A request for a tile, or for one of which a requested tile is made. */
interface Wanted extends TileRequest {
  readonly giveUpAtMs: number;
}

type PlannedTile = Extract<TilePlan, { kind: "tile" }>;

/** A tile with data that is in memory. */
export interface TileInMemory {
  readonly plan: PlannedTile;
  readonly bytes: Buffer;
}

interface Limits {
  readonly blockSpan: BlockSpan;
  readonly deadlineMs: number;
  readonly waitingMax: number;
  readonly waitingPerOrganizationMax: (organizationId: string) => number;
}

/**
 * How long a request waits that finds no waiting place, before it tries once more. A client that repeats at
 * once what was refused would otherwise keep this process from answering others.
 */
const FULL_MS = 500;

/** Requests that wait at most for each place: a tile that thousands look at is rendered once. */
const REQUESTS_PER_PLACE = 20;

/** A picture of which a tile is made, and where it lies. */
interface FoundPart {
  readonly bytes: Buffer;
  readonly part: NonNullable<NonNullable<RenderWork["composition"]>["parts"][number]>;
  /** Items that are left out of it, as one of its files cannot be drawn. */
  readonly omitted: number;
}

/** A part that cannot be drawn, because of a file of its layers. */
interface FailedPart {
  readonly fault: ProblemError;
  readonly omitted: number;
}

type Part = FoundPart | FailedPart | null;

const isFound = (part: Part): part is FoundPart => part !== null && "part" in part;

/** How long a part that failed is not tried again for the tiles above it, and how many are remembered. */
const FAILED_MS = 30_000;
const FAILED_MAX = 1_000;

/** How many plans are kept for one target: some viewports. */
const PLANS_PER_TARGET_MAX = 2_000;

/** Serves tiles from memory, from the store, or from the render workers, in this order. */
export class TileServer {
  /** Plans by the array of layers they were made for: they live as long as the cached link that holds it. */
  readonly #plans = new WeakMap<readonly PlanLayer[], LRUCache<string, TilePlan>>();
  readonly #dataLayers = new WeakMap<readonly PlanLayer[], readonly PlanLayer[]>();
  readonly #failed = new LRUCache<TileKey, FailedPart>({ max: FAILED_MAX, ttl: FAILED_MS });
  /** Tiles that an organization waits for. */
  readonly #waiting = new Map<string, number>();
  /** Requests by the tile that they wait for: however many they are, a tile takes one place. */
  readonly #sharers = new Map<string, number>();
  #requests = 0;
  #waitingForPlace = 0;
  readonly #cache: TileCache;
  readonly #renders: RenderRequests;
  readonly #limits: Limits;
  readonly #metrics: Pick<Metrics, "tiles" | "rendersWaiting" | "tileStageSeconds">;

  constructor(
    cache: TileCache,
    renders: RenderRequests,
    limits: Limits,
    metrics: Pick<Metrics, "tiles" | "rendersWaiting" | "tileStageSeconds">,
  ) {
    this.#cache = cache;
    this.#renders = renders;
    this.#limits = limits;
    this.#metrics = metrics;
  }

  /**
   * Serves one tile. Throws a ProblemError, `unavailable` after the deadline or `render_failed` when the
   * raster is refused, and an InputError when the layers do not fit into one data tile.
   */
  async serve(request: TileRequest): Promise<ServedTile> {
    const layers = this.#drawn(request.layers, request.spec);
    const giveUpAtMs = performance.now() + (request.deadlineMs ?? this.#limits.deadlineMs);
    const tile = await this.#find({ ...request, layers, giveUpAtMs });
    if (request.isInBackground === true) return tile;
    this.#metrics.tiles.inc({ from: tile.kind === "tile" ? tile.cacheResult : tile.kind });
    return tile;
  }

  /**
   * Serves a picture that is cut out of tiles: it is stored like a tile, waits like its tiles, and is as
   * fresh as they are. Throws as {@link serve} does.
   */
  async servePicture(request: PictureOfTiles): Promise<ServedTile> {
    const { picture, layers, format, ifNoneMatch } = request;
    const giveUpAtMs = performance.now() + (request.deadlineMs ?? this.#limits.deadlineMs);
    const parts = picture.tiles.map((spec) => ({ spec, plan: this.#plan(layers, spec) }));
    const plans = parts.flatMap(({ plan }) => (plan.kind === "tile" ? [plan] : []));
    const unprepared = parts.find(({ plan }) => plan.kind === "unprepared")?.plan;
    if (unprepared?.kind === "unprepared") throw notPrepared(unprepared.state);
    const [first] = plans;
    if (first === undefined) return { kind: "empty" };
    const spec = { ...picture.tiles[0]!, ...rendition({ size: 512, format }) };
    const keys = parts.map(({ plan }) => (plan.kind === "tile" ? plan.key : null));
    const plan: PlannedTile = {
      ...first,
      key: pictureKey(keys, picture.frame, { format, quality: spec.quality }),
      omitted: 0,
    };
    const etag = etagOf(plan.key);
    if (ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, etag)) return { kind: "not_modified", etag };
    const kept = this.#cache.fromMemory(plan.key);
    if (kept !== undefined) return served(plan, kept, "memory", 0);
    const stored = await this.#cache.find({
      organizationId: request.organizationId,
      key: plan.key,
      blockKey: blockOfOne(plan.key),
      format,
    });
    if (stored !== undefined) return served(plan, stored, "store", 0);
    const startedAt = performance.now();
    const wanted = { ...request, spec, giveUpAtMs };
    const found: Part[] = [];
    // One row at a time, so that a picture never takes many waiting places.
    for (let from = 0; from < parts.length; from += picture.frame.columns) {
      const row = parts.slice(from, from + picture.frame.columns);
      found.push(...(await Promise.all(row.map((part) => this.#findOrOmit(wanted, { ...part, layers })))));
    }
    const { pictures, made } = assembled(plan, found);
    const rendered = await this.#render(wanted, made, {
      arrangement: "frame",
      frame: picture.frame,
      parts: pictures.map((part) => part && part.part),
      exact: layers.some(({ style }) => isExact(style)),
      background: layers[0]?.style.background ?? DEFAULT_BACKGROUND,
    });
    this.#cache.keep(made.key, rendered);
    return served(made, rendered, "render", performance.now() - startedAt);
  }

  /**
   * A tile with data that is in memory; undefined when it is not, or has no data. `name` is `specName(spec)`.
   */
  fromMemory(layers: readonly PlanLayer[], spec: TileSpec, name: string): TileInMemory | undefined {
    const plan = this.#plan(layers, spec, name);
    if (plan.kind !== "tile") return undefined;
    const bytes = this.#cache.fromMemory(plan.key);
    return bytes === undefined || bytes.length === 0 ? undefined : { plan, bytes };
  }

  async #find(request: Wanted): Promise<ServedTile> {
    const { layers, spec, ifNoneMatch } = request;
    const plan = this.#plan(layers, spec);
    if (plan.kind === "empty") return plan;
    if (plan.kind === "unprepared") throw notPrepared(plan.state);
    if (plan.kind === "too_deep") throw tooDeep(request.spec, plan.zoomLimit);
    const kept = this.#cache.fromMemory(plan.key);
    if (kept?.length === 0) return { kind: "empty" };
    const etag = etagOf(plan.key);
    if (ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, etag)) return { kind: "not_modified", etag };
    if (kept !== undefined) return withData(plan, kept, "memory", 0);
    const lookedUpAt = performance.now();
    const stored = await onTrail(request.trail, "store", () =>
      this.#lookUp(request, this.#storedAs(request, plan)),
    );
    const startedAt = performance.now();
    if (request.isInBackground !== true) {
      this.#metrics.tileStageSeconds.observe({ stage: "store" }, (startedAt - lookedUpAt) / 1000);
    }
    if (stored !== undefined) return served(plan, stored, "store", 0);
    const made =
      plan.composition === undefined
        ? { plan, bytes: await this.#render(request, plan) }
        : await this.#compose(request, plan, plan.composition);
    if (request.isInBackground !== true) this.#cache.keep(made.plan.key, made.bytes);
    return served(made.plan, made.bytes, "render", performance.now() - startedAt);
  }

  #lookUp({ isInBackground }: Pick<Wanted, "isInBackground">, tile: StoredTile) {
    return isInBackground === true ? this.#cache.findApart(tile) : this.#cache.find(tile);
  }

  /**
   * The layers as the format draws them. The same layers always give the same array, because plans are cached
   * by it.
   */
  #drawn(layers: readonly PlanLayer[], { format, size }: TileSpec): readonly PlanLayer[] {
    if (!isDataFormat(format)) return layers;
    const drawn = this.#dataLayers.get(layers) ?? dataLayers(layers);
    this.#dataLayers.set(layers, drawn);
    requireOneArray(drawn, size);
    return drawn;
  }

  #plan(layers: readonly PlanLayer[], spec: TileSpec, name = specName(spec)): TilePlan {
    let plans = this.#plans.get(layers);
    if (plans === undefined) {
      plans = new LRUCache({ max: PLANS_PER_TARGET_MAX });
      this.#plans.set(layers, plans);
    }
    const known = plans.get(name);
    if (known !== undefined) return known;
    const plan = planTile(layers, spec);
    plans.set(name, plan);
    return plan;
  }

  /**
   * Makes a tile of others, which are found or rendered first. Parts that a broken file spoils are left out:
   * the tile then has a key of its own, because another try may be whole. Throws when no part can be drawn.
   */
  async #compose(
    request: Wanted,
    whole: PlannedTile,
    composition: Composition,
  ): Promise<{ plan: PlannedTile; bytes: Buffer }> {
    const parts = await this.#findParts(request, composition);
    const { pictures, made: plan } = assembled(whole, parts);
    const [only, ...others] = pictures;
    const isWhole = composition.arrangement === "stack" && request.spec.format === "png" && plan === whole;
    // Opaque in its first pass, which is the tile itself.
    if (isWhole && only && others.length === 0) return { plan, bytes: only.bytes };
    const known =
      plan === whole
        ? undefined
        : (this.#cache.fromMemory(plan.key) ?? (await this.#lookUp(request, this.#storedAs(request, plan))));
    const bytes =
      known ??
      (await this.#render(request, plan, {
        arrangement: composition.arrangement,
        parts: pictures.map((picture) => picture && picture.part),
        exact: plan.layers.some(({ style }) => isExact(style)),
        background: plan.layers[0]?.style.background ?? DEFAULT_BACKGROUND,
      }));
    return { plan, bytes };
  }

  async #findParts(request: Wanted, { arrangement, parts }: Composition): Promise<Part[]> {
    const isDeep = parts.some((part) => this.#isComposed(part));
    // Side by side where each is one render; else in turn, so that a request has four renders at most.
    if (arrangement === "children" && !isDeep) {
      return await Promise.all(parts.map((part) => this.#findOrOmit(request, part)));
    }
    const found: Part[] = [];
    for (const part of parts) {
      const picture = await this.#findOrOmit(request, part);
      found.push(picture);
      if (arrangement === "stack" && isFound(picture) && isOpaquePng(picture.bytes)) break;
    }
    return found;
  }

  /** A part, or what is wrong with its files; throws every other failure. */
  async #findOrOmit(request: Wanted, part: CompositionPart): Promise<Part> {
    const plan = this.#plan(part.layers, part.spec);
    if (plan.kind !== "tile") return null;
    const known = this.#failed.get(plan.key);
    if (known !== undefined) return known;
    try {
      return await this.#findPart(request, part);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== "render_failed") throw error;
      const failed = { fault: error, omitted: plan.layers.length };
      this.#failed.set(plan.key, failed);
      return failed;
    }
  }

  #isComposed({ layers, spec }: CompositionPart): boolean {
    const plan = this.#plan(layers, spec);
    return plan.kind === "tile" && plan.composition !== undefined;
  }

  async #findPart(request: Wanted, { layers, spec }: CompositionPart): Promise<FoundPart | null> {
    const plan = this.#plan(layers, spec);
    if (plan.kind !== "tile") return null;
    const tile = await this.#find({ ...request, layers, spec, ifNoneMatch: undefined });
    if (tile.kind !== "tile") return null;
    const { key } = tile;
    const { key: blockKey } = this.#blockOf({ ...plan, key }, spec);
    return {
      bytes: tile.bytes,
      part: { key, blockKey, tile: tileName(spec.address) },
      omitted: tile.omitted,
    };
  }

  #storedAs({ organizationId, spec }: Pick<TileRequest, "organizationId" | "spec">, plan: PlannedTile) {
    const { key: blockKey } = this.#blockOf(plan, spec);
    return { organizationId, key: plan.key, blockKey, format: spec.format };
  }

  #blockOf(
    { layers, key, composition }: PlannedTile,
    spec: TileSpec,
    isMade = composition !== undefined,
  ): TileBlock {
    if (!isMade) return blockOf(layers, spec, this.#limits.blockSpan);
    return { key: blockOfOne(key), tileKeys: () => ({ [tileName(spec.address)]: key }) };
  }

  async #render(
    request: Wanted,
    plan: PlannedTile,
    composition?: RenderWork["composition"],
  ): Promise<Buffer> {
    if (request.isInBackground === true) return await this.#requestRender(request, plan, composition);
    const { organizationId, trail } = request;
    const leave =
      this.#findWaitingPlace(organizationId, plan.key) ??
      (await onTrail(trail, "place", () => this.#waitForPlace(organizationId, plan.key)));
    const endStage = this.#metrics.tileStageSeconds.startTimer({ stage: "render" });
    try {
      return await this.#requestRender(request, plan, composition);
    } finally {
      endStage();
      leave();
    }
  }

  async #requestRender(
    request: Wanted,
    plan: PlannedTile,
    composition: RenderWork["composition"] | undefined,
  ): Promise<Buffer> {
    const { organizationId, spec, signal, giveUpAtMs, isInBackground, trail } = request;
    const { layers, key } = plan;
    const drawn = composition === undefined ? layers : [];
    const block = this.#blockOf(plan, spec, composition !== undefined);
    const deadlineMs = isInBackground === true ? Infinity : this.#limits.deadlineMs;
    const step = trail?.begin("render");
    const rendering = this.#renders.request(block.key, tileName(spec.address), {
      organizationId,
      urgency: isInBackground === true ? "background" : "now",
      deadlineMs: Math.max(1, Math.min(deadlineMs, giveUpAtMs - performance.now())),
      signal: signal(),
      lookUp: () => this.#lookUp(request, { organizationId, key, blockKey: block.key, format: spec.format }),
      job: () => ({
        layers: drawn,
        job: {
          organizationId,
          blockKey: block.key,
          tileKeys: block.tileKeys(),
          z: spec.address.z,
          rendition: renditionOf(spec),
          layers: drawn.map(({ assetId, styleKey }) => ({ assetId, styleKey })),
          ...(composition === undefined ? {} : { composition }),
          ...(step?.traceparent === undefined ? {} : { trace: step.traceparent }),
          ...(trail?.isWanted === true ? { explains: true } : {}),
        },
      }),
    });
    return await rendering.finally(() => step?.end({ block: block.key, tile: specName(spec) }));
  }

  async #waitForPlace(organizationId: string, key: TileKey): Promise<() => void> {
    if (this.#waitingForPlace < this.#limits.waitingMax) {
      this.#waitingForPlace += 1;
      await delay(FULL_MS);
      this.#waitingForPlace -= 1;
      const leave = this.#findWaitingPlace(organizationId, key);
      if (leave !== undefined) return leave;
    }
    const limit = this.#limits.waitingPerOrganizationMax(organizationId);
    if ((this.#waiting.get(organizationId) ?? 0) >= limit) throw limitExceeded("waiting_renders", limit);
    const detail = "Too many tiles are being rendered; try again.";
    throw new ProblemError("unavailable", detail, { retryAfterSeconds: 1 });
  }

  /**
   * Takes a place among the tiles that are waited for, or shares the one that its tile has; the returned
   * function gives it back.
   */
  #findWaitingPlace(organizationId: string, key: TileKey): (() => void) | undefined {
    if (this.#requests >= this.#limits.waitingMax * REQUESTS_PER_PLACE) return undefined;
    const name = `${organizationId} ${key}`;
    const sharers = this.#sharers.get(name) ?? 0;
    if (sharers === 0 && !this.#takePlace(organizationId)) return undefined;
    this.#sharers.set(name, sharers + 1);
    this.#requests += 1;
    this.#metrics.rendersWaiting.inc();
    return () => {
      this.#requests -= 1;
      this.#metrics.rendersWaiting.dec();
      const left = (this.#sharers.get(name) ?? 1) - 1;
      if (left > 0) this.#sharers.set(name, left);
      else {
        this.#sharers.delete(name);
        this.#givePlaceBack(organizationId);
      }
    };
  }

  /** Whether there is a place for one more tile of an organization, which it then has. */
  #takePlace(organizationId: string): boolean {
    const waiting = this.#waiting.get(organizationId) ?? 0;
    if (waiting >= this.#limits.waitingPerOrganizationMax(organizationId)) return false;
    // An organization below its equal share is admitted: others have filled the places.
    const share = this.#limits.waitingMax / (this.#waiting.size + 1);
    if (this.#renders.waiting >= this.#limits.waitingMax && waiting >= share) return false;
    this.#waiting.set(organizationId, waiting + 1);
    return true;
  }

  #givePlaceBack(organizationId: string): void {
    const left = (this.#waiting.get(organizationId) ?? 1) - 1;
    if (left > 0) this.#waiting.set(organizationId, left);
    else this.#waiting.delete(organizationId);
  }
}

/** How soon a map client may look again: a conversion takes a minute for some hundred megabytes. */
const PREPARED_AFTER_SECONDS = 5;

/** The failure of drawing a file that is not prepared. */
export function notPrepared(state: "preparing" | "failed" | "cancelled"): ProblemError {
  if (state === "preparing") {
    return new ProblemError(
      "being_prepared",
      "This raster is being prepared; its tiles come when it is ready.",
      {
        retryAfterSeconds: PREPARED_AFTER_SECONDS,
        extensions: { reason: "being_prepared" },
      },
    );
  }
  return new ProblemError(
    "render_failed",
    `The preparation of this raster ${state === "failed" ? "failed" : "was cancelled"}; items.get tells its owner why.`,
    { extensions: { reason: `preparation_${state}` } },
  );
}

function tooDeep({ address }: TileSpec, zoomLimit: number): ProblemError {
  return new ProblemError(
    "not_found",
    `Zoom ${address.z} shows no more than ${zoomLimit}, the deepest that is drawn here; enlarge its tiles.`,
    { extensions: { reason: "zoom_too_deep", zoom_limit: zoomLimit } },
  );
}

function served(plan: PlannedTile, bytes: Buffer, cacheResult: CacheResult, renderMs: number): ServedTile {
  return bytes.length === 0 ? { kind: "empty" } : withData(plan, bytes, cacheResult, renderMs);
}

/** A tile in memory as it is served. */
export function servedFromMemory({ plan, bytes }: TileInMemory): TileWithData {
  return withData(plan, bytes, "memory", 0);
}

function withData(
  { key, omitted }: PlannedTile,
  bytes: Buffer,
  cacheResult: CacheResult,
  renderMs: number,
): TileWithData {
  return { kind: "tile", key, etag: etagOf(key), bytes, cacheResult, renderMs, omitted };
}

/**
 * What of a tile's parts can be drawn, and its plan: under a key of its own where a part is left out. Throws
 * the fault of a part when none can be drawn.
 */
function assembled(
  whole: PlannedTile,
  parts: readonly Part[],
): { pictures: (FoundPart | null)[]; made: PlannedTile } {
  const pictures = parts.map((part) => (isFound(part) ? part : null));
  const failed = parts.flatMap((part) => (part !== null && !isFound(part) ? [part] : []));
  const [first] = failed;
  if (first && pictures.every((picture) => picture === null)) throw first.fault;
  const omitted = parts.reduce((sum, part) => sum + (part?.omitted ?? 0), 0);
  if (omitted === 0) return { pictures, made: whole };
  const keys = pictures.map((picture) => picture?.part.key ?? null);
  return { pictures, made: { ...whole, key: partialKey(whole.key, keys), omitted: whole.omitted + omitted } };
}
