import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { createLogger } from "../../../infra/logger.ts";
import { makeRaster } from "../../../test/golden/make-raster.ts";
import { RasterRefused } from "../errors.ts";
import { renderEnvironment } from "./render-environment.ts";
import { createRenderPool } from "./render-pool.ts";
import { NO_SANDBOX, openSandbox } from "./sandbox.ts";

const logger = createLogger({ LOG_LEVEL: "silent" }, "test");
const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
const store = join(folder, "store");
for (const name of ["store/scenes", "store/exports", "others"])
  mkdirSync(join(folder, name), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const view = { mode: "auto", storeFolder: store, hiddenFolders: ["exports"] } as const;
const sandbox = await openSandbox(view, logger);

/** What JavaScript prints inside of the sandbox. */
function inside(script: string, ...args: string[]): string {
  const [program = "", ...command] = sandbox.command;
  return execFileSync(program, [...command, process.execPath, "--eval", script, ...args], {
    env: { ...renderEnvironment({}) },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit", "ignore", "pipe"],
  }).trim();
}

test("without a sandbox, mode off is quiet about it and mode required refuses to start", async () => {
  expect(await openSandbox({ ...view, mode: "off" }, logger)).toBe(NO_SANDBOX);
  const unusable = { ...view, program: join(folder, "none") } as const;
  await expect(openSandbox({ ...unusable, mode: "required" }, logger)).rejects.toThrow("install bubblewrap");
  expect(await openSandbox(unusable, logger)).toBe(NO_SANDBOX);
});

describe.skipIf(sandbox.kind === "none")("a sandboxed render process (needs bubblewrap)", () => {
  test("sees no process but its own, so no environment of its parent", () => {
    const pids = inside("console.log(fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).join())");
    expect(pids).toBe("1");
    expect(inside("console.log(process.ppid)")).toBe("0");
  });

  test("gains no privileges and has none", () => {
    const status = inside("console.log(fs.readFileSync('/proc/self/status', 'utf8'))");
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
    expect(status).toMatch(/^CapEff:\s+0+$/m);
    expect(inside("console.log(process.getuid())")).toBe("65534");
  });

  test("reaches no network, not even this machine's", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const script =
      "net.connect(Number(process.argv[1]), '127.0.0.1').on('connect', () => console.log('open')).on('error', (error) => console.log(error.code))";
    expect(inside(script, String(port))).toMatch(/^(ECONNREFUSED|ENETUNREACH|EADDRNOTAVAIL)$/);
  });

  test("sees the store without its reserved folders, and writes nothing there", () => {
    writeFileSync(join(store, "exports", "statement.csv"), "secret");
    writeFileSync(join(folder, "others", "secret"), "secret");
    const list = (path: string) =>
      inside(
        "try { console.log(fs.readdirSync(process.argv[1]).join()) } catch (error) { console.log(error.code) }",
        path,
      );
    expect(list(store)).toBe("exports,scenes");
    expect(list(join(store, "exports"))).toBe("");
    expect(list(join(folder, "others"))).toBe("ENOENT");
    const write = "try { fs.writeFileSync(process.argv[1], '') } catch (error) { console.log(error.code) }";
    expect(inside(write, join(store, "scenes", "new"))).toBe("EROFS");
  });

  const recipe = {
    crs: 3857,
    affine: [0, 100, 0, 0, 0, -100],
    width: 64,
    height: 64,
    value: (_band: number, x: number) => x,
  };
  const open = (options: object) => {
    const pool = createRenderPool({
      processes: 1,
      jobsPerProcess: 1,
      timeoutMs: 60_000,
      processBytesMax: 2 ** 30,
      gdalCacheMegabytes: 32,
      gdalOptions: {},
      logger,
      ...options,
    });
    onTestFinished(() => pool.close());
    return pool;
  };
  const source = (location: string) => ({ assetId: location, version: "1", location });

  test("starts again where an operator has deleted the folders that it hides", async () => {
    const pool = open({ sandbox });
    await pool.started;
    rmSync(join(store, "exports"), { recursive: true });
    process.kill(pool.stats().processes[0]!.pid!, "SIGKILL");
    await expect.poll(() => pool.stats().crashes).toBe(1);
    const shown = source(makeRaster(join(store, "scenes", "b.tif"), recipe));
    expect(await pool.inspect(shown)).toMatchObject({ width: 64 });
    expect(pool.stats().crashes).toBe(1);
  });

  test("reads rasters of the store as it would without, and no others", { timeout: 120_000 }, async () => {
    const [boxed, free] = [open({ sandbox, niceness: 10 }), open({})];
    const shown = source(makeRaster(join(store, "scenes", "a.tif"), recipe));
    expect(await boxed.inspect(shown)).toEqual(await free.inspect(shown));
    const other = source(makeRaster(join(folder, "others", "a.tif"), recipe));
    await expect(boxed.inspect(other)).rejects.toBeInstanceOf(RasterRefused);
    expect(boxed.stats().crashes).toBe(0);
  });
});
