import { Agent, request } from "node:http";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";

/** How one request ended. */
export type Ending =
  /** The whole body arrived, with the length it announced. */
  | { readonly kind: "answered"; readonly bytes: number }
  /** The server refused, and said so. */
  | { readonly kind: "refused"; readonly status: number }
  /** The connection was refused: the server never saw the request. */
  | { readonly kind: "unreached" }
  /** Nothing or half an answer came: whether the tile was recorded is unknown. */
  | { readonly kind: "cut" };

/** A request for a tile: a GET, or with a body a POST of JSON. */
export interface TileCall {
  readonly url: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What a run of the driver saw; keys are tiles. */
export interface DriverCounts {
  readonly answered: Map<string, number>;
  readonly cut: Map<string, number>;
  refused: number;
  /** Bytes of a tile's body: the same every time. */
  readonly bytes: Map<string, number>;
}

/** Asks for tiles over and over, at most so many at a time, until so many were answered. */
export async function driveTiles(options: {
  /** Ways to ask for a tile, taken in turn. */
  readonly ways: readonly ((tile: TileAddress) => TileCall)[];
  readonly tiles: readonly TileAddress[];
  readonly random: () => number;
  readonly viewers: number;
  readonly answers: number;
  /** Runs after every answer, with their number so far. */
  readonly onAnswer: (answered: number) => void;
}): Promise<DriverCounts> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.viewers });
  const counts: DriverCounts = { answered: new Map(), cut: new Map(), refused: 0, bytes: new Map() };
  let answered = 0;
  let asked = 0;
  const view = async () => {
    while (answered < options.answers) {
      const tile = options.tiles[Math.floor(options.random() * options.tiles.length)];
      if (tile === undefined) throw new Error("there are no tiles");
      const key = `${tile.z}/${tile.x}/${tile.y}`;
      const way = options.ways[(asked += 1) % options.ways.length];
      if (way === undefined) throw new Error("there is no way to ask");
      const ending = await askOnce(way(tile), agent);
      if (ending.kind === "answered") {
        increase(counts.answered, key);
        counts.bytes.set(key, ending.bytes);
        answered += 1;
        options.onAnswer(answered);
      } else if (ending.kind === "cut") increase(counts.cut, key);
      else if (ending.kind === "refused") counts.refused += 1;
      if (ending.kind !== "answered") await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await Promise.all(Array.from({ length: options.viewers }, view));
  agent.destroy();
  return counts;
}

function increase(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function askOnce({ url, body }: TileCall, agent: Agent): Promise<Ending> {
  return new Promise((resolve) => {
    const how = body === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" } };
    const sent = request(url, { agent, timeout: 15_000, ...how }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.once("error", () => resolve({ kind: "cut" }));
      response.once("close", () => {
        const status = response.statusCode ?? 0;
        if (response.headers["x-cache"] === "empty") throw new Error(`${url} has no data`);
        if (!response.complete) resolve({ kind: "cut" });
        else resolve(status === 200 ? { kind: "answered", bytes } : { kind: "refused", status });
      });
    });
    sent.once("timeout", () => sent.destroy());
    sent.once("error", (error: NodeJS.ErrnoException) =>
      resolve({ kind: error.code === "ECONNREFUSED" ? "unreached" : "cut" }),
    );
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
