import fc from "fast-check";
import { afterAll, expect, inject, test } from "vitest";
import { createLogger } from "../../infra/logger.ts";
import { newId } from "../../infra/new-id.ts";
import { openPatientConnection, type RedisConnection } from "../../queue/connection.ts";
import { Handover, HANDOVER_LIMITS } from "../../queue/tiles/handover.ts";
import { BlockModel } from "../support/block-model.ts";

// Random courses of waiters, jobs, losses and delays over one block, in a real Redis, against the reference
// model. The clock is injected. Each course ends with a quiet machine, on which every waiter must get an
// answer.

const BLOCK = "block";
const TILES = ["0/0", "1/0", "0/1"] as const;
const PROCESSES = ["api-1", "api-2"] as const;
const FAILURE = { ok: false, refused: false, detail: "no" } as const;

const redisUrl = inject("redisUrl");
const connections: RedisConnection[] = [];
const connect = () => {
  const connection = openPatientConnection(
    { REDIS_URL: redisUrl },
    createLogger({ LOG_LEVEL: "silent" }, "test"),
  );
  connections.push(connection);
  return connection;
};
const shared = connect();
/** Redis keeps blocks for a minute, also from the run before. */
const freshPrefix = () => `{model-${newId()}}`;
afterAll(() => connections.forEach((connection) => connection.disconnect()));

/** A job that a worker runs: what it claimed, and until when it may believe that it holds the tiles. */
interface Running {
  readonly job: string;
  readonly tiles: readonly string[];
  /** As `tile|process`. */
  readonly wishes: readonly string[];
  until: number;
}

/**
 * What the processes of a system know, beside the block in Redis: waiters, queued jobs, running jobs, the
 * store.
 */
class World {
  readonly block = new BlockModel();
  readonly waiting = new Map<string, Set<string>>(PROCESSES.map((process) => [process, new Set()]));
  readonly queue: string[] = [];
  readonly store = new Set<string>();
  readonly finished: string[] = [];
  running: Running[] = [];
  jobs = 0;

  waitersOf(process: string): Set<string> {
    return this.waiting.get(process) ?? new Set();
  }

  enqueue(): void {
    this.queue.push(`job-${(this.jobs += 1)}`);
  }

  /** Messages reach the processes that listen; a deaf one goes on waiting. */
  hear(messages: ReadonlyMap<string, readonly string[]>, isDeaf: boolean): void {
    if (!isDeaf) this.receive(wishesOf(messages));
  }

  /** Tiles reach processes that waited for them, or still do. */
  receive(wishes: readonly string[]): void {
    for (const wish of wishes) {
      const [tile = "", process = ""] = wish.split("|");
      this.waitersOf(process).delete(tile);
    }
  }
}

function wishesOf(messages: ReadonlyMap<string, readonly string[]>): string[] {
  return [...messages].flatMap(([tile, processes]) => processes.map((process) => `${tile}|${process}`));
}

/** What is sent straight to processes, as `tile|process`. */
function openSender() {
  const sent: string[] = [];
  const send = (process: string, _block: string, tiles: ReadonlyMap<string, Buffer>) => {
    sent.push(...[...tiles.keys()].map((tile) => `${tile}|${process}`));
    return true;
  };
  return { sent, send };
}

type Step = fc.AsyncCommand<World, Handover>;

/** A step of a course, in place of a class each. */
function step(
  name: string,
  run: (world: World, handover: Handover) => Promise<void>,
  check: (world: Readonly<World>) => boolean = () => true,
): Step {
  return { check, run, toString: () => name };
}

async function register(world: World, handover: Handover, process: string, tiles: readonly string[]) {
  const expected = world.block.register(process, tiles);
  const answer = await handover.register(BLOCK, process, tiles);
  expect({ ...answer, delivered: [...answer.delivered].toSorted() }).toEqual({
    ...expected,
    delivered: expected.delivered.toSorted(),
  });
  if (answer.needsJob) world.enqueue();
  const kept = answer.delivered.length > 0 ? await handover.fetchKept(BLOCK, answer.delivered) : new Map();
  for (const tile of answer.delivered) {
    expect(world.store.has(tile) || kept.has(tile), `${tile} is in the store or kept`).toBe(true);
    world.waitersOf(process).delete(tile);
  }
}

async function claim(world: World, handover: Handover, job: string): Promise<void> {
  const expected = world.block.claim(job);
  const { tiles, wishes, wished } = await handover.claim(BLOCK, job);
  expect({ tiles: tiles.toSorted(), wishes: wishes.toSorted(), wished }).toEqual({
    tiles: expected.tiles.toSorted(),
    wishes: expected.wishes.toSorted(),
    wished: expected.wished,
  });
  const others = world.running.filter((running) => running.job !== job && running.until > world.block.now);
  for (const other of others) {
    for (const tile of tiles) expect(other.tiles, `${tile} is rendered by one job`).not.toContain(tile);
  }
  world.running = world.running.filter((running) => running.job !== job);
  if (tiles.length > 0) {
    world.running.push({ job, tiles, wishes, until: world.block.now + HANDOVER_LIMITS.leaseMs });
  }
}

const pick = <Item>(items: readonly Item[], at: number): Item => {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

const isSomeRunning = (world: Readonly<World>) => world.running.length > 0;
const isSomeQueued = (world: Readonly<World>) => world.queue.length > 0;

const finish = (world: World, running: Running) => {
  world.running = world.running.filter((other) => other !== running);
  world.finished.push(running.job);
};

const anyTiles = fc.subarray([...TILES], { minLength: 1 });
const anyIndex = fc.nat(7);
const anyProcess = fc.constantFrom(...PROCESSES);

const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(anyProcess, anyTiles).map(([process, tiles]) =>
    step(`${process} waits for ${tiles.join(" ")}`, async (world, handover) => {
      for (const tile of tiles) world.waitersOf(process).add(tile);
      await register(world, handover, process, tiles);
    }),
  ),
  anyProcess.map((process) =>
    step(
      `${process} asks again`,
      (world, handover) => register(world, handover, process, [...world.waitersOf(process)]),
      (world) => (world.waiting.get(process)?.size ?? 0) > 0,
    ),
  ),
  fc.tuple(anyProcess, fc.constantFrom(...TILES)).map(([process, tile]) =>
    step(
      `${process} gives up ${tile}`,
      async (world, handover) => {
        world.waitersOf(process).delete(tile);
        world.block.withdraw(process, tile);
        await handover.withdraw(BLOCK, process, tile);
      },
      (world) => world.waiting.get(process)?.has(tile) === true,
    ),
  ),
  fc.constant(
    step(
      "a worker takes the next job",
      (world, handover) => claim(world, handover, world.queue.shift() ?? ""),
      isSomeQueued,
    ),
  ),
  fc.constant(
    step(
      "Redis loses the next job",
      async (world) => {
        world.queue.shift();
      },
      isSomeQueued,
    ),
  ),
  anyIndex.map((at) =>
    step(
      `a running job (${at}) is handed to another worker`,
      (world, handover) => claim(world, handover, pick(world.running, at).job),
      isSomeRunning,
    ),
  ),
  anyIndex.map((at) =>
    step(
      `a finished job (${at}) is handed out again`,
      (world, handover) => claim(world, handover, pick(world.finished, at)),
      (world) => world.finished.length > 0,
    ),
  ),
  anyIndex.map((at) =>
    step(
      `a job (${at}) renews its lease`,
      async (world, handover) => {
        const running = pick(world.running, at);
        const heldAll = world.block.renew(running.job, running.tiles);
        await handover.renew(BLOCK, running.job, running.tiles);
        if (heldAll) running.until = world.block.now + HANDOVER_LIMITS.leaseMs;
      },
      isSomeRunning,
    ),
  ),
  fc.tuple(anyIndex, fc.boolean(), fc.boolean()).map(([at, isDeaf, isStored]) =>
    step(
      `a job (${at}) delivers, ${isDeaf ? "messages are lost" : "messages arrive"}, ${isStored ? "stored" : "kept"}`,
      async (world, handover) => {
        const running = pick(world.running, at);
        const bytes = new Map(running.tiles.map((tile) => [tile, Buffer.from(running.job)]));
        const messages = world.block.deliver(running.tiles);
        await handover.deliver(BLOCK, bytes);
        if (isStored) {
          for (const tile of running.tiles) world.store.add(tile);
        } else {
          world.block.keep(running.tiles);
          await handover.keep(BLOCK, bytes);
        }
        world.hear(messages, isDeaf);
        finish(world, running);
      },
      isSomeRunning,
    ),
  ),
  fc.tuple(anyIndex, fc.boolean()).map(([at, isDeaf]) =>
    step(
      `a job (${at}) fails, ${isDeaf ? "messages are lost" : "messages arrive"}`,
      async (world, handover) => {
        const running = pick(world.running, at);
        const messages = world.block.fail(running.job, running.tiles);
        await handover.fail(BLOCK, running.job, running.tiles, FAILURE);
        world.hear(messages, isDeaf);
        finish(world, running);
      },
      isSomeRunning,
    ),
  ),
  fc.tuple(anyIndex, fc.boolean()).map(([at, isDeaf]) =>
    step(
      `a job (${at}) delivers straight, ${isDeaf ? "tiles are lost" : "tiles arrive"}`,
      async (world, handover) => {
        const running = pick(world.running, at);
        const bytes = new Map(running.tiles.map((tile) => [tile, Buffer.from(running.job)]));
        const late = wishesOf(world.block.deliver(running.tiles));
        const { sent, send } = openSender();
        await handover.deliver(BLOCK, bytes, { send }, running.wishes);
        expect(sent.toSorted(), "each once").toEqual([...new Set([...running.wishes, ...late])].toSorted());
        for (const tile of running.tiles) world.store.add(tile);
        if (!isDeaf) world.receive(sent);
        finish(world, running);
      },
      isSomeRunning,
    ),
  ),
  fc.tuple(anyIndex, fc.boolean()).map(([at, hasSent]) =>
    step(
      `the worker of a job (${at}) is lost${hasSent ? ", between sending its tiles and telling Redis" : ""}`,
      async (world) => {
        const running = pick(world.running, at);
        if (hasSent) world.receive(running.wishes);
        world.running = world.running.filter((other) => other !== running);
      },
      isSomeRunning,
    ),
  ),
  fc.constant(
    step(
      "jobs outlive their leases, and another one claims their tiles",
      async (world, handover) => {
        world.block.now += HANDOVER_LIMITS.leaseMs;
        for (const process of PROCESSES) {
          const tiles = [...world.waitersOf(process)];
          if (tiles.length > 0) await register(world, handover, process, tiles);
        }
        const job = world.queue.shift();
        if (job !== undefined) await claim(world, handover, job);
      },
      isSomeRunning,
    ),
  ),
  fc.integer({ min: 1, max: 9_000 }).map((ms) =>
    step(`${ms} ms pass`, async (world) => {
      world.block.now += ms;
    }),
  ),
];

/** Every lease, mark and queued job ends; then workers run what is queued and waiters ask again. */
async function settle(world: World, handover: Handover): Promise<void> {
  for (let round = 0; round < 3; round++) {
    world.running = [];
    world.block.now += 20_000;
    for (const process of PROCESSES) {
      const tiles = [...world.waitersOf(process)];
      if (tiles.length > 0) await register(world, handover, process, tiles);
    }
    for (const job of world.queue.splice(0)) {
      await claim(world, handover, job);
      const running = world.running.find((other) => other.job === job);
      if (running === undefined) continue;
      const messages = world.block.deliver(running.tiles);
      await handover.deliver(BLOCK, new Map(running.tiles.map((tile) => [tile, Buffer.from(job)])));
      for (const tile of running.tiles) world.store.add(tile);
      world.hear(messages, false);
      finish(world, running);
    }
  }
}

test("no wish is lost, and no tile is rendered by two jobs within a lease, whatever is lost or comes twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 80, size: "max" }), async (commands) => {
      const world = new World();
      const handover = new Handover(shared, freshPrefix(), () => world.block.now);
      await fc.asyncModelRun(() => ({ model: world, real: handover }), commands);
      await settle(world, handover);
      for (const process of PROCESSES) expect([...world.waitersOf(process)], `${process} waits`).toEqual([]);
    }),
    { numRuns: 400, seed: 20_261_128, endOnFailure: false },
  );
}, 60_000);

test("a message reaches every process with a wish, once, and no other", async () => {
  const received: string[] = [];
  const handover = new Handover(shared, freshPrefix());
  for (const process of PROCESSES) {
    await handover.subscribe(connect(), process, ({ tile, outcome }) => {
      received.push(`${process} ${tile} ${outcome.ok ? outcome.bytes.toString() : outcome.detail}`);
    });
  }
  await handover.register(BLOCK, "api-1", ["0/0", "1/0"]);
  await handover.register(BLOCK, "api-2", ["0/0"]);
  await handover.claim(BLOCK, "job-1");
  await handover.deliver(BLOCK, new Map([["0/0", Buffer.from("bytes")]]));
  await handover.deliver(BLOCK, new Map([["0/0", Buffer.from("again")]]));
  await handover.fail(BLOCK, "job-1", ["1/0"], FAILURE);
  await expect.poll(() => received.length).toBe(3);
  expect(received.toSorted()).toEqual(["api-1 0/0 bytes", "api-1 1/0 no", "api-2 0/0 bytes"]);
});

test("a job whose lease has passed to another one cannot fail the other's tiles", async () => {
  const clock = { now: 1_000 };
  const handover = new Handover(shared, freshPrefix(), () => clock.now);
  await handover.register(BLOCK, "api-1", ["0/0"]);
  await handover.claim(BLOCK, "slow");
  clock.now += HANDOVER_LIMITS.leaseMs;
  expect((await handover.claim(BLOCK, "fast")).tiles).toEqual(["0/0"]);
  await handover.fail(BLOCK, "slow", ["0/0"], FAILURE);
  expect(await handover.claim(BLOCK, "third")).toEqual({ tiles: [], wishes: [], wished: 1 });
});
