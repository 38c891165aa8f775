import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  json,
  problem,
  startScriptedServer,
  type ScriptedAnswer,
  type ScriptedServer,
} from "../../scripted-server.fixture.ts";
import { setUpTerminal } from "./terminal.fixture.ts";

let server: ScriptedServer;
let answer: ScriptedAnswer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startScriptedServer(() => answer);
  env = { GEOPERA_BASE_URL: server.url, GEOPERA_TOKEN: "gpra_x" };
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests.length = 0;
  answer = json({ id: "l" });
});

const sentBody = () => JSON.parse(server.requests[0]?.body ?? "null") as unknown;
const ID = "0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10";
const OTHER = "0198a1c2-7d3e-7b41-9c55-000000000000";
const LINK = {
  target_type: "item",
  target_id: ID,
  password: "correct horse",
  expires_at: "2030-01-01T00:00:00Z",
};
const LINK_FLAGS = [
  "--target-type",
  "item",
  "--target-id",
  ID,
  "--password",
  "correct horse",
  "--expires-at",
  LINK.expires_at,
];

describe("flags", () => {
  test("become the input of the operation that the words name", async () => {
    const { code, stdout } = await setUpTerminal({ env }).geopera("share", "link", "create", ...LINK_FLAGS);
    expect([code, stdout]).toEqual([0, '{"id":"l"}\n']);
    expect(server.requests[0]).toMatchObject({
      path: "/v1/op/share.link.create",
      headers: { authorization: "Bearer gpra_x" },
    });
    expect(sentBody()).toEqual(LINK);
  });

  test("may be left out before the one thing that a command is about", async () => {
    const terminal = setUpTerminal({ env });
    await terminal.geopera("share", "link", "revoke", ID, "--yes");
    expect(sentBody()).toEqual({ link_id: ID });
    const both = await terminal.geopera("items", "get", ID, "--item-id", OTHER);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("--item-id, not both")]);
    expect((await terminal.geopera("items", "move", ID)).stderr).toContain("too many arguments");
    expect(server.requests).toHaveLength(1);
  });

  test("carry numbers, switches, repeated texts, numbers in a row and JSON", async () => {
    const terminal = setUpTerminal({ env });
    await terminal.geopera("items", "list", "--project-id", ID, "--limit", "5", "--no-uncollected");
    await terminal.geopera("items", "list", "--project-id", ID, "--uncollected");
    await terminal.geopera("api-keys", "create", "--name", "n", "--permissions", "a", "--permissions", "b");
    const item = [
      "--project-id",
      ID,
      "--type",
      "clip",
      "--name",
      "n",
      "--bbox",
      "-1,2.5,3,4",
      "--cloud-cover",
      "-0.5",
    ];
    await terminal.geopera("items", "create", ...item, "--assets", '{"visual":{"href":"a.tif"}}');
    expect(server.requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { project_id: ID, limit: 5, uncollected: false },
      { project_id: ID, uncollected: true },
      { name: "n", permissions: ["a", "b"] },
      {
        project_id: ID,
        type: "clip",
        name: "n",
        bbox: [-1, 2.5, 3, 4],
        cloud_cover: -0.5,
        assets: { visual: { href: "a.tif" } },
      },
    ]);
  });

  test.each([
    [["share", "link", "create", "--target-type", "item"], "Missing: --target-id, --password, --expires-at."],
    [["share", "link", "create", "--target-type", "planet"], "Allowed choices are item, collection."],
    [["items", "list", "--project-id", ID, "--limit", "many"], "It must be an integer."],
    [["items", "create", "--bbox", "1,2,x,4"], "It must be numbers separated by commas."],
    [["items", "create", "--assets", "{"], "It must be JSON."],
    [["share", "link", "creat"], "unknown command 'creat'"],
    [["share", "link", "create", "--target", "x"], "unknown option '--target'"],
    [["share", "tilejson", "--token", "t", "--timeout", "0"], "above 0"],
  ])("that are wrong are refused without asking the service: %j", async (words, complaint) => {
    const { code, stderr, stdout } = await setUpTerminal({ env }).geopera(...words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(complaint);
    expect(server.requests).toHaveLength(0);
  });
});

describe("--json", () => {
  test("takes the whole input outright, from a file, or from stdin", async () => {
    const terminal = setUpTerminal({ env, stdin: JSON.stringify(LINK) });
    const file = join(terminal.home, "link.json");
    await writeFile(file, JSON.stringify(LINK));
    for (const body of [JSON.stringify(LINK), file, "-"]) {
      expect((await terminal.geopera("share", "link", "create", "--json", body)).code).toBe(0);
    }
    expect(server.requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([LINK, LINK, LINK]);
  });

  test("is overruled by flags, field by field", async () => {
    const words = ["share", "link", "create", "--json", JSON.stringify(LINK), "--target-id", OTHER];
    await setUpTerminal({ env }).geopera(...words);
    expect(sentBody()).toEqual({ ...LINK, target_id: OTHER });
  });

  test.each(["[1]", "{", "nowhere.json"])("refuses %s", async (body) => {
    const { code } = await setUpTerminal({ env }).geopera("share", "link", "create", "--json", body);
    expect(code).toBe(2);
    expect(server.requests).toHaveLength(0);
  });
});

describe("a password", () => {
  test("given as - is read from stdin, without the line's end, and nothing else can be", async () => {
    const words = ["share", "link", "validate", "--token", "t", "--password", "-"];
    await setUpTerminal({ env, stdin: "correct horse\n" }).geopera(...words);
    expect(sentBody()).toEqual({ token: "t", password: "correct horse" });
    const both = await setUpTerminal({ env }).geopera(
      "share",
      "link",
      "validate",
      "--token",
      "-",
      "--password",
      "-",
    );
    expect(both.code).toBe(2);
    expect(both.stderr).toContain("Only one can be read from stdin: --token -, --password -.");
  });

  test("is prompted for at a terminal and not echoed", async () => {
    const terminal = setUpTerminal({ env, stdin: "correct horsf\u007fe\r", terminal: { stdin: true } });
    const { stderr } = await terminal.geopera("share", "link", "validate", "--token", "t", "--password", "-");
    expect(sentBody()).toEqual({ token: "t", password: "correct horse" });
    expect(stderr).toBe("password: \n");
  });
});

describe("an answer", () => {
  test("is a table on a terminal, JSON in a pipe, and goes to a file where one is named", async () => {
    const onTerminal = setUpTerminal({ env, terminal: { stdout: true } });
    const words = ["share", "link", "revoke", "--link-id", ID, "--yes"];
    expect((await onTerminal.geopera(...words)).stdout).toBe("ID  l\n");
    expect((await onTerminal.geopera(...words, "-o", "json")).stdout).toBe('{\n  "id": "l"\n}\n');
    expect((await setUpTerminal({ env }).geopera(...words)).stdout).toBe('{"id":"l"}\n');
    const file = join(onTerminal.home, "answer.json");
    expect((await onTerminal.geopera(...words, "-o", file)).stdout).toBe("");
    expect(await readFile(file, "utf8")).toBe('{"id":"l"}\n');
    const away = await onTerminal.geopera(...words, "-o", join(onTerminal.home, "no", "folder.json"));
    expect([away.code, away.stderr]).toEqual([1, expect.stringContaining("folder.json cannot be written")]);
  });

  test("of bytes goes to a file or into a pipe, never onto a terminal", async () => {
    answer = { headers: { "content-type": "image/png" }, body: "PNG" };
    const words = ["share", "tile", "render", "--token", "t", "--z", "0", "--x", "0", "--y", "0"];
    const terminal = setUpTerminal({ env });
    expect((await terminal.geopera(...words)).stdout).toBe("PNG");
    const file = join(terminal.home, "tile.png");
    await terminal.geopera(...words, "-o", file);
    expect(await readFile(file, "utf8")).toBe("PNG");
    const refused = await setUpTerminal({ env, terminal: { stdout: true } }).geopera(...words);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
  });
});

describe("a failure", () => {
  test.each([
    [400, 2],
    [401, 3],
    [403, 3],
    [404, 4],
    [409, 6],
    [410, 4],
    [413, 2],
    [418, 1],
    [500, 5],
    [502, 5],
  ])("with status %i ends with %i", async (status, code) => {
    answer = problem(status, "Title");
    const ended = await setUpTerminal({ env }).geopera("share", "tilejson", "--token", "t");
    expect([ended.code, ended.stdout]).toEqual([code, ""]);
    expect(ended.stderr).toContain(`geopera: share.tilejson: ${status} Title: What to do.`);
  });

  test.each([429, 503])("that lasts, with status %i, ends with 5", async (status) => {
    answer = problem(status, "Title", { "retry-after": "3600" });
    expect((await setUpTerminal({ env }).geopera("share", "tilejson", "--token", "t")).code).toBe(5);
  });

  test("of the input ends with 2 and names every fault", async () => {
    answer = json({ detail: [{ loc: ["body", "token"], msg: "is odd", type: "value_error" }] }, 422);
    const { code, stderr } = await setUpTerminal({ env }).geopera("share", "tilejson", "--token", "t");
    expect([code, stderr]).toEqual([
      2,
      "geopera: share.tilejson: --token: is odd\n`geopera share tilejson --help` explains the flags.\n",
    ]);
  });

  test("to reach the service ends with 5", async () => {
    const away = await startScriptedServer(() => "silence");
    await away.stop();
    const { code, stderr } = await setUpTerminal({ env: { GEOPERA_BASE_URL: away.url } }).geopera(
      "share",
      "tilejson",
      "--token",
      "t",
    );
    expect([code, stderr]).toEqual([5, expect.stringContaining("ECONNREFUSED")]);
  });

  test("is one line of JSON with --json-errors", async () => {
    answer = problem(410, "Link no longer valid");
    const words = ["share", "tilejson", "--token", "t", "--json-errors"];
    const { stderr } = await setUpTerminal({ env }).geopera(...words);
    expect(JSON.parse(stderr)).toMatchObject({
      error: {
        status: 410,
        exit_code: 4,
        operation: "share.tilejson",
        request_id: "r-1",
        problem: { status: 410 },
      },
    });
    for (const wrong of [[], ["--what"], ["--token"]]) {
      const usage = await setUpTerminal({ env }).geopera("share", "tilejson", "--json-errors", ...wrong);
      expect(JSON.parse(usage.stderr)).toMatchObject({ error: { exit_code: 2 } });
    }
  });

  test("after Ctrl-C ends with 130", async () => {
    answer = "silence";
    const terminal = setUpTerminal({ env, signal: AbortSignal.abort() });
    expect((await terminal.geopera("share", "tilejson", "--token", "t")).code).toBe(130);
  });
});
