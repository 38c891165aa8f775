import proxyAddress from "@fastify/proxy-addr";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Metrics } from "../../infra/metrics.ts";
import type { Deps } from "../deps.ts";
import type { GrantReader } from "../links/grant-reader.ts";
import { tileUsage } from "./tile-usage.ts";
import { CachedByGrant } from "./cached-by-grant.ts";
import { CachedByPassword } from "./cached-by-password.ts";
import type { CachedTile } from "./cached-tile.ts";

interface Parts extends Pick<
  Deps,
  "config" | "links" | "opener" | "tiles" | "usage" | "linkClients" | "clock" | "rateLimiter"
> {
  readonly grants: GrantReader;
  readonly metrics: Pick<Metrics, "requestSeconds" | "memoryHits">;
  readonly newRequestId: () => string;
  /** Proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[];
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
      const serve = (tile: CachedTile | undefined) => this.#serve(tile, router, request, response, startedAt);
      if (request.method === "GET") serve(this.#admitted(this.#byGrant.find(request)));
      else if (!this.#byPassword.isCall(request)) serve(undefined);
      else this.#byPassword.find(request, (tile) => this.#admitted(tile), serve);
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

  #serve(
    tile: CachedTile | undefined,
    router: RequestListener,
    request: IncomingMessage,
    response: ServerResponse,
    startedAt: number,
  ): void {
    if (tile === undefined) {
      router(request, response);
      return;
    }
    // A client that has left receives nothing, so it is not billed.
    if (response.destroyed) return;
    const { usage, clock } = this.#parts;
    const delivery = { status: 200, bytes: tile.bytes.length, cacheResult: "memory" } as const;
    usage.record(tileUsage(tile.link, delivery, clock())).then(
      () => this.#answer(tile, request, response, startedAt),
      (error: unknown) => {
        this.#failures.set(request, error);
        router(request, response);
      },
    );
  }

  #answer(tile: CachedTile, request: IncomingMessage, response: ServerResponse, startedAt: number): void {
    const { linkClients, metrics, newRequestId } = this.#parts;
    if (!response.destroyed) {
      tile.head.write(response, newRequestId());
      response.end(tile.bytes);
    }
    linkClients.note(tile.link.id, this.#addressOf(request));
    metrics.memoryHits.count += 1;
    tile.times.observe((performance.now() - startedAt) / 1000);
  }
}
