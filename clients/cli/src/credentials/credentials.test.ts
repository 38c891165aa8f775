import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { json, problem, startScriptedServer, type ScriptedServer } from "../../../scripted-server.fixture.ts";
import { setUpTerminal } from "../terminal.fixture.ts";
import { credentialsPath } from "./folders.ts";

const KEY = "gpra_12345678rest";
let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer(({ path, headers }) => {
    if (path.startsWith("/realms/")) return problem(404);
    if (headers.authorization === "Bearer gpra_narrow") return problem(403);
    if (headers.authorization !== `Bearer ${KEY}`) return problem(401);
    return json({
      api_keys: [
        { id: "k", prefix: "gpra_12345678", name: "laptop" },
        { id: "o", prefix: "gpra_other" },
      ],
    });
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests.length = 0;
});

const login = (...words: string[]) => ["login", "--base-url", server.url, ...words];
const bearers = () => server.requests.map(({ headers }) => headers.authorization).filter(Boolean);

describe("login with an API key", () => {
  test("keeps it in a file that only its owner can read, and says whose it is", async () => {
    const terminal = setUpTerminal({ stdin: `${KEY}\n` });
    const { code, stdout } = await terminal.geopera(...login("--api-key", "-"));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      profile: "default",
      base_url: server.url,
      id: "k",
      name: "laptop",
    });
    expect(stdout).not.toContain(KEY);
    const path = credentialsPath(terminal.io);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(path, "utf8"))).toEqual({
      current: "default",
      profiles: { default: { base_url: server.url, api_key: KEY } },
    });
    expect(JSON.parse((await terminal.geopera("whoami")).stdout)).toMatchObject({
      profile: "default",
      name: "laptop",
    });
  });

  test("keeps nothing of a key that the service does not take", async () => {
    const terminal = setUpTerminal();
    expect((await terminal.geopera(...login("--api-key", "gpra_wrong"))).code).toBe(3);
    expect((await terminal.geopera("whoami", "--base-url", server.url)).code).toBe(3);
  });

  test("takes a key that may not read the list of keys", async () => {
    const { code, stdout } = await setUpTerminal().geopera(...login("--api-key", "gpra_narrow"));
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { geopera_principal_type: "api_key" }]);
  });

  test("needs to know where the service is", async () => {
    const { code, stderr } = await setUpTerminal().geopera("login", "--api-key", KEY);
    expect([code, stderr]).toEqual([2, "geopera: Where is the service? Add --base-url https://…\n"]);
    expect(
      (await setUpTerminal().geopera("login", "--api-key", KEY, "--base-url", "share.example.org")).code,
    ).toBe(2);
  });
});

describe("credentials", () => {
  test("that others can read are closed to them", async () => {
    const terminal = setUpTerminal();
    await terminal.geopera(...login("--api-key", KEY));
    const path = credentialsPath(terminal.io);
    await chmod(path, 0o644);
    expect((await terminal.geopera("whoami")).stderr).toContain("could be read by others");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test("that are no JSON are not overwritten", async () => {
    const terminal = setUpTerminal();
    await terminal.geopera(...login("--api-key", KEY));
    const path = credentialsPath(terminal.io);
    await writeFile(path, "{");
    expect((await terminal.geopera(...login("--api-key", KEY))).code).toBe(1);
    expect(await readFile(path, "utf8")).toBe("{");
  });

  test("are never sent to another service than the one they are for", async () => {
    const other = await startScriptedServer(() => json({ id: "l" }));
    try {
      const terminal = setUpTerminal();
      await terminal.geopera(...login("--api-key", KEY));
      const call = [
        "share",
        "link",
        "revoke",
        "--link-id",
        "0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10",
        "--yes",
        "--base-url",
        other.url,
      ];
      const { stderr } = await terminal.geopera(...call);
      expect(stderr).toContain(`profile "default" is for ${server.url}`);
      expect(other.requests[0]?.headers).not.toHaveProperty("authorization");
    } finally {
      await other.stop();
    }
  });

  test("come from a named profile, else the environment, else the profile in use", async () => {
    const terminal = setUpTerminal({ env: {} });
    await terminal.geopera(...login("--api-key", "gpra_narrow", "--profile", "narrow"));
    await terminal.geopera(...login("--api-key", KEY, "--profile", "wide"));
    server.requests.length = 0;
    const withEnvironment = (env: Record<string, string>) => setUpTerminal({ home: terminal.home, env });
    await terminal.geopera("api_keys", "list");
    await terminal.geopera("api_keys", "list", "--profile", "narrow");
    await withEnvironment({ GEOPERA_PROFILE: "narrow" }).geopera("api_keys", "list");
    await withEnvironment({ GEOPERA_TOKEN: "gpra_env" }).geopera("api_keys", "list");
    await withEnvironment({ GEOPERA_TOKEN: "gpra_env" }).geopera("--profile", "narrow", "api_keys", "list");
    expect(bearers()).toEqual(
      [KEY, "gpra_narrow", "gpra_narrow", "gpra_env", "gpra_narrow"].map((key) => `Bearer ${key}`),
    );
    expect((await terminal.geopera("whoami", "--profile", "nobody")).code).toBe(2);
  });

  test("of a tile's command: --profile is the tile's, before the command it is the credentials'", async () => {
    const terminal = setUpTerminal();
    await terminal.geopera(...login("--api-key", "gpra_narrow", "--profile", "narrow"));
    await terminal.geopera(...login("--api-key", KEY, "--profile", "wide"));
    server.requests.length = 0;
    await terminal.geopera("--profile", "narrow", "share", "tilejson", "--token", "t", "--profile", "ndvi");
    expect(bearers()).toEqual(["Bearer gpra_narrow"]);
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({ token: "t", profile: "ndvi" });
  });
});

describe("the official command line's file", () => {
  const OFFICIAL = {
    default: { api_url: "http://127.0.0.1:9", auth: { type: "api_key", api_key: "gpra_theirs" } },
    over: {
      api_url: "http://127.0.0.1:9",
      auth: { type: "oauth", access_token: "a", refresh_token: "r", expires_at: 1_000, scope: "openid" },
    },
    signed_out: { api_url: "http://127.0.0.1:9" },
  };

  async function terminalWithOfficialFile() {
    const terminal = setUpTerminal();
    const folder = join(terminal.home, "geopera");
    const path = join(folder, "credentials.json");
    await mkdir(folder);
    const profiles = { ...OFFICIAL, default: { ...OFFICIAL.default, api_url: server.url } };
    const text = JSON.stringify(profiles).replace("gpra_theirs", KEY);
    await writeFile(path, text, { mode: 0o600 });
    return { terminal, path, text };
  }

  test("is read, and stays as it is through login, use and logout", async () => {
    const { terminal, path, text } = await terminalWithOfficialFile();
    expect((await terminal.geopera("api_keys", "list")).code).toBe(0);
    expect(bearers()).toEqual([`Bearer ${KEY}`]);
    const { profiles } = JSON.parse((await terminal.geopera("profiles")).stdout) as { profiles: unknown[] };
    expect(profiles).toMatchObject([
      { name: "default", file: "official", kind: "api_key", current: true },
      { name: "over", file: "official", kind: "session" },
    ]);
    const refused = await terminal.geopera("logout");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("log out with that one")]);
    await terminal.geopera(...login("--api-key", KEY));
    await terminal.geopera("logout");
    expect(await readFile(path, "utf8")).toBe(text);
  });

  test("has sessions that are not renewed: that would end the other's", async () => {
    const { terminal, path, text } = await terminalWithOfficialFile();
    const ended = await terminal.geopera("--profile", "over", "api_keys", "list");
    expect([ended.code, ended.stderr]).toEqual([3, expect.stringContaining("run `geopera login`")]);
    expect(await readFile(path, "utf8")).toBe(text);
  });

  test("may be named by the environment of the official command line, too", async () => {
    const env = { GEOPERA_API_URL: server.url, GEOPERA_API_TOKEN: KEY };
    expect((await setUpTerminal({ env }).geopera("api_keys", "list")).code).toBe(0);
    const flag = await setUpTerminal({ env: { GEOPERA_API_TOKEN: KEY } }).geopera(
      "op",
      "api_keys.list",
      "--api-url",
      server.url,
    );
    expect(JSON.parse(flag.stdout)).toMatchObject({ api_keys: [{ name: "laptop" }, {}] });
  });
});

describe("profiles", () => {
  test("are listed without their secrets, chosen, and forgotten", async () => {
    const terminal = setUpTerminal();
    await terminal.geopera(...login("--api-key", KEY, "--profile", "one"));
    await terminal.geopera(...login("--api-key", KEY, "--profile", "two"));
    await terminal.geopera("profiles", "use", "one");
    const list = await terminal.geopera("profiles");
    expect(list.stdout).not.toContain(KEY);
    expect(JSON.parse(list.stdout)).toMatchObject({
      profiles: [
        { name: "one", kind: "api_key", current: true },
        { name: "two", current: false },
      ],
    });
    expect((await terminal.geopera("profiles", "use", "three")).code).toBe(2);
    expect((await terminal.geopera("logout")).code).toBe(0);
    expect(JSON.parse((await terminal.geopera("profiles")).stdout)).toMatchObject({
      profiles: [{ name: "two" }],
    });
    expect((await terminal.geopera("logout", "--profile", "one")).code).toBe(2);
  });
});
