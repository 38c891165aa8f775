import { createHash } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";
import { seededRandom } from "../faults/random.ts";
import type { Sample } from "./load-report.ts";

/** Tiles of one view, as a map asks for them together. */
const VIEW_TILES = 6;

/** After so many views, a tile is asked for that was never drawn; so many may be waited for. */
const COLD_EVERY_VIEWS = 3;
const COLD_WAITING_MAX = 32;

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
  #views = 0;
  readonly #cold = new Set<Promise<void>>();

  constructor(scene: Scene, viewers: number, seed: number) {
    this.#scene = scene;
    this.#viewers = Array.from({ length: viewers }, (_, at) => this.#view(seededRandom(seed + at)));
  }

  /** Ends after the views at hand. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#viewers);
    await Promise.all(this.#cold);
    this.#agent.destroy();
  }

  async #view(random: () => number): Promise<void> {
    const { warm } = this.#scene;
    let at = Math.floor(random() * warm.length);
    while (!this.#isStopping) {
      at = (at + Math.floor(random() * 5) - 2 + warm.length) % warm.length;
      const tiles = Array.from({ length: VIEW_TILES }, (_, step) => warm[(at + step) % warm.length]!);
      await Promise.all(tiles.map((tile) => this.#ask(tile, "warm")));
      this.#askCold();
      await delay(LOOK_MS);
    }
  }

  /** Beside the views: a map that waits for a new tile goes on moving. */
  #askCold(): void {
    this.#views += 1;
    const isDue = this.#views % COLD_EVERY_VIEWS === 0 && this.#cold.size < COLD_WAITING_MAX;
    const tile = isDue ? this.#scene.cold.shift() : undefined;
    if (tile === undefined) return;
    const asked = this.#ask(tile, "cold").finally(() => this.#cold.delete(asked));
    this.#cold.add(asked);
  }

  async #ask(tile: TileAddress, kind: Sample["kind"]): Promise<void> {
    const startedAtMs = performance.now();
    const { status, digest, reason } = await askOnce(this.#scene.urlOf(tile), this.#agent);
    const name = `${tile.z}/${tile.x}/${tile.y}`;
    const known = this.#scene.digests.get(name);
    if (status === 200 && known === undefined) this.#scene.digests.set(name, digest);
    this.samples.push({
      kind,
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
