import { createHash } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";
import { seededRandom } from "../faults/random.ts";
import type { Sample } from "./load-report.ts";

/** Tiles of one view, as a map asks for them together. */
const VIEW_TILES = 6;

/** One request in so many is for a tile that was never drawn. */
const COLD_EVERY = 16;

/** How long a viewer looks at a view. */
const LOOK_MS = 120;

/** A map client gives up after this long. */
const GIVE_UP_MS = 15_000;

/** What the viewers look at. */
export interface Scene {
  readonly urlOf: (tile: TileAddress) => string;
  readonly warm: readonly TileAddress[];
  /** Used up in order. */
  readonly cold: TileAddress[];
  /** The digests of bodies by tile: what is right, or what was answered first. */
  readonly digests: Map<string, string>;
}

/** Viewers that wander over a map until they are stopped; every body is compared with what it has to be. */
export class MapLoad {
  readonly samples: Sample[] = [];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #scene: Scene;
  readonly #viewers: Promise<void>[];
  #isStopping = false;
  #asked = 0;

  constructor(scene: Scene, viewers: number, seed: number) {
    this.#scene = scene;
    this.#viewers = Array.from({ length: viewers }, (_, at) => this.#view(seededRandom(seed + at)));
  }

  /** Ends after the views at hand. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#viewers);
    this.#agent.destroy();
  }

  async #view(random: () => number): Promise<void> {
    const { warm } = this.#scene;
    let at = Math.floor(random() * warm.length);
    while (!this.#isStopping) {
      at = (at + Math.floor(random() * 5) - 2 + warm.length) % warm.length;
      const tiles = Array.from({ length: VIEW_TILES }, (_, step) => warm[(at + step) % warm.length]!);
      await Promise.all(tiles.map((tile) => this.#ask(tile)));
      await delay(LOOK_MS);
    }
  }

  async #ask(warmTile: TileAddress): Promise<void> {
    this.#asked += 1;
    const cold = this.#asked % COLD_EVERY === 0 ? this.#scene.cold.shift() : undefined;
    const tile = cold ?? warmTile;
    const startedAtMs = performance.now();
    const { status, digest, reason } = await askOnce(this.#scene.urlOf(tile), this.#agent);
    const name = `${tile.z}/${tile.x}/${tile.y}`;
    const known = this.#scene.digests.get(name);
    if (status === 200 && known === undefined) this.#scene.digests.set(name, digest);
    this.samples.push({
      kind: cold === undefined ? "warm" : "cold",
      startedAtMs,
      endedAtMs: performance.now(),
      ending:
        status === 0
          ? "cut"
          : status !== 200
            ? "refused"
            : known === undefined || known === digest
              ? "answered"
              : "wrong",
      reason,
    });
  }
}

/** Asks once; status 0 says that no whole answer came. */
export function askOnce(
  url: string,
  agent: Agent,
): Promise<{ readonly status: number; readonly digest: string; readonly reason: string }> {
  return new Promise((resolve) => {
    const fail = (reason: string) => resolve({ status: 0, digest: "", reason });
    const sent = request(url, { agent, timeout: GIVE_UP_MS }, (response) => {
      const hash = createHash("sha256");
      response.on("data", (chunk: Buffer) => hash.update(chunk));
      response.once("error", () => fail("cut within the answer"));
      response.once("close", () => {
        const status = response.statusCode ?? 0;
        const reason =
          status === 200 ? "" : `${status} ${[response.headers["x-balancer"]].flat().join("")}`.trim();
        // The balancer could not bring an answer: the API may have recorded it.
        if (!response.complete || status === 502) fail(reason === "" ? "cut within the answer" : reason);
        else resolve({ status, digest: hash.digest("hex"), reason });
      });
    });
    sent.once("timeout", () => sent.destroy(new Error("no answer in 15 s")));
    sent.once("error", (error) => fail(error.message));
    sent.end();
  });
}
