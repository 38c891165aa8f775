import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  problem,
  startScriptedServer,
  type ScriptedAnswer,
  type ScriptedServer,
} from "../../../scripted-server.fixture.ts";
import { setUpTerminal } from "../terminal.fixture.ts";
import { progressLine } from "./progress.ts";

interface Address {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

let server: ScriptedServer;
let answer: (address: Address) => ScriptedAnswer;
let atOnce = 0;
let atOnceMax = 0;
const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));
/** A condition for the answer of the server. */
let meanwhile: () => Promise<void> = nextTurn;

beforeAll(async () => {
  server = await startScriptedServer(async ({ body }) => {
    atOnceMax = Math.max(atOnceMax, (atOnce += 1));
    await meanwhile();
    atOnce -= 1;
    return answer(JSON.parse(body) as Address);
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests.length = 0;
  atOnceMax = 0;
  meanwhile = nextTurn;
  answer = ({ z, x, y }) => ({ headers: { "content-type": "image/png" }, body: `${z}/${x}/${y}` });
});

const WORLD = ["--bbox=-180,-85,180,85"];
const render = (...words: string[]) => ["share", "tile", "render", "--token", "t", ...words];
const setUp = (setup: Parameters<typeof setUpTerminal>[0] = {}) =>
  setUpTerminal({ ...setup, env: { GEOPERA_BASE_URL: server.url } });

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

describe("many tiles", () => {
  test("become files by zoom level, column and row", async () => {
    const terminal = setUp();
    const folder = join(terminal.home, "tiles");
    const { code, stdout, stderr } = await terminal.geopera(
      ...render(...WORLD, "--zoom", "0-2", "-o", folder),
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({ tiles: 21, written: 21, skipped: 0, bytes: 21 * 5, failed: [] });
    expect(await filesIn(folder)).toHaveLength(21);
    expect(await readFile(join(folder, "2", "1", "3.png"), "utf8")).toBe("2/1/3");
    const asked = server.requests.map(({ body }) => JSON.parse(body) as unknown);
    expect(asked).toContainEqual({ token: "t", z: 0, x: 0, y: 0 });
  });

  test("are fetched a few at a time", async () => {
    const terminal = setUp();
    // The server answers only after three requests, so three must be in flight at once.
    const threeCame = () => atOnceMax >= 3;
    meanwhile = async () => {
      while (!threeCame()) await nextTurn();
      await nextTurn();
    };
    const words = render(
      ...WORLD,
      "--zoom",
      "3",
      "--concurrency",
      "3",
      "--format",
      "webp",
      "-o",
      terminal.home,
    );
    expect((await terminal.geopera(...words)).code).toBe(0);
    expect(atOnceMax).toBe(3);
    expect(await readFile(join(terminal.home, "3", "0", "0.webp"), "utf8")).toBe("3/0/0");
  });

  test("that are there already are not fetched again, those cut off are", async () => {
    const terminal = setUp();
    const column = join(terminal.home, "1", "0");
    await mkdir(column, { recursive: true });
    await writeFile(join(column, "0.png"), "kept");
    await writeFile(join(column, "1.png.part"), "half");
    const { stdout } = await terminal.geopera(...render(...WORLD, "--zoom", "1", "-o", terminal.home));
    expect(JSON.parse(stdout)).toMatchObject({ written: 3, skipped: 1 });
    expect(await readFile(join(column, "0.png"), "utf8")).toBe("kept");
    expect(await filesIn(terminal.home)).not.toContain("1/0/1.png.part");
  });

  test("beyond a thousand need a yes", async () => {
    const terminal = setUp();
    const words = render(...WORLD, "--zoom", "0-5", "-o", terminal.home);
    const { code, stderr } = await terminal.geopera(...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining("These are 1365 tiles")]);
    expect(server.requests).toHaveLength(0);
    answer = () => problem(410);
    expect((await terminal.geopera(...words, "--yes")).code).toBe(4);
  });

  test("stop when the link has gone, and go on from there another time", async () => {
    const terminal = setUp();
    answer = ({ z, x, y }) => (y === 7 ? problem(410, "Link no longer valid") : { body: `${z}/${x}/${y}` });
    const words = render(...WORLD, "--zoom", "3", "--concurrency", "1", "-o", terminal.home);
    const { code, stderr, stdout } = await terminal.geopera(...words);
    expect([code, stdout]).toEqual([4, ""]);
    expect(stderr).toContain("410 Link no longer valid");
    expect(server.requests).toHaveLength(8);
    answer = () => ({ body: "tile" });
    expect(JSON.parse((await terminal.geopera(...words)).stdout)).toMatchObject({ skipped: 7, written: 57 });
  });

  test("of which one cannot be rendered are fetched but for that one, and the end is a failure", async () => {
    const terminal = setUp();
    answer = ({ x, y }) => (x === 1 && y === 1 ? problem(502) : { body: "tile" });
    const { code, stdout } = await terminal.geopera(...render(...WORLD, "--zoom", "1", "-o", terminal.home));
    expect(code).toBe(5);
    expect(JSON.parse(stdout)).toMatchObject({ written: 3, failed: [{ tile: { z: 1, x: 1, y: 1 } }] });
  });

  test("show their progress on a terminal", async () => {
    const terminal = setUp({ terminal: { stderr: true } });
    const { stderr } = await terminal.geopera(...render(...WORLD, "--zoom", "1", "-o", terminal.home));
    expect(stderr).toContain("4/4 tiles");
    expect(progressLine(50, 200, 10_000)).toBe(
      `${"█".repeat(7)}${"░".repeat(23)} 50/200 tiles  5.0/s  30 s left`,
    );
  });

  test.each([
    [["--bbox", "1,2,3,4"], "--bbox and --zoom belong together"],
    [["--zoom", "3"], "--bbox and --zoom belong together"],
    [["--bbox", "1,2,3,4", "--zoom", "3"], "Name the folder"],
    [["--bbox", "1,2,3,4", "--zoom", "3", "--z", "1", "-o", "x"], "Give either --z or"],
    [["--bbox", "1,2,3", "--zoom", "3", "-o", "x"], "west,south,east,north"],
    [["--bbox", "1,20,3,4", "--zoom", "3", "-o", "x"], "west,south,east,north"],
    [["--bbox", "1,2,3,4", "--zoom", "8-3", "-o", "x"], "such as 3-8"],
    [["--bbox", "1,2,3,4", "--zoom", "25", "-o", "x"], "from 0 to 24"],
    [["--bbox", "1,2,3,4", "--zoom", "3", "--concurrency", "0", "-o", "x"], "from 1 to 64"],
  ])("of %j are refused", async (words, complaint) => {
    const { code, stderr } = await setUp().geopera(...render(...words));
    expect([code, stderr]).toEqual([2, expect.stringContaining(complaint)]);
    expect(server.requests).toHaveLength(0);
  });
});
