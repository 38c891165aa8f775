import proxyAddress from "@fastify/proxy-addr";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { isLimited } from "../../core/share-link.ts";
import { isDataFormat, type TileFormat } from "../../core/tile-format.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { Deps } from "../deps.ts";
import type { GrantReader } from "../tiles/grant-reader.ts";
import type { RedeemedLink } from "../tiles/redeem-link.ts";
import { tileHeaders, tileUsage } from "../tiles/shared-tile.ts";
import { READABLE } from "./cors.ts";
import { parseTilePath } from "./tile-path.ts";
import { EMBEDDABLE, GRANTED_TILE_ROUTE, requireGranted } from "./tile-route.ts";

/** The path of {@link GRANTED_TILE_ROUTE}, with nothing in it that a router would have to decode. */
const PATH = /^\/v1\/share\/tiles\/([\w-]+)\/(\d+)\/(\d+)\/([\w@.]+)$/;

const REQUEST_ID = "x-request-id";

const FROM_MEMORY = { from: "memory" } as const;

const LABELS = { route: GRANTED_TILE_ROUTE, status: "2xx" } as const;

interface Parts extends Pick<Deps, "links" | "redeemer" | "tiles" | "usage" | "linkClients" | "clock"> {
  readonly grants: GrantReader;
  readonly metrics: Pick<Metrics, "requestSeconds" | "tiles">;
  readonly newRequestId: () => string;
  /** Proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

type MemoryTile = NonNullable<ReturnType<Deps["tiles"]["peek"]>>;

/** A tile that can be answered at once. */
interface CachedTile {
  readonly link: RedeemedLink["link"];
  readonly bytes: Buffer;
  /** Names and values in turn, as `writeHead` takes them; one value is each request's own. */
  readonly headers: string[];
}

/**
 * Answers tiles by grant that lie in memory, before the router and in a third of its time: nearly all requests are of this kind. It knows one
 * case, with the rules, headers and usage of {@link GRANTED_TILE_ROUTE}, and leaves everything else to the route, errors included.
 */
export class CachedTiles {
  /** Requests whose usage could not be recorded: the route answers them. */
  readonly #failures = new WeakMap<IncomingMessage, unknown>();
  /** Made once for each tile in memory. */
  readonly #headers = new WeakMap<Buffer, string[]>();
  readonly #parts: Parts;
  readonly #addressOf: (request: IncomingMessage) => string;
  #isClosing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    const trusts = proxyAddress.compile([...parts.trustedProxies]);
    this.#addressOf =
      parts.trustedProxies.length > 0
        ? (request) => proxyAddress(request, trusts)
        : (request) => request.socket.remoteAddress ?? "";
  }

  /** Answers what it can, and hands the rest to the router. */
  before(router: RequestListener): RequestListener {
    return (request, response) => {
      const startedAt = performance.now();
      const tile = this.#find(request);
      if (tile === undefined) {
        router(request, response);
        return;
      }
      const { usage, clock } = this.#parts;
      const delivery = { status: 200, bytes: tile.bytes.length, cacheResult: "memory" } as const;
      usage.record(tileUsage(tile.link, delivery, clock())).then(
        () => this.#answer(tile, request, response, startedAt),
        (error: unknown) => {
          this.#failures.set(request, error);
          router(request, response);
        },
      );
    };
  }

  /** Throws what kept the usage of a request from being recorded: its tile must not be given away. */
  requireNoFailure(request: IncomingMessage): void {
    if (this.#failures.has(request)) throw this.#failures.get(request);
  }

  /** From now on the router sees every request, and ends its connection. */
  close(): void {
    this.#isClosing = true;
  }

  #find(request: IncomingMessage): CachedTile | undefined {
    if (request.method !== "GET" || this.#isClosing) return undefined;
    if (request.headers["if-none-match"] !== undefined) return undefined;
    const [, grantText = "", z = "", x = "", file = ""] = PATH.exec(request.url ?? "") ?? [];
    const grant = grantText === "" ? undefined : this.#parts.grants.read(grantText);
    const known = grant && this.#parts.links.peek(grant.linkId);
    if (known === undefined || grant === undefined) return undefined;
    if (isLimited(known.link) || known.link.allowed_origins.length > 0) return undefined;
    try {
      const { link, layers } = requireGranted(this.#parts, grant, known);
      const wanted = parseTilePath({ z, x, file });
      if (isDataFormat(wanted.format)) return undefined;
      const tile = this.#parts.tiles.peek({ layers, ...wanted });
      if (tile === undefined || tile.omitted > 0) return undefined;
      return { link, bytes: tile.bytes, headers: this.#headersOf(wanted.format, tile) };
    } catch {
      // The route says what is wrong with it.
      return undefined;
    }
  }

  #headersOf(format: TileFormat, tile: MemoryTile): string[] {
    let headers = this.#headers.get(tile.bytes);
    if (headers === undefined) {
      headers = Object.entries({
        ...READABLE,
        ...EMBEDDABLE,
        ...tileHeaders(format, tile),
        [REQUEST_ID]: "",
        "content-length": String(tile.bytes.length),
      }).flat();
      this.#headers.set(tile.bytes, headers);
    }
    return headers;
  }

  #answer(tile: CachedTile, request: IncomingMessage, response: ServerResponse, startedAt: number): void {
    const { linkClients, metrics, newRequestId } = this.#parts;
    if (!response.destroyed) {
      const headers = tile.headers.slice();
      headers[headers.indexOf(REQUEST_ID) + 1] = newRequestId();
      response.writeHead(200, headers);
      response.end(tile.bytes);
    }
    linkClients.note(tile.link.id, this.#addressOf(request));
    metrics.tiles.inc(FROM_MEMORY);
    metrics.requestSeconds.observe(LABELS, (performance.now() - startedAt) / 1000);
  }
}
