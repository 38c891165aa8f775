import type { IncomingMessage } from "node:http";
import type { Deps } from "../deps.ts";
import { hasNoStagesWithoutBearer } from "../operations/dispatch.ts";
import { shareTileInput, shareTileRender } from "./share.tile.render.ts";
import { inProfile } from "./in-profile.ts";
import { parseTileInput } from "./tile-input.ts";
import { isPlain, MemoryTiles, type CachedTile, type TileParts } from "./cached-tile.ts";
import { operationPaths } from "../http/operation-routes.ts";

/** More than any such call has. */
const BODY_BYTES_MAX = 4_096;

/**
 * Finds the tiles of `share.tile.render` that are in memory, for who brings a password that this process has seen to be right. Of the dispatcher's
 * stages such a call has two, the input schema and the opening in `run`; both are the operation's own.
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

  /** Whether a request may be such a call, with a short body of plain JSON and without bearer, which would bring more stages. */
  isCall({ method, url = "", headers }: IncomingMessage): boolean {
    return (
      method === "POST" &&
      this.#tilesByPath.has(url) &&
      headers["content-type"] === "application/json" &&
      Number(headers["content-length"]) <= BODY_BYTES_MAX &&
      headers.authorization === undefined &&
      headers["x-api-key"] === undefined &&
      headers["content-encoding"] === undefined
    );
  }

  /**
   * Looks for the tile that a call asks for, when its body came with its head, as short ones do. Hears undefined, with the whole body still to be
   * read, when it did not or when the operation has to run.
   */
  find(request: IncomingMessage, hear: (tile: CachedTile | undefined) => void): void {
    // By then the parser has done with what has come.
    process.nextTick(() => hear(this.#take(request)));
  }

  #take(request: IncomingMessage): CachedTile | undefined {
    if (request.readableLength === 0) return undefined;
    const body = request.read() as Buffer;
    const isWhole = String(body.length) === request.headers["content-length"];
    const tile = isWhole ? this.#find(request.url, body) : undefined;
    if (tile === undefined) request.unshift(body);
    return tile;
  }

  #find(path = "", body: Buffer): CachedTile | undefined {
    try {
      const input = shareTileInput.parse(JSON.parse(body.toString()));
      const spec = parseTileInput(input);
      const shared = this.#opener.peek(input.token, input.password);
      if (shared === undefined || !isPlain(shared)) return undefined;
      return this.#tilesByPath.get(path)?.find(inProfile(shared, input.profile), spec);
    } catch {
      // The operation says what is wrong with it.
      return undefined;
    }
  }
}
