import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import { createLogger } from "../../../infra/logger.ts";
import { isAlive } from "../../../test/support/is-alive.ts";
import { longRequest, makeLongRaster } from "../../../test/golden/long-request.ts";
import type { AssetSource, BlockRequest } from "../engine/render-engine.ts";
import {
  RasterRefused,
  RenderDeferred,
  RenderMemoryExceeded,
  RenderProcessCrashed,
  RenderProcessFrozen,
  RenderTimeout,
} from "../errors.ts";
import { createGdalEngine } from "../engine/gdal-engine.ts";
import { createRenderPool, type RenderPool } from "./render-pool.ts";
import type { RenderPoolOptions } from "./render-pool-options.ts";
import { rendition } from "../../../core/tiles/tile-spec.ts";

let folder: string;
let source: AssetSource;
let info: RasterInfo;
let short: BlockRequest;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pool-"));
  source = { assetId: "long", version: "1", location: makeLongRaster(join(folder, "long.tif")) };
  const engine = createGdalEngine({ filesMax: 1 });
  info = await engine.inspect(source);
  await engine.close();
  const long = longRequest(source, info, 1);
  short = { ...long, tiles: long.tiles.slice(0, 1), rendition: rendition({ format: "png" }) };
});
afterAll(() => rmSync(folder, { recursive: true }));

function openPool(options: Partial<RenderPoolOptions> = {}): RenderPool {
  const pool = createRenderPool({
    processes: 1,
    jobsPerProcess: 2,
    timeoutMs: 60_000,
    processBytesMax: 2 ** 31,
    gdalCacheMegabytes: 32,
    gdalOptions: {},
    logger: createLogger({ LOG_LEVEL: "silent" }, "test"),
    ...options,
  });
  onTestFinished(() => pool.close());
  return pool;
}

/** Waits until every process of a pool takes tasks. */
const isReady = (pool: RenderPool) =>
  vi.waitFor(() => expect(pool.stats().processes.map(({ state }) => state)).not.toContain("starting"), {
    timeout: 30_000,
    interval: 50,
  });

const busyPid = (pool: RenderPool) =>
  vi.waitFor(
    () => {
      const busy = pool.stats().processes.find(({ inFlight }) => inFlight > 0);
      if (busy?.pid === undefined) throw new Error("no process works yet");
      return busy.pid;
    },
    { timeout: 10_000, interval: 10 },
  );

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a render pool", { timeout: 60_000 }, () => {
  test("answers like the engine in its own process", async () => {
    const pool = openPool();
    expect(await pool.inspect(source)).toEqual(info);
    const engine = createGdalEngine({ filesMax: 1 });
    const [expected] = await engine.renderBlock(short);
    const [rendered] = await pool.renderBlock(short);
    expect(Buffer.isBuffer(rendered!.bytes)).toBe(true);
    expect(rendered!.bytes.equals(expected!.bytes)).toBe(true);
    await engine.close();
  });

  test("passes on why a raster is refused", async () => {
    const error = await failureOf(openPool().inspect({ ...source, location: join(folder, "none.tif") }));
    expect(error).toBeInstanceOf(RasterRefused);
    expect(error).toMatchObject({ code: "unreadable" });
  });

  test("rejects what a killed process was at, and the next request is answered", async () => {
    const pool = openPool();
    const failure = failureOf(pool.renderBlock(longRequest(source, info)));
    process.kill(await busyPid(pool), "SIGKILL");
    expect(await failure).toBeInstanceOf(RenderProcessCrashed);
    expect(await pool.renderBlock(short)).toHaveLength(1);
    expect(pool.stats().crashes).toBe(1);
  });

  test("kills a process that takes longer than the time limit", async () => {
    const pool = openPool({ timeoutMs: 4000, waitMs: 60_000, jobsPerProcess: 1 });
    await pool.inspect(source);
    const failure = failureOf(pool.renderBlock(longRequest(source, info)));
    const pid = await busyPid(pool);
    expect(await failure).toBeInstanceOf(RenderTimeout);
    expect(await pool.renderBlock(short)).toHaveLength(1);
    expect(pool.stats().timeouts).toBe(1);
    expect(pool.stats().processes.map((child) => child.pid)).not.toContain(pid);
  });

  test("finds a process that is stopped by its silence, long before the time limit", async () => {
    const pool = openPool({ jobsPerProcess: 1 });
    await pool.started;
    const failure = failureOf(pool.renderBlock(longRequest(source, info)));
    process.kill(await busyPid(pool), "SIGSTOP");
    expect(await failure).toBeInstanceOf(RenderProcessFrozen);
    expect(await pool.renderBlock(short)).toHaveLength(1);
  });

  test("replaces a process that has grown too large, without failing a request", async () => {
    const pool = openPool({ replaceBytes: 1 });
    await pool.inspect(source);
    const [first] = pool.stats().processes;
    const rendered = await Promise.all([1, 2, 3, 4].map(() => pool.renderBlock(short)));
    expect(rendered.every(([tile]) => tile!.bytes.length > 0)).toBe(true);
    expect(pool.stats().replacements).toBeGreaterThan(0);
    await vi.waitFor(() => {
      expect(pool.stats().processes.map(({ pid }) => pid)).not.toContain(first!.pid);
    }, 10_000);
  });

  test("gives a process no more jobs at once than allowed", async () => {
    const pool = openPool({ jobsPerProcess: 2 });
    await pool.inspect(source);
    const requests = Array.from({ length: 6 }, () => pool.renderBlock(short));
    expect(pool.stats()).toMatchObject({ waiting: 4, processes: [{ inFlight: 2 }] });
    await Promise.all(requests);
    expect(pool.stats().waiting).toBe(0);
  });

  test("gives a request that wants to be alone a process without other requests, before and beside it", async () => {
    const pool = openPool({ jobsPerProcess: 2 });
    await pool.inspect(source);
    const first = pool.renderBlock(short);
    const alone = pool.renderBlock(short, { alone: true });
    const last = [pool.renderBlock(short), pool.renderBlock(short)];
    expect(pool.stats()).toMatchObject({ waiting: 3, processes: [{ inFlight: 1 }] });
    await first;
    expect(pool.stats()).toMatchObject({ waiting: 2, processes: [{ inFlight: 1 }] });
    await alone;
    await Promise.all(last);
    expect(pool.stats()).toMatchObject({ waiting: 0, crashes: 0 });
  });

  test("lets no organization hold every process with renders that take long, once another one is there", async () => {
    const pool = openPool({ processes: 2, jobsPerProcess: 2 });
    await isReady(pool);
    const long = Array.from({ length: 5 }, () =>
      failureOf(pool.renderBlock(longRequest(source, info), { organization: "a" })),
    );
    expect(await pool.renderBlock(short, { organization: "b" })).toHaveLength(1);
    expect(await Promise.race(long)).toBeInstanceOf(RenderDeferred);
    const next = await failureOf(pool.renderBlock(short, { organization: "a" }));
    expect(next).toMatchObject({ name: "RenderDeferred", isStrike: false });
    expect(pool.stats()).toMatchObject({ crashes: 0, waiting: 0 });
    for (const { pid } of pool.stats().processes) process.kill(pid!, "SIGKILL");
    const strikes = (await Promise.all(long)).filter(
      (error) => error instanceof RenderDeferred && error.isStrike,
    );
    expect(strikes).toHaveLength(1);
  });

  test("keeps a process free for the neighbours of an organization with much to render", async () => {
    const pool = openPool({ processes: 2, jobsPerProcess: 2 });
    await isReady(pool);
    await pool.renderBlock(short, { organization: "b" });
    const many = Array.from({ length: 6 }, () => pool.renderBlock(short, { organization: "a" }));
    const inFlight = () =>
      pool
        .stats()
        .processes.map((each) => each.inFlight)
        .toSorted((a, b) => a - b);
    expect(inFlight()).toEqual([0, 2]);
    const next = pool.renderBlock(short, { organization: "b" });
    expect(inFlight()).toEqual([1, 2]);
    await Promise.all([...many, next]);
  });

  test("gives an organization every process while no other one has work", async () => {
    const pool = openPool({ processes: 2, jobsPerProcess: 2 });
    await isReady(pool);
    const many = Array.from({ length: 6 }, () => pool.renderBlock(short, { organization: "a" }));
    expect(pool.stats().processes.map((each) => each.inFlight)).toEqual([2, 2]);
    await Promise.all(many);
  });

  test("leaves every process to an organization that is alone", async () => {
    const pool = openPool({ processes: 2, jobsPerProcess: 1, timeoutMs: 3_000 });
    await isReady(pool);
    const long = [1, 2].map(() =>
      failureOf(pool.renderBlock(longRequest(source, info), { organization: "a" })),
    );
    expect(await Promise.all(long)).toEqual([expect.any(RenderTimeout), expect.any(RenderTimeout)]);
  });

  test("gives what waits behind a render that takes long to another process", async () => {
    const pool = openPool({ processes: 2, jobsPerProcess: 2 });
    await isReady(pool);
    const long = failureOf(pool.renderBlock(longRequest(source, info)));
    const behind = [1, 2, 3].map(() => pool.renderBlock(short));
    expect(await Promise.all(behind)).toHaveLength(3);
    const pid = await busyPid(pool);
    process.kill(pid, "SIGKILL");
    expect(await long).toBeInstanceOf(RenderProcessCrashed);
  });

  test("kills a process that grows beyond its memory while it works", async () => {
    const pool = openPool({ processBytesMax: 2 ** 27 });
    expect(await failureOf(pool.renderBlock(longRequest(source, info)))).toBeInstanceOf(RenderMemoryExceeded);
  });

  test("ends its processes, even busy ones, when its own process is killed", async () => {
    const script = fileURLToPath(new URL("../../../test/golden/hold-pool.ts", import.meta.url));
    const parent = spawn(process.execPath, ["--import", "tsx", script, source.location], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await new Promise<string[]>((resolve) => {
      createInterface(parent.stdout).once("line", (text) => resolve([text]));
    });
    const pids = JSON.parse(line!) as number[];
    expect(pids).toHaveLength(2);
    parent.kill("SIGKILL");
    await vi.waitFor(
      () => {
        expect(pids.map(isAlive)).toEqual([false, false]);
      },
      { timeout: 5000, interval: 50 },
    );
  });

  test("closes for good", async () => {
    const pool = openPool();
    await pool.inspect(source);
    await pool.close();
    expect(await failureOf(pool.inspect(source))).toBeInstanceOf(RenderProcessCrashed);
    expect(pool.stats().processes).toEqual([]);
  });
});
