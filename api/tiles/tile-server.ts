import { LRUCache } from "lru-cache";
import { ProblemError } from "../../core/errors.ts";
import {
  blockKey,
  planTile,
  type BlockSpan,
  type PlanLayer,
  type TilePlan,
} from "../../core/tiles/tile-plan.ts";
import type { TileFormat, TileSize } from "../../core/tiles/tile-format.ts";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";
import type { CacheResult } from "../../core/usage/usage-event.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { RenderRequests } from "../../queue/tiles/render-requests.ts";
import type { TileStore } from "../../storage/tile-store.ts";

/** A tile somebody wants. */
export interface TileRequest {
  /** Who pays for it, and whose share of the waiting places it takes. */
  readonly organizationId: string;
  readonly layers: readonly PlanLayer[];
  readonly address: TileAddress;
  readonly size: TileSize;
  readonly format: TileFormat;
  /** Of lossy formats; undefined: the usual one. */
  readonly quality?: number | undefined;
  /** The `If-None-Match` header. */
  readonly ifNoneMatch: string | undefined;
  readonly signal: () => AbortSignal;
}

/** What names a tile. */
type Wanted = Pick<TileRequest, "layers" | "address" | "size" | "format" | "quality">;

/** What became of it. `empty` has no data at all and is not billed. */
export type ServedTile =
  | { readonly kind: "empty" }
  | { readonly kind: "not_modified"; readonly etag: string }
  | {
      readonly kind: "tile";
      readonly etag: string;
      readonly bytes: Buffer;
      readonly cacheResult: CacheResult;
      readonly renderMs: number;
      /** Items of a mosaic that touch the tile and are left out. */
      readonly omitted: number;
    };

interface Limits {
  readonly blockSpan: BlockSpan;
  readonly memoryBytes: number;
  readonly deadlineMs: number;
  readonly waitingMax: number;
  readonly waitingPerOrganizationMax: number;
}

/** How many plans are kept for one target: some viewports. */
const PLANS_PER_TARGET_MAX = 2_000;

/** What a cached tile weighs besides its bytes. */
const ENTRY_OVERHEAD_BYTES = 200;

/** Serves tiles from memory, from the store, or from the render workers, in this order. */
export class TileServer {
  readonly #memory: LRUCache<string, Buffer>;
  /** Plans by the layers they were made for, which live as long as what is known of their link. */
  readonly #plans = new WeakMap<readonly PlanLayer[], LRUCache<string, TilePlan>>();
  readonly #lookups = new Map<string, Promise<Buffer | undefined>>();
  readonly #waiting = new Map<string, number>();
  readonly #store: TileStore;
  readonly #renders: RenderRequests;
  readonly #limits: Limits;
  readonly #logger: Logger;

  readonly #metrics: Pick<Metrics, "tiles" | "rendersWaiting">;

  constructor(
    store: TileStore,
    renders: RenderRequests,
    limits: Limits,
    logger: Logger,
    metrics: Pick<Metrics, "tiles" | "rendersWaiting">,
  ) {
    this.#store = store;
    this.#renders = renders;
    this.#limits = limits;
    this.#logger = logger;
    this.#metrics = metrics;
    this.#memory = new LRUCache({
      maxSize: Math.max(1, limits.memoryBytes),
      sizeCalculation: (bytes) => bytes.length + ENTRY_OVERHEAD_BYTES,
    });
  }

  /** One tile; a ProblemError `unavailable` when it cannot be had in time, `render_failed` when the raster is refused. */
  async serve(request: TileRequest): Promise<ServedTile> {
    const tile = await this.#find(request);
    this.#metrics.tiles.inc({ from: tile.kind === "tile" ? tile.cacheResult : tile.kind });
    return tile;
  }

  /** A tile with data that is in memory, at once; undefined when it takes more than a look. */
  peek(wanted: Wanted): Extract<ServedTile, { kind: "tile" }> | undefined {
    const plan = this.#plan(wanted);
    const bytes = plan.kind === "empty" ? undefined : this.#memory.get(plan.key);
    if (plan.kind === "empty" || bytes === undefined) return undefined;
    const tile = served(plan, bytes, "memory", 0);
    return tile.kind === "tile" ? tile : undefined;
  }

  async #find(request: TileRequest): Promise<ServedTile> {
    const plan = this.#plan(request);
    if (plan.kind === "empty") return plan;
    const etag = `"${plan.key}"`;
    const kept = this.#memory.get(plan.key);
    if (kept?.length === 0) return { kind: "empty" };
    if (request.ifNoneMatch !== undefined && matchesEtag(request.ifNoneMatch, etag)) {
      return { kind: "not_modified", etag };
    }
    if (kept !== undefined) return served(plan, kept, "memory", 0);
    const stored = await this.#lookUp(plan.key, request.format);
    if (stored !== undefined) return served(plan, stored, "store", 0);
    const startedAt = performance.now();
    const rendered = await this.#render(request, plan);
    this.#memory.set(plan.key, rendered);
    return served(plan, rendered, "render", performance.now() - startedAt);
  }

  #plan({ layers, address, size, format, quality }: Wanted): TilePlan {
    let plans = this.#plans.get(layers);
    if (plans === undefined) {
      plans = new LRUCache({ max: PLANS_PER_TARGET_MAX });
      this.#plans.set(layers, plans);
    }
    const name = `${address.z}/${address.x}/${address.y}@${size}.${format}${quality ?? ""}`;
    const known = plans.get(name);
    if (known !== undefined) return known;
    const plan = planTile(layers, address, size, format, quality);
    plans.set(name, plan);
    return plan;
  }

  /** Reads the store once however many ask; a store that is away is a miss. */
  #lookUp(key: string, format: TileFormat): Promise<Buffer | undefined> {
    const running = this.#lookups.get(key);
    if (running !== undefined) return running;
    const lookup = this.#store
      .get(key, format)
      .then((bytes) => {
        if (bytes !== undefined) this.#memory.set(key, bytes);
        return bytes;
      })
      .catch((error: unknown) => {
        this.#logger.warn({ err: error }, "tile store is away");
        return undefined;
      })
      .finally(() => this.#lookups.delete(key));
    this.#lookups.set(key, lookup);
    return lookup;
  }

  async #render(
    request: TileRequest,
    { key: tileKey, layers }: Extract<TilePlan, { kind: "tile" }>,
  ): Promise<Buffer> {
    const { organizationId, address, size, format, quality } = request;
    const key = blockKey(layers, address, size, format, this.#limits.blockSpan, quality);
    const waiting = this.#waiting.get(organizationId) ?? 0;
    if (
      this.#renders.waiting >= this.#limits.waitingMax ||
      waiting >= this.#limits.waitingPerOrganizationMax
    ) {
      throw new ProblemError("unavailable", "Too many tiles are being rendered; try again.", {
        retryAfterSeconds: 1,
      });
    }
    this.#waiting.set(organizationId, waiting + 1);
    this.#metrics.rendersWaiting.inc();
    try {
      return await this.#renders.request(
        {
          blockKey: key,
          z: address.z,
          size,
          format,
          ...(quality === undefined ? {} : { quality }),
          layers: layers.map(({ assetId, style }) => ({ assetId, style })),
        },
        `${address.x}/${address.y}`,
        {
          deadlineMs: this.#limits.deadlineMs,
          signal: request.signal(),
          lookUp: () => this.#lookUp(tileKey, format),
        },
      );
    } finally {
      this.#metrics.rendersWaiting.dec();
      const left = (this.#waiting.get(organizationId) ?? 1) - 1;
      if (left > 0) this.#waiting.set(organizationId, left);
      else this.#waiting.delete(organizationId);
    }
  }
}

function served(
  { key, omitted }: Extract<TilePlan, { kind: "tile" }>,
  bytes: Buffer,
  cacheResult: CacheResult,
  renderMs: number,
): ServedTile {
  if (bytes.length === 0) return { kind: "empty" };
  return { kind: "tile", etag: `"${key}"`, bytes, cacheResult, renderMs, omitted };
}

/** Weak comparison of a list of entity tags (RFC 9110 section 13.1.2). */
function matchesEtag(header: string, etag: string): boolean {
  if (header.trim() === "*") return true;
  return header.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === etag);
}
