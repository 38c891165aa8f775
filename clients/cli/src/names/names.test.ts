import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { json, problem, startScriptedServer, type ScriptedServer } from "../../../scripted-server.fixture.ts";
import { setUpTerminal } from "../terminal.fixture.ts";

const id = (number: number) => `0198a1c2-7d3e-7b41-9c55-00000000000${number}`;

let server: ScriptedServer;
let env: Record<string, string>;
let projects: { id: string; name: string }[];

beforeAll(async () => {
  server = await startScriptedServer(({ path, body }) => {
    const { name, offset = 0 } = JSON.parse(body || "{}") as { name?: string; offset?: number };
    if (path.includes("openid-configuration")) {
      const base = server.url;
      return json({ issuer: base, userinfo_endpoint: `${base}/userinfo` });
    }
    if (path === "/userinfo") return json({ geopera_org_id: id(9) });
    switch (path.split("/").at(-1)) {
      case "projects.list": {
        const found = projects.filter((project) => name === undefined || project.name === name);
        return json({ projects: found, total: found.length });
      }
      case "items.list":
        return json({ items: [{ id: id(5), name: "Harbour" }], total: 1 });
      case "share.link.list": {
        const all = [
          { id: id(6), label: "Council" },
          { id: id(7), label: null },
          { id: id(8), label: "Twice" },
          { id: id(4), label: "Twice" },
        ];
        return json({ links: all.slice(offset, offset + 2), total: 4 });
      }
      case "usage.current":
      case "share.link.usage":
      case "share.link.revoke":
      case "share.link.create":
      case "share.link.pause":
        return json({ ok: true });
      default:
        return problem(404);
    }
  });
  env = { GEOPERA_BASE_URL: server.url, GEOPERA_TOKEN: "gpra_x" };
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests.length = 0;
  projects = [{ id: id(1), name: "Sea" }];
});

const lastCall = () => {
  const { path, body } = server.requests.at(-1) ?? { path: "", body: "{}" };
  return [path.split("/").at(-1), JSON.parse(body) as unknown];
};

describe("a name instead of an id", () => {
  test("is looked up through all pages", async () => {
    await setUpTerminal({ env }).geopera("share", "link", "usage", "--link-id", "Council");
    expect(lastCall()).toEqual(["share.link.usage", { link_id: id(6) }]);
    const link = ["share", "link", "create", "--target-type", "item", "--target-id", "Harbour"];
    await setUpTerminal({ env }).geopera(
      ...link,
      "--password",
      "correct horse",
      "--expires-at",
      "2030-01-01T00:00:00Z",
    );
    expect(lastCall()).toEqual(["share.link.create", expect.objectContaining({ target_id: id(5) })]);
  });

  test("that two have is refused with their ids, one that none has with what there is", async () => {
    const usage = (name: string) =>
      setUpTerminal({ env }).geopera("share", "link", "usage", "--link-id", name);
    const twice = await usage("Twice");
    expect([twice.code, twice.stderr]).toEqual([
      2,
      `geopera: --link-id: 2 links are named "Twice". Give the id of one:\n  ${id(8)}\n  ${id(4)}\n`,
    ]);
    expect((await usage("council")).stderr).toContain(
      `Give a name or an id, such as:\n  ${id(6)}  Council\n`,
    );
  });
});

describe("an id that credentials say", () => {
  test("need not be given: the organization, and the only project", async () => {
    expect((await setUpTerminal({ env }).geopera("usage", "current")).code).toBe(0);
    expect(lastCall()).toEqual(["usage.current", { organization_id: id(9) }]);
    await setUpTerminal({ env }).geopera("items", "list");
    expect(lastCall()).toEqual(["items.list", { project_id: id(1) }]);
    projects.push({ id: id(2), name: "Land" });
    const { code, stderr } = await setUpTerminal({ env }).geopera("items", "list");
    expect([code, stderr]).toEqual([
      2,
      'geopera: Which project? Add --project-id with one of: "Sea", "Land".\n',
    ]);
  });
});

describe("what destroys", () => {
  const words = ["share", "link", "revoke", "--link-id", "Council"];
  const called = () => server.requests.some(({ path }) => path.endsWith("share.link.revoke"));

  test("is refused without --yes where there is no terminal, and op asks nothing", async () => {
    const { code, stderr } = await setUpTerminal({ env }).geopera(...words);
    expect([code, called()]).toEqual([2, false]);
    expect(stderr).toContain("Add --yes to do it.");
    expect((await setUpTerminal({ env }).geopera(...words, "-y")).code).toBe(0);
    expect((await setUpTerminal({ env }).geopera("op", "share.link.revoke", "{}")).code).toBe(0);
    expect(
      (await setUpTerminal({ env }).geopera("share", "link", "pause", "--link-id", "Council")).code,
    ).toBe(0);
  });

  test("is asked about on a terminal", async () => {
    const on = (stdin: string) =>
      setUpTerminal({ env, stdin, terminal: { stdin: true, stderr: true } }).geopera(...words);
    const no = await on("n\n");
    expect([no.code, called()]).toEqual([2, false]);
    expect(no.stderr).toContain("share link revoke (link Council): really? [y/N] ");
    expect((await on("yes\n")).code).toBe(0);
    expect(called()).toBe(true);
  });
});

describe("times and lists", () => {
  test("are given from now, and gone through to their end", async () => {
    const now = () => Date.parse("2026-11-29T00:00:00Z");
    const link = [
      "share",
      "link",
      "create",
      "--target-type",
      "item",
      "--target-id",
      id(5),
      "--password",
      "correct horse",
    ];
    await setUpTerminal({ env, now }).geopera(...link, "--expires-in", "30d");
    expect(lastCall()[1]).toMatchObject({ expires_at: "2026-12-29T00:00:00.000Z" });
    await setUpTerminal({ env, now }).geopera(...link, "--expires-at", "+12h");
    expect(lastCall()[1]).toMatchObject({ expires_at: "2026-11-29T12:00:00.000Z" });
    const list = (...more: string[]) => setUpTerminal({ env }).geopera("share", "link", "list", ...more);
    expect((await list("--all", "--jq", ".links | length")).stdout).toBe("4\n");
    expect((await list("--all", "-o", "ndjson")).stdout.trim().split("\n")).toHaveLength(4);
    expect(JSON.parse((await list()).stdout)).toMatchObject({ total: 4 });
  });
});

describe("op", () => {
  test("calls any operation, also unknown ones, and lists what is known", async () => {
    const op = (...words: string[]) => setUpTerminal({ env, stdin: '{"limit":1}' }).geopera("op", ...words);
    expect((await op("usage.current", '{"organization_id":"o"}')).stdout).toBe('{"ok":true}\n');
    expect(lastCall()).toEqual(["usage.current", { organization_id: "o" }]);
    await op("share.link.list", "-");
    expect(lastCall()).toEqual(["share.link.list", { limit: 1 }]);
    const unknown = await op("orders.list");
    expect([unknown.code, unknown.stderr]).toEqual([4, expect.stringContaining("orders.list: 404")]);
    expect((await op("--list")).stdout.split("\n")).toContain("share.link.create");
    expect((await op()).code).toBe(2);
  });
});

describe("open", () => {
  test("prints an address, and shows it where there is a terminal", async () => {
    const terminal = setUpTerminal({ env, terminal: { stdout: true } });
    const token = "t".repeat(43);
    for (const what of [[], ["usage"], ["Council"], [token]]) await terminal.geopera("open", ...what);
    expect(terminal.opened).toEqual([
      `${server.url}/console/`,
      `${server.url}/console/#/usage`,
      `${server.url}/console/#/link/${id(6)}`,
      `${server.url}/s/${token}`,
    ]);
    const piped = setUpTerminal({ env });
    expect((await piped.geopera("open")).stdout).toBe(`${server.url}/console/\n`);
    expect(piped.opened).toEqual([]);
    expect((await piped.geopera("open", "https://elsewhere.example/s/x")).code).toBe(2);
  });
});
