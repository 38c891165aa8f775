import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setUpTerminal } from "../../clients/cli/src/terminal.fixture.ts";
import { Client } from "../support/client.ts";
import { writeStrips } from "../support/large-rasters.ts";
import { putRaster } from "../support/rasters.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let folder: string;

beforeAll(async () => {
  system = await startSystem({ pools: ["render", "ingest"] });
  folder = await mkdtemp(join(tmpdir(), "geopera-rasters-"));
  for (const name of ["one.tif", "two.tif", "three.tif"]) await putRaster(folder, name);
  await writeFile(join(folder, "notes.tif"), "no raster");
  await writeStrips(join(folder, "plain.tif"), { side: 2_100, bands: 1 });
  await writeFile(join(folder, "plain.tfw"), "10\n0\n0\n-10\n680005\n5399995\n");
});
afterAll(() => system.stop());

const terminalOf = (setup: Parameters<typeof setUpTerminal>[0] = {}) =>
  setUpTerminal({
    wait: (delayMs) => wait(delayMs),
    ...setup,
    env: { GEOPERA_BASE_URL: system.url, GEOPERA_TOKEN: system.organization.apiKey },
  });

test("`geopera share scene.tif` uploads a raster and prints a link and a password that open it", async () => {
  const terminal = terminalOf();
  const { code, stdout, stderr } = await terminal.geopera(
    "share",
    join(folder, "one.tif"),
    "--expires-in",
    "12h",
  );
  expect([code, stderr]).toEqual([0, ""]);
  const shared = JSON.parse(stdout) as Record<string, string>;
  expect(shared["page_url"]).toBe(`${system.url}/s/${shared["token"]}`);
  const hours = (Date.parse(shared["expires_at"] ?? "") - Date.now()) / 3_600_000;
  expect(Math.round(hours)).toBe(12);
  const { token, password } = shared;
  const opened = await new Client(system.url).call("share.link.validate", { token, password });
  expect(opened.target.name).toBe("one");
  // The first upload made a project; the second command finds it, and the file.
  const again = await terminal.geopera(
    "share",
    join(folder, "one.tif"),
    "--password",
    "correct horse battery",
  );
  const second = JSON.parse(again.stdout) as Record<string, string>;
  expect(second["item_id"]).toBe(shared["item_id"]);
  expect(second["password"]).toBe("correct horse battery");
  expect((await system.client.call("projects.list", {})).projects).toMatchObject([
    { name: "Shared rasters" },
  ]);
});

test("on a terminal the progress is a bar, and the answer is text to send on", async () => {
  const terminal = terminalOf({ terminal: { stdout: true, stderr: true } });
  const { stdout, stderr } = await terminal.geopera("share", join(folder, "two.tif"));
  expect(stdout).toMatch(
    /^http:\S+\/s\/\S+\nPassword: \w{4}-\w{4}-\w{4}-\w{4}\nThe link ends on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n$/,
  );
  expect(stderr).toContain("Uploading ██████████████████████████████ 100 %");
});

test(
  "a plain export is sent with the files beside it, prepared with a bar, and shared when it can be drawn",
  { timeout: 120_000 },
  async () => {
    const terminal = terminalOf({ terminal: { stderr: true } });
    const { code, stdout, stderr } = await terminal.geopera("share", join(folder, "plain.tif"));
    expect([code, stderr.includes("Preparing ██████████████████████████████ 100 %")]).toEqual([0, true]);
    const { item_id, token, password } = JSON.parse(stdout) as Record<string, string>;
    const { item } = await system.client.call("items.get", { item_id });
    expect(item.ingest.state).toBe("ready");
    const { assets } = await system.client.call("items.list_assets", { item_id });
    expect(assets.map(({ key }: { key: string }) => key).toSorted()).toEqual(["original", "plain"]);
    const { target } = await new Client(system.url).call("share.link.validate", { token, password });
    expect(target.name).toBe("plain");
  },
);

test("`geopera items import` takes many files, goes on after one that is refused, and is repeated at no cost", async () => {
  const terminal = terminalOf();
  const files = ["three.tif", "notes.tif", "two.tif"].map((name) => join(folder, name));
  const first = await terminal.geopera("items", "import", ...files);
  expect(first.code).toBe(2);
  expect(first.stderr).toContain("1 of 3 files could not be imported:");
  const summary = JSON.parse(first.stdout);
  expect(summary.items.map(({ uploaded }: { uploaded: boolean }) => uploaded)).toEqual([true, true]);
  expect(summary.failed).toMatchObject([{ file: files[1], message: expect.stringContaining("notes.tif") }]);
  const repeated = JSON.parse((await terminal.geopera("upload", files[0] ?? "", files[2] ?? "")).stdout);
  expect(repeated.items).toEqual(summary.items.map((item: object) => ({ ...item, uploaded: false })));
});

test("wrong use is refused with what helps", async () => {
  const terminal = terminalOf();
  const refused = async (...words: string[]) => {
    const { code, stderr } = await terminal.geopera(...words);
    return [code, stderr.trim()];
  };
  const one = join(folder, "one.tif");
  expect(await refused("share", "nonsense")).toEqual([
    2,
    expect.stringContaining("nonsense is neither a GeoTIFF (.tif) nor a command"),
  ]);
  expect(await refused("share", join(folder, "absent.tif"))).toEqual([
    2,
    expect.stringContaining("absent.tif cannot be read: there is no such file"),
  ]);
  expect(await refused("share", one, "--expires-in", "soon")).toEqual([
    2,
    expect.stringContaining("such as 12h or 30d"),
  ]);
  await system.client.call("projects.create", { name: "Second" });
  expect(await refused("upload", one)).toEqual([
    2,
    expect.stringContaining('Which project? Add --project with one of: "Second", "Shared rasters".'),
  ]);
  expect(await refused("upload", one, "--project", "Third")).toEqual([
    2,
    expect.stringContaining('There is no project named "Third".'),
  ]);
  expect((await terminal.geopera("upload", one, "--project", "Second")).code).toBe(0);
});
