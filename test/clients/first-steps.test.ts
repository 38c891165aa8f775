import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setUpTerminal, type Ended } from "../../clients/cli/src/terminal.fixture.ts";
import { tileAt } from "../../core/tiles/tile-grid.ts";
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

test("the help of every command has an example, and every flag a text", async () => {
  const terminal = setUpTerminal();
  for (const words of [
    ["share", "link", "create"],
    ["usage", "query"],
    ["items", "list"],
    ["open"],
    ["download"],
  ]) {
    const { stdout } = await terminal.geopera(...words, "--help");
    expect(stdout).toContain(`Examples:\n  geopera ${words.join(" ")}`);
    const flags = stdout.split("\n").filter((line) => /^ {2}-/.test(line));
    expect(flags.filter((line) => /^ {2}-[^ ]*(?:, --\S+)?(?: <[^>]+>)?$/.test(line))).toEqual([]);
  }
});
