import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setUpTerminal, type Ended } from "../../clients/cli/src/terminal.fixture.ts";
import { findPython } from "../../clients/find-python.fixture.ts";
import { GeoperaClient, uploadRaster } from "../../clients/typescript/src/index.ts";
import { downloadAssetToFile, openFile } from "../../clients/typescript/src/node/index.ts";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { Client } from "../support/client.ts";
import { putRaster } from "../support/rasters.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let folder: string;

beforeAll(async () => {
  system = await startSystem({ pools: ["render", "ingest", "metering"] });
  folder = await mkdtemp(join(tmpdir(), "geopera-first-steps-"));
  await putRaster(folder, "scene.tif");
});
afterAll(() => system.stop());

/** The words of a line, as a shell takes it apart. */
const wordsOf = (line: string) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain = ""]) => quoted ?? plain);

test("who has a key and `geopera --help` finds a project, uploads, shares, watches the use and revokes", async () => {
  await system.client.call("projects.create", { name: "My project" });
  const terminal = setUpTerminal({ wait: (delayMs) => wait(delayMs), stdin: system.organization.apiKey });
  const help = await terminal.geopera("--help");
  const [, block = ""] = /First steps:\n((?: {2}geopera .*\n)+)/.exec(help.stdout) ?? [];
  const lines = block.trim().split("\n");

  /** Runs the one line of the help that begins so, as it stands there but for the service and the file. */
  const follow = async (beginning: string): Promise<Ended> => {
    const line = lines.find((each) => each.trim().startsWith(`geopera ${beginning}`)) ?? "";
    const words = wordsOf(line.replace("https://share.example.org", system.url)).slice(1);
    const ended = await terminal.geopera(
      ...words.map((word) => (word === "scene.tif" ? join(folder, word) : word)),
    );
    expect(ended, line).toMatchObject({ code: 0 });
    return ended;
  };
  const answered = (ended: Ended) => JSON.parse(ended.stdout);

  await follow("login");
  expect(answered(await follow("projects list")).projects).toMatchObject([{ name: "My project" }]);
  expect(answered(await follow("upload")).items).toMatchObject([{ uploaded: true }]);
  const { page_url, token, password, link_id } = answered(await follow("share scene.tif"));
  expect(page_url).toBe(`${system.url}/s/${token}`);
  expect(answered(await follow("share link list")).links).toMatchObject([
    { id: link_id, label: "For the council" },
  ]);

  const council = new Client(system.url);
  const tile = { token, password, ...tileAt(15, 45, 6) };
  expect((await council.try("share.tile.render", tile)).status).toBe(200);
  const tilesSeen = async () => {
    const { days } = answered(await follow("share link usage")) as { days: { tiles: number }[] };
    return days.reduce((sum, { tiles }) => sum + tiles, 0);
  };
  while ((await tilesSeen()) < 1) await wait(200);
  expect(await tilesSeen()).toBe(1);

  await follow("share link revoke");
  expect((await council.try("share.tile.render", tile)).status).toBe(410);
  expect(lines).toHaveLength(7);
});

test("a file comes back as it was sent: by the command and by the library", async () => {
  const env = { GEOPERA_BASE_URL: system.url, GEOPERA_TOKEN: system.organization.apiKey };
  const terminal = setUpTerminal({ env, wait: (delayMs) => wait(delayMs) });
  const client = new GeoperaClient({ baseUrl: system.url, token: system.organization.apiKey });
  const { id: project_id } = await client.projects.create({ name: "There and back" });
  const source = await openFile(join(folder, "scene.tif"));
  const { item_id } = await uploadRaster(client, source, { project_id });
  await source.close();
  const sent = await readFile(join(folder, "scene.tif"));
  const { assets } = await client.items.list_assets({ item_id: item_id ?? "" });
  expect(assets).toHaveLength(1);
  const [path, library] = [join(folder, "back.tif"), join(folder, "library.tif")];
  const words = ["download", item_id ?? "", "-o", path];
  expect(await terminal.geopera(...words)).toMatchObject({ code: 0 });
  expect((await readFile(path)).equals(sent)).toBe(true);
  expect((await terminal.geopera(...words)).stderr).toContain("add --force");
  // The rest of a download that was interrupted comes by Range, from the real store.
  await writeFile(`${library}.part`, sent.subarray(0, 1_000));
  const input = { item_id: item_id ?? "", asset_id: assets[0]?.id ?? "" };
  await downloadAssetToFile(client, input, library);
  expect((await readFile(library)).equals(sent)).toBe(true);
});

const PYTHON_THERE_AND_BACK = `
import asyncio, sys
from geopera_share import AsyncGeopera, Geopera
url, key, scene, back = sys.argv[1:]
with Geopera(base_url=url, token=key) as client:
    project = client.projects.create(name="Python")["id"]
    item = client.upload_raster(scene, project_id=project)["item_id"]
    (asset,) = client.items.list_assets_each(item_id=item)
    client.download_asset(back, item_id=item, asset_id=asset["id"])
async def main():
    async with AsyncGeopera(base_url=url, token=key) as client:
        item = (await client.upload_raster(scene, project_id=project))["item_id"]
        (asset,) = [asset async for asset in client.items.list_assets_each(item_id=item)]
        await client.download_asset(back + ".async", item_id=item, asset_id=asset["id"])
asyncio.run(main())
`;

const python = findPython("the Python part of test/clients/first-steps.test.ts");
test.skipIf(python === undefined)("a file comes back as it was sent: by both Python clients", async () => {
  const [scene, back] = [join(folder, "scene.tif"), join(folder, "python.tif")];
  const words = ["-c", PYTHON_THERE_AND_BACK, system.url, system.organization.apiKey, scene, back];
  const env = { ...process.env, PYTHONPATH: join(packageRoot, "clients", "python") };
  await promisify(execFile)(python ?? "", words, { env });
  const sent = await readFile(scene);
  expect((await readFile(back)).equals(sent)).toBe(true);
  expect((await readFile(`${back}.async`)).equals(sent)).toBe(true);
});
