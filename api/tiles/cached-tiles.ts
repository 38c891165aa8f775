import proxyAddress from "@fastify/proxy-addr";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Metrics } from "../../infra/metrics.ts";
import type { Deps } from "../deps.ts";
import type { GrantReader } from "../links/grant-reader.ts";
import { tileUsage, type TileDelivery } from "./tile-usage.ts";
import { CachedByGrant } from "./cached-by-grant.ts";
import { CachedByPassword } from "./cached-by-password.ts";
import { REQUEST_ID, type CachedTile } from "./cached-tile.ts";

interface Parts extends Pick<
  Deps,
  "config" | "links" | "opener" | "tiles" | "usage" | "linkClients" | "clock" | "rateLimiter"
> {
  readonly grants: GrantReader;
  readonly metrics: Pick<Metrics, "requestSeconds" | "memoryHits" | "tiles">;
  readonly newRequestId: () => string;
  /** Proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[];
}

/** A request that may be for such a tile, and the router that answers it otherwise. */
interface Asked {
  readonly router: RequestListener;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly startedAt: number;
}

/**
 * Answers tiles in memory before the router, in a third of its time: nearly all requests are of this kind. It
 * handles two cases, by grant and by password, with the rules, headers and usage of their routes. Everything
 * else, errors included, goes to the router.
 */
export class CachedTiles {
  /** Requests whose usage could not be recorded, with the error that the router answers. */
  readonly #failures = new WeakMap<IncomingMessage, unknown>();
  readonly #parts: Parts;
  readonly #byGrant: CachedByGrant;
  readonly #byPassword: CachedByPassword;
  readonly #addressOf: (request: IncomingMessage) => string;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#byGrant = new CachedByGrant(parts);
    this.#byPassword = new CachedByPassword(parts);
    const trusts = proxyAddress.compile([...parts.trustedProxies]);
    this.#addressOf =
      parts.trustedProxies.length > 0
        ? (request) => proxyAddress(request, trusts)
        : (request) => request.socket.remoteAddress ?? "";
  }

  /** A listener that answers tiles in memory and passes other requests to the router. */
  before(router: RequestListener): RequestListener {
    return (request, response) => {
      const startedAt = performance.now();
      const asked = { router, request, response, startedAt };
      if (request.method === "GET") this.#serve(this.#admitted(this.#byGrant.find(request)), asked);
      else if (!this.#byPassword.isCall(request)) router(request, response);
      else {
        this.#byPassword.find(
          request,
          (tile) => this.#admitted(tile),
          (tile) => this.#serve(tile, asked),
        );
      }
    };
  }

  /**
   * Throws the error that kept the usage of a request from being recorded: an unrecorded tile must not be
   * delivered.
   */
  requireNoFailure(request: IncomingMessage): void {
    if (this.#failures.has(request)) throw this.#failures.get(request);
  }

  /** A tile within the rate of its link; beyond it the route refuses. */
  #admitted(tile: CachedTile | undefined): CachedTile | undefined {
    return tile !== undefined && this.#parts.rateLimiter.takeTile(tile.link) ? tile : undefined;
  }

  #serve(tile: CachedTile | undefined, asked: Asked): void {
    if (tile === undefined) {
      asked.router(asked.request, asked.response);
      return;
    }
    // A client that has left receives nothing, so it is not billed.
    if (asked.response.destroyed) return;
    const { usage, clock } = this.#parts;
    const waiter = {
      written: () => this.#answer(tile, asked),
      failed: (error: unknown) => {
        this.#failures.set(asked.request, error);
        asked.router(asked.request, asked.response);
      },
    };
    usage.recordFor(waiter, tileUsage(tile.link, deliveryOf(tile), clock()));
  }

  #answer(tile: CachedTile, { request, response, startedAt }: Asked): void {
    const { linkClients, metrics, newRequestId } = this.#parts;
    if (!response.destroyed) {
      if (tile.isUnchanged) {
        response.writeHead(304, { ...tile.heads.unchanged, [REQUEST_ID]: newRequestId() });
        response.end();
      } else {
        tile.heads.whole.write(response, newRequestId());
        response.end(tile.bytes);
      }
    }
    linkClients.note(tile.link.id, this.#addressOf(request));
    if (tile.isUnchanged) metrics.tiles.inc({ from: "not_modified" });
    else metrics.memoryHits.count += 1;
    tile.times.observe((performance.now() - startedAt) / 1000);
  }
}

function deliveryOf({ isUnchanged, bytes }: CachedTile): TileDelivery {
  if (isUnchanged) return { status: 304, bytes: 0, cacheResult: "none" };
  return { status: 200, bytes: bytes.length, cacheResult: "memory" };
}
