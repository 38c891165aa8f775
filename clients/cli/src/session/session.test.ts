import { createHash } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
  json,
  problem,
  startScriptedServer,
  type ScriptedAnswer,
  type ScriptedServer,
} from "../../../scripted-server.fixture.ts";
import type { Credentials } from "../credentials/credentials-file.ts";
import { credentialsPath } from "../credentials/folders.ts";
import { setUpTerminal, type Terminal } from "../terminal.fixture.ts";

const REALM = "/realms/public/protocol/openid-connect";
const servers: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** A server with the endpoints of OpenID Connect, whose token endpoint a test scripts. */
async function startIssuer(
  token: (form: URLSearchParams, index: number) => ScriptedAnswer,
  device: ScriptedAnswer = json({
    device_code: "device",
    user_code: "ABCD-EFGH",
    verification_uri: "https://share.example.org/device",
    verification_uri_complete: "https://share.example.org/device?user_code=ABCD-EFGH",
    expires_in: 600,
    interval: 5,
  }),
): Promise<ScriptedServer & { tokenForms: URLSearchParams[] }> {
  const tokenForms: URLSearchParams[] = [];
  const server = await startScriptedServer(({ path, body, headers }) => {
    const endpoint = (name: string) => `${server.url}${REALM}/${name}`;
    switch (path) {
      case "/realms/public/.well-known/openid-configuration":
        return json({
          token_endpoint: endpoint("token"),
          device_authorization_endpoint: endpoint("auth/device"),
          userinfo_endpoint: endpoint("userinfo"),
          revocation_endpoint: endpoint("revoke"),
        });
      case `${REALM}/auth/device`:
        return device;
      case `${REALM}/token`: {
        const form = new URLSearchParams(body);
        tokenForms.push(form);
        return token(form, tokenForms.length - 1);
      }
      case `${REALM}/userinfo`:
        return json({ sub: "ada", seen: headers.authorization });
      case `${REALM}/revoke`:
        return json({});
      default:
        return json({ seen: headers.authorization });
    }
  });
  servers.push(server);
  return { ...server, tokenForms };
}

const tokens = (name: string, expires_in = 300) =>
  json({ access_token: `access ${name}`, refresh_token: `refresh ${name}`, expires_in });

async function keptSession(terminal: Terminal) {
  const credentials = JSON.parse(await readFile(credentialsPath(terminal.io), "utf8")) as Credentials;
  return credentials.profiles["default"]?.session;
}

/** A clock that only `wait` moves. */
function slowClock() {
  let nowMs = Date.parse("2026-01-01T00:00:00Z");
  const waitsMs: number[] = [];
  const wait = async (delayMs: number) => {
    waitsMs.push(delayMs);
    nowMs += delayMs;
  };
  return { now: () => nowMs, wait, waitsMs, pass: (ms: number) => void (nowMs += ms) };
}

describe("login with a browser", () => {
  test("shows the code, asks as often as the server likes, and keeps the session", async () => {
    const answers = [
      json({ error: "authorization_pending" }, 400),
      json({ error: "slow_down" }, 400),
      problem(503),
      tokens("a"),
    ];
    const issuer = await startIssuer((_form, index) => answers[index] ?? problem(500));
    const clock = slowClock();
    const terminal = setUpTerminal(clock);
    const { code, stderr, stdout } = await terminal.geopera("login", "--base-url", issuer.url);
    expect(code).toBe(0);
    expect(stderr).toContain("Open https://share.example.org/device\nand enter the code ABCD-EFGH");
    expect(clock.waitsMs).toEqual([5_000, 5_000, 10_000, 20_000]);
    expect(JSON.parse(stdout)).toMatchObject({ profile: "default", sub: "ada", seen: "Bearer access a" });
    expect(await keptSession(terminal)).toEqual({
      access_token: "access a",
      refresh_token: "refresh a",
      expires_at: new Date(clock.now() + 300_000).toISOString(),
    });
  });

  test("proves with PKCE that it requested the code", async () => {
    const issuer = await startIssuer(() => tokens("a"));
    await setUpTerminal(slowClock()).geopera("login", "--base-url", issuer.url);
    const asked = new URLSearchParams(
      issuer.requests.find(({ path }) => path.endsWith("/auth/device"))?.body,
    );
    const polled = issuer.tokenForms[0];
    expect(asked.get("code_challenge_method")).toBe("S256");
    const verifier = polled?.get("code_verifier") ?? "";
    expect(verifier.length).toBeGreaterThanOrEqual(43);
    expect(asked.get("code_challenge")).toBe(createHash("sha256").update(verifier).digest("base64url"));
    expect(polled?.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:device_code");
    expect([polled?.get("device_code"), polled?.get("client_id")]).toEqual(["device", "geopera-cli"]);
  });

  test.each([
    ["refused in the browser", json({ error: "access_denied" }, 400), "refused in the browser"],
    ["over time", json({ error: "expired_token" }, 400), "has expired"],
    ["over time without an answer about it", json({ error: "authorization_pending" }, 400), "has expired"],
    ["not understood", json({ error: "invalid_client", error_description: "who?" }, 401), "who?"],
  ])("that is %s ends with 3", async (_case, answer, said) => {
    const issuer = await startIssuer(() => answer);
    const { code, stderr } = await setUpTerminal(slowClock()).geopera("login", "--base-url", issuer.url);
    expect([code, stderr]).toEqual([3, expect.stringContaining(said)]);
  });

  test("at a server without one says what to do instead", async () => {
    const server = await startScriptedServer(() => problem(404));
    servers.push(server);
    const { code, stderr } = await setUpTerminal().geopera("login", "--base-url", server.url);
    expect([code, stderr]).toEqual([
      3,
      expect.stringContaining(`geopera login --base-url ${server.url} --api-key -`),
    ]);
  });
});

describe("a session", () => {
  test("is used while it is fresh and renewed before it ends", async () => {
    const issuer = await startIssuer((_form, index) => tokens(String(index)));
    const clock = slowClock();
    const terminal = setUpTerminal(clock);
    await terminal.geopera("login", "--base-url", issuer.url);
    const seen = async () =>
      (
        JSON.parse((await terminal.geopera("usage", "current", "--organization-id", "o")).stdout) as {
          seen: string;
        }
      ).seen;
    expect(await seen()).toBe("Bearer access 0");
    clock.pass(271_000);
    expect(await seen()).toBe("Bearer access 1");
    expect(await seen()).toBe("Bearer access 1");
    expect(Object.fromEntries(issuer.tokenForms[1] ?? [])).toEqual({
      grant_type: "refresh_token",
      refresh_token: "refresh 0",
      client_id: "geopera-cli",
    });
    expect(await keptSession(terminal)).toMatchObject({ refresh_token: "refresh 1" });
  });

  test("is renewed once by commands that run at the same time: a refresh token works only once", async () => {
    const issuer = await startIssuer((form, index) =>
      index === 0
        ? tokens("old", 1)
        : form.get("refresh_token") === "refresh old"
          ? tokens("new")
          : json({}, 400),
    );
    const home = await mkdtemp(join(tmpdir(), "geopera-cli-"));
    await setUpTerminal({ home, wait: async () => {} }).geopera("login", "--base-url", issuer.url);
    const commands = Array.from({ length: 5 }, () => setUpTerminal({ home }).geopera("api_keys", "list"));
    const ends = await Promise.all(commands);
    expect(ends.map(({ stdout }) => stdout)).toEqual(Array(5).fill('{"seen":"Bearer access new"}\n'));
    expect(issuer.tokenForms).toHaveLength(2);
  });

  test("that the server has ended requires a new login; an unavailable server does not", async () => {
    let refreshed: ScriptedAnswer = json({ error: "invalid_grant" }, 400);
    const issuer = await startIssuer((_form, index) => (index === 0 ? tokens("a", 1) : refreshed));
    const terminal = setUpTerminal({ wait: async () => {} });
    await terminal.geopera("login", "--base-url", issuer.url);
    const over = await terminal.geopera("api_keys", "list");
    expect([over.code, over.stderr]).toEqual([3, "geopera: The session is over; run `geopera login`.\n"]);
    refreshed = problem(503);
    expect((await terminal.geopera("api_keys", "list")).code).toBe(5);
    expect(await keptSession(terminal)).toMatchObject({ refresh_token: "refresh a" });
  });

  test("is ended at the server by logout, and forgotten here", async () => {
    const issuer = await startIssuer(() => tokens("a"));
    const terminal = setUpTerminal({ wait: async () => {} });
    await terminal.geopera("login", "--base-url", issuer.url);
    const { stdout } = await terminal.geopera("logout");
    expect(JSON.parse(stdout)).toEqual({ profile: "default", forgotten: true, session_ended: true });
    expect(issuer.requests.at(-1)?.body).toContain("token=refresh+a");
    expect(await keptSession(terminal)).toBeUndefined();
  });
});
