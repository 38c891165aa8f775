import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from "vitest";
import { makeRaster } from "../golden/make-raster.ts";
import { makeFreshClone, processesOf, removeClone, typeCommand, type TypedCommand } from "./fresh-clone.ts";

/** `.geopera/demo.json`. */
interface Demo {
  readonly api_url: string;
  readonly api_key: string;
  readonly organization_id: string;
  readonly items: { id: string; name: string }[];
  readonly share: { link_id: string; page_url: string; tilejson_url: string };
}

const RUNNING = "Ctrl-C stops everything";

/** The README's first page in a fresh clone; the tests follow one another as its reader does. */
describe.skipIf(process.platform !== "linux")("a newcomer", () => {
  let clone: string;
  let start: TypedCommand;
  /** The size of every tile that was answered with 200. */
  const servedTileBytes: number[] = [];

  beforeAll(() => {
    clone = makeFreshClone();
  });

  afterAll(() => removeClone(clone));

  async function startSystem(command: string, name: string): Promise<TypedCommand> {
    const began = Date.now();
    const typed = typeCommand(clone, command);
    await typed.printed(RUNNING);
    console.info(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return typed;
  }

  const demo = () => JSON.parse(readFileSync(join(clone, ".geopera", "demo.json"), "utf8")) as Demo;

  /** The printed call of an operation. */
  function printedCall(operation: string): string {
    const isCall = (line: string) => line.startsWith("curl ") && line.includes(`/op/${operation} `);
    const line = start.stdout.split("\n").find(isCall);
    if (line === undefined) throw new Error(`npm start printed no call of ${operation}`);
    return line;
  }

  async function run(command: string): Promise<string> {
    const typed = typeCommand(clone, command);
    expect(await typed.ended, typed.stderr).toBe(0);
    return typed.stdout;
  }

  /** Gets a tile with curl, and counts it when it was served. */
  async function getTile(url: string) {
    const headers = await run(`curl -sS -D - -o got.tile '${url}'`);
    const status = Number(/^HTTP\/[\d.]+ (\d+)/.exec(headers)?.[1]);
    if (status === 200) servedTileBytes.push(readFileSync(join(clone, "got.tile")).length);
    const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(headers)?.[1]?.trim();
    return { status, cache: header("x-cache"), contentType: header("content-type") };
  }

  async function tileUrl(z: number, x: number, y: number): Promise<string> {
    const tilejson = JSON.parse(await run(`curl -sS '${demo().share.tilejson_url}'`)) as { tiles: string[] };
    const [template = ""] = tilejson.tiles;
    return template.replace("{z}", String(z)).replace("{x}", String(x)).replace("{y}", String(y));
  }

  async function usage(): Promise<{ tile_requests: number; tile_bytes: number }> {
    const { api_url, api_key, organization_id } = demo();
    const headers = `-H 'Authorization: Bearer ${api_key}' -H 'Content-Type: application/json'`;
    const body = JSON.stringify({ organization_id });
    const answer = await run(`curl -sS ${api_url}/v1/op/usage.current ${headers} -d '${body}'`);
    return JSON.parse(answer) as { tile_requests: number; tile_bytes: number };
  }

  test("npm start brings everything up and prints how to use it", { timeout: 400_000 }, async () => {
    start = await startSystem("npm start", "first start (packages installed, nothing built)");
    expect(start.stdout).toContain(demo().share.page_url);
  });

  test("other accounts of the machine can list and read nothing of it", () => {
    const modeOf = (...path: string[]) => statSync(join(clone, ".geopera", ...path)).mode & 0o777;
    expect(modeOf() & 0o066).toBe(0);
    for (const folder of ["journal", "logs", "objects", "redis"]) expect(modeOf(folder)).toBe(0o700);
    expect(modeOf("demo.json")).toBe(0o600);
  });

  test("the printed calls create, open and describe a link", async () => {
    const [item] = demo().items;
    expect(JSON.parse(await run(printedCall("share.link.create")))).toMatchObject({
      target_id: item?.id,
      token: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(JSON.parse(await run(printedCall("share.link.validate")))).toMatchObject({
      target_type: "item",
      target: { id: item?.id },
    });
    expect(JSON.parse(await run(printedCall("share.tilejson")))).toMatchObject({ tilejson: "3.0.0" });
  });

  test("the printed tile is a picture one can look at", async () => {
    await run(printedCall("share.tile.render"));
    const file = join(clone, "tile.png");
    servedTileBytes.push(readFileSync(file).length);
    const picture = sharp(file);
    expect(await picture.metadata()).toMatchObject({ format: "png", width: 256, height: 256 });
    const { entropy, channels } = await picture.stats();
    expect(entropy).toBeGreaterThan(4);
    expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(10);
  });

  test("the share page answers", async () => {
    const page = await run(
      `curl -sS -o page.html -w '%{http_code} %{content_type}' '${demo().share.page_url}'`,
    );
    expect(page).toMatch(/^200 text\/html/);
  });

  test("the same tile is rendered once and comes from a cache afterwards", async () => {
    const url = await tileUrl(4, 8, 5);
    expect(await getTile(url)).toEqual({ status: 200, cache: "render", contentType: "image/png" });
    expect(await getTile(url)).toMatchObject({
      status: 200,
      cache: expect.stringMatching(/^(memory|store)$/),
    });
  });

  test("usage shows exactly the tiles that were served, within two seconds", async () => {
    const bytes = servedTileBytes.reduce((sum, each) => sum + each, 0);
    await expect
      .poll(usage, { timeout: 2000, interval: 100 })
      .toMatchObject({ tile_requests: servedTileBytes.length, tile_bytes: bytes });
  });

  test("a second start in the same clone says in one line why it does not", async () => {
    const second = typeCommand(clone, "npm start");
    expect(await second.ended).toBe(1);
    expect(second.stderr.trim()).toMatch(/^already running in this clone \(process \d+\): .*$/);
  });

  test("the printed revocation makes the next tile fail within a second, cached tiles included", async () => {
    const url = await tileUrl(4, 8, 5);
    await run(printedCall("share.link.revoke"));
    await expect.poll(async () => (await getTile(url)).status, { timeout: 1000, interval: 50 }).toBe(410);
  });

  test("killing the whole stack's parent with SIGKILL leaves no process behind", async () => {
    onTestFailed(() => console.error("left behind:", processesOf(clone)));
    expect(processesOf(clone).length).toBeGreaterThan(4);
    process.kill(lockHolder(clone), "SIGKILL");
    await expect.poll(() => processesOf(clone), { timeout: 10_000, interval: 50 }).toEqual([]);
  });

  test("the next start keeps organization, key, items and usage, and replaces the revoked link", async () => {
    const before = demo();
    start = await startSystem("npm start", "second start");
    const after = demo();
    expect(after).toMatchObject({
      api_key: before.api_key,
      organization_id: before.organization_id,
      items: before.items,
    });
    expect(after.share.link_id).not.toBe(before.share.link_id);
    expect(await getTile(await tileUrl(4, 8, 5))).toMatchObject({ status: 200 });
    await expect
      .poll(usage, { timeout: 2000, interval: 100 })
      .toMatchObject({ tile_requests: servedTileBytes.length });
  });

  test("Ctrl-C stops everything", async () => {
    start.interrupt();
    await start.ended;
    expect(processesOf(clone)).toEqual([]);
  });

  test("killing npm with SIGKILL leaves no process behind either", async () => {
    await startSystem("npm start -- --no-demo", "start without data");
    process.kill(parentOf(lockHolder(clone)), "SIGKILL");
    onTestFailed(() => console.error("left behind:", processesOf(clone)));
    await expect.poll(() => processesOf(clone), { timeout: 30_000, interval: 50 }).toEqual([]);
  });

  test("a file of one's own is shared instead of the demo, converted where it must be", async () => {
    const scene = makeRaster(join(clone, "my scene.tif"), {
      width: 700,
      height: 600,
      crs: 32_633,
      affine: [500_000, 30, 0, 5_300_000, 0, -30],
      value: (_band, column, row) => (column * row) % 251,
      bands: 3,
    });
    // Without npm, which ends by the signal itself and so hides the exit code.
    const command = `exec node dist/local/main.js '${scene}'`;
    start = await startSystem(command, "start with a file of one's own");
    expect(demo().items).toMatchObject([{ name: "my scene.tif" }]);
    await run(printedCall("share.tile.render"));
    expect((await sharp(join(clone, "tile.png")).stats()).entropy).toBeGreaterThan(2);
    start.interrupt();
    expect(await start.ended).toBe(0);
  });

  test("a file that cannot be shared is refused in one line, and nothing is left running", async () => {
    makeRaster(join(clone, "nowhere.tif"), { width: 20, height: 10, value: () => 1 });
    const cases = [
      ["missing.tif", 1, /^missing\.tif does not exist$/],
      ["README.md", 1, /README\.md is not a GeoTIFF that GDAL can read$/],
      ["nowhere.tif", 1, /nowhere\.tif has no georeference: .*$/],
      ["--frobnicate", 2, /^unknown option '--frobnicate'; .*$/],
    ] as const;
    for (const [argument, exitCode, line] of cases) {
      const typed = typeCommand(clone, `npm start -- ${argument}`);
      expect(await typed.ended).toBe(exitCode);
      expect(typed.stderr.trim()).toMatch(line);
      expect(typed.stderr.trim().split("\n")).toHaveLength(1);
    }
    expect(processesOf(clone)).toEqual([]);
  });
});

/** The process of `npm start` itself. */
function lockHolder(clone: string): number {
  return (JSON.parse(readFileSync(join(clone, ".geopera", "lock"), "utf8")) as { pid: number }).pid;
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}
