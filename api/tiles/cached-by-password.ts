import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { hasNoStagesWithoutBearer } from "../operations/dispatch.ts";
import { shareTileInput, shareTileRender } from "./share.tile.render.ts";
import { inPlannedProfile } from "./in-profile.ts";
import { parseTileInput } from "./tile-input.ts";
import { isPlain, MemoryTiles, type CachedTile, type TileParts } from "./cached-tile.ts";
import { operationPaths } from "../http/operation-routes.ts";

/**
 * Finds tiles of `share.tile.render` in memory, for callers with a password that this process has already
 * verified. Such a call has only two of the dispatcher's stages: the input schema, and the opening of the
 * link in `run`. Both come from the operation itself.
 */
export class CachedByPassword {
  readonly #opener: Pick<Deps["opener"], "peek">;
  readonly #tilesByPath: ReadonlyMap<string, MemoryTiles>;

  constructor(parts: TileParts & Pick<Deps, "opener">) {
    if (!hasNoStagesWithoutBearer(shareTileRender)) {
      throw new Error(`${shareTileRender.id} has stages that only the dispatcher knows`);
    }
    this.#opener = parts.opener;
    this.#tilesByPath = new Map(
      operationPaths(shareTileRender.id).map((path) => [path, new MemoryTiles(parts, path, {})]),
    );
  }

  /**
   * Whether a request may be such a call: a short body of plain JSON, and no bearer, which would bring more
   * stages.
   */
  isCall({ method, url = "", headers }: IncomingMessage): boolean {
    return (
      method === "POST" &&
      this.#tilesByPath.has(url) &&
      headers["content-type"] === "application/json" &&
      Number(headers["content-length"]) <= BODY_LIMITS.redeem.bytes &&
      headers.authorization === undefined &&
      headers["x-api-key"] === undefined &&
      headers["content-encoding"] === undefined
    );
  }

  /**
   * Looks up the requested tile if the body arrived together with the head, as short bodies do. Otherwise,
   * and when the operation has to run because `admit` keeps nothing of what was found, `done` receives
   * undefined and the whole body is still unread.
   */
  find(
    request: IncomingMessage,
    admit: (tile: CachedTile | undefined) => CachedTile | undefined,
    done: (tile: CachedTile | undefined) => void,
  ): void {
    // By then the parser has processed the bytes that have arrived.
    process.nextTick(() => done(this.#take(request, admit)));
  }

  #take(
    request: IncomingMessage,
    admit: (tile: CachedTile | undefined) => CachedTile | undefined,
  ): CachedTile | undefined {
    if (request.readableLength === 0) return undefined;
    const body = request.read() as Buffer;
    const isWhole = String(body.length) === request.headers["content-length"];
    const tile = admit(isWhole && isUtf8(body) ? this.#find(request.url, body) : undefined);
    if (tile === undefined) request.unshift(body);
    return tile;
  }

  #find(path = "", body: Buffer): CachedTile | undefined {
    try {
      const input = shareTileInput.parse(JSON.parse(body.toString()));
      const spec = parseTileInput(input);
      const shared = this.#opener.peek(input.token, input.password);
      if (shared === undefined || !isPlain(shared)) return undefined;
      const drawn = inPlannedProfile(shared, input.profile);
      return drawn && this.#tilesByPath.get(path)?.find(drawn, spec);
    } catch {
      // The operation answers the error.
      return undefined;
    }
  }
}
