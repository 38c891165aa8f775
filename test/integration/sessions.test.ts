import { createHash, randomBytes } from "node:crypto";
import { createRemoteJWKSet, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { secretHash } from "../../core/access/api-key.ts";
import { removeExpiredIdentity } from "../../identity/remove-expired-identity.ts";
import { SessionTokens } from "../../identity/session-tokens.ts";
import { SigningKeys } from "../../identity/signing-keys.ts";
import { newId } from "../../infra/new-id.ts";
import { useRefreshToken } from "../../storage/accounts/sessions.ts";
import { insertUser, setUserPassword } from "../../storage/accounts/users.ts";
import { Client, type Answer } from "../support/client.ts";
import { startSmallIssuer } from "../support/small-issuer.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let other: { url: string };
const REALM = "/realms/public";
const PROTOCOL = `${REALM}/protocol/openid-connect`;
const PASSWORD = "correct horse";

beforeAll(async () => {
  system = await startSystem({ settings: { TRUSTED_PROXIES: "127.0.0.1" } });
  other = await system.startAnotherApi();
});
afterAll(() => system.stop());

function post(
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
  url = system.url,
) {
  return new Client(url).send(path, {
    method: "POST",
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });
}

const token = (form: Record<string, string>, url = system.url): Promise<Answer> =>
  post(`${PROTOCOL}/token`, form, {}, url);

async function person(isOrganizationAdmin = false) {
  return await insertUser(system.deps.database, {
    organizationId: system.organization.organizationId,
    email: `${newId()}@example.org`,
    name: "Grace",
    isOrganizationAdmin,
    passwordHash: await system.deps.passwords.hash(PASSWORD, "test"),
  });
}

async function logIn(email: string, scope = "openid") {
  const answer = await token({ grant_type: "password", username: email, password: PASSWORD, scope });
  expect(answer.status).toBe(200);
  return answer.json;
}

describe("discovery", () => {
  test("leads to keys that verify our tokens with a standard library", async () => {
    const { json: found } = await new Client(system.url).get(`${REALM}/.well-known/openid-configuration`);
    expect(found.issuer).toBe(`${system.url}${REALM}`);
    expect(found).toMatchObject({ code_challenge_methods_supported: ["S256"] });
    for (const name of [
      "token",
      "device_authorization",
      "userinfo",
      "introspection",
      "revocation",
      "end_session",
    ]) {
      expect(found[`${name}_endpoint`]).toContain(`${system.url}${PROTOCOL}/`);
    }
    const answer = await token({
      grant_type: "client_credentials",
      client_id: "a-service",
      client_secret: system.organization.apiKey,
    });
    const { payload } = await jwtVerify(
      answer.json.access_token,
      createRemoteJWKSet(new URL(found.jwks_uri)),
      {
        issuer: found.issuer,
        audience: "geopera",
        typ: "at+jwt",
      },
    );
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    const published = await new Client(system.url).get(`${PROTOCOL}/certs`);
    expect(JSON.stringify(published.json)).not.toContain('"d"');
  });
});

describe("client_credentials", () => {
  test("turns an API key into a session token that acts as the key, with the scopes asked for", async () => {
    const answer = await token({
      grant_type: "client_credentials",
      client_secret: system.organization.apiKey,
      scope: "projects:write usage:read",
    });
    expect(answer.json).toMatchObject({
      token_type: "Bearer",
      expires_in: 300,
      scope: "projects:write usage:read",
    });
    expect(answer.json).not.toHaveProperty("refresh_token");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    for (const url of [system.url, other.url]) {
      const session = new Client(url, answer.json.access_token);
      expect((await session.try("projects.create", { name: "by session" })).status).toBe(200);
      expect((await session.try("api_keys.list")).status).toBe(403);
    }
  });

  test("takes HTTP basic authentication, and offline_access for a refresh token", async () => {
    const basic = Buffer.from(`service:${system.organization.apiKey}`).toString("base64");
    const answer = await post(
      `${PROTOCOL}/token`,
      { grant_type: "client_credentials", scope: "offline_access" },
      { authorization: `Basic ${basic}` },
    );
    expect(answer.json).toMatchObject({ refresh_expires_in: 1_800 });
  });

  test("ends with its key, within a second and everywhere", async () => {
    const { id, key } = await system.client.call("api_keys.create", { name: "parent" });
    const { access_token } = (await token({ grant_type: "client_credentials", client_secret: key })).json;
    const there = new Client(other.url, access_token);
    expect((await there.try("api_keys.list")).status).toBe(200);
    await system.client.call("api_keys.revoke", { key_id: id });
    await expect.poll(async () => (await there.try("api_keys.list")).status, { timeout: 1_000 }).toBe(401);
    const again = await token({ grant_type: "client_credentials", client_secret: key });
    expect([again.status, again.json.error]).toEqual([401, "invalid_client"]);
  });

  test.each([
    [{}, 400, "invalid_request"],
    [{ grant_type: "implicit" }, 400, "unsupported_grant_type"],
    [{ grant_type: "toString" }, 400, "unsupported_grant_type"],
    [{ grant_type: "client_credentials" }, 401, "invalid_client"],
    [{ grant_type: "client_credentials", client_secret: "gpra_wrong" }, 401, "invalid_client"],
    [{ grant_type: "refresh_token", refresh_token: "gprt_wrong" }, 400, "invalid_grant"],
    [{ grant_type: "password", username: "nobody@example.org", password: "x" }, 400, "invalid_grant"],
    [{ grant_type: "password", username: "a\0b", password: "x" }, 400, "invalid_request"],
  ])("%o is refused as OAuth clients expect", async (form, status, error) => {
    const answer = await token(form);
    expect([answer.status, answer.json.error]).toEqual([status, error]);
  });

  test("an unknown scope is refused", async () => {
    const form = {
      grant_type: "client_credentials",
      client_secret: system.organization.apiKey,
      scope: "root",
    };
    expect((await token(form)).json.error).toBe("invalid_scope");
  });
});

describe("a person", () => {
  test("logs in with e-mail and password and does what the role in each project allows", async () => {
    const { id, email } = await person();
    const { access_token, id_token, scope } = await logIn(email.toUpperCase());
    expect(scope).not.toContain("audit:read");
    expect(decodeProtectedHeader(id_token).typ).toBe("JWT");
    const me = new Client(system.url, access_token);
    const { id: project_id } = await system.client.call("projects.create", { name: "theirs" });
    expect((await me.try("collections.list", { project_id })).status).toBe(404);
    await system.client.call("projects.add_member", { project_id, user_id: id, role: "viewer" });
    expect((await me.try("collections.list", { project_id })).status).toBe(200);
    expect((await me.try("collections.create", { project_id, name: "c" })).status).toBe(403);
    await system.client.call("projects.update_member", { project_id, user_id: id, role: "editor" });
    expect((await me.try("collections.create", { project_id, name: "c" })).status).toBe(200);
    expect((await me.try("audit.list")).status).toBe(403);
    expect((await me.try("api_keys.list")).status).toBe(403);
    expect((await new Client(system.url, id_token).try("collections.list", { project_id })).status).toBe(401);
  });

  test("who administers the organization reads its audit log", async () => {
    const { email } = await person(true);
    const admin = new Client(system.url, (await logIn(email)).access_token);
    expect((await admin.try("audit.list")).status).toBe(200);
  });

  test("does not learn why a log-in failed, and waits after ten failures", async () => {
    const { email } = await person();
    const attempt = (username: string, password: string) =>
      post(
        `${PROTOCOL}/token`,
        { grant_type: "password", username, password },
        { "x-forwarded-for": "203.0.113.99" },
      );
    const wrong = await attempt(email, "wrong horse");
    const unknown = await attempt("nobody@example.org", "wrong horse");
    expect(unknown.json).toEqual(wrong.json);
    const statuses: number[] = [];
    for (let tries = 0; tries < 21; tries += 1)
      statuses.push((await attempt(email, `wrong ${tries}`)).status);
    expect(statuses).toContain(429);
    expect((await token({ grant_type: "password", username: email, password: PASSWORD })).status).toBe(200);
  });

  test("whose password is changed is logged out everywhere", async () => {
    const { email } = await person();
    const { access_token, refresh_token } = await logIn(email);
    const there = new Client(other.url, access_token);
    expect((await there.try("share.link.list")).status).toBe(200);
    await setUserPassword(
      system.deps.database,
      { email },
      await system.deps.passwords.hash("another horse", "test"),
    );
    await expect.poll(async () => (await there.try("share.link.list")).status, { timeout: 1_500 }).toBe(401);
    await expect
      .poll(async () => (await token({ grant_type: "refresh_token", refresh_token })).status)
      .toBe(400);
  });
});

describe("a refresh token", () => {
  test("works once and is replaced by the next", async () => {
    const { email } = await person();
    const first = await logIn(email);
    expect(first.refresh_expires_in).toBe(1_800);
    const second = (await token({ grant_type: "refresh_token", refresh_token: first.refresh_token })).json;
    const third = await token(
      { grant_type: "refresh_token", refresh_token: second.refresh_token },
      other.url,
    );
    expect(third.status).toBe(200);
    expect(new Set([first, second, third.json].map((each) => each.refresh_token)).size).toBe(3);
  });

  test("that comes a second time ends the whole family, access tokens and all", async () => {
    const { email } = await person();
    const first = await logIn(email);
    const second = (await token({ grant_type: "refresh_token", refresh_token: first.refresh_token })).json;
    const stolen = await token({ grant_type: "refresh_token", refresh_token: first.refresh_token });
    expect([stolen.status, stolen.json.error]).toEqual([400, "invalid_grant"]);
    const rightful = await token({ grant_type: "refresh_token", refresh_token: second.refresh_token });
    expect([rightful.status, rightful.json.error]).toEqual([400, "invalid_grant"]);
    const there = new Client(other.url, second.access_token);
    await expect.poll(async () => (await there.try("share.link.list")).status, { timeout: 1_500 }).toBe(401);
  });

  test("is used up by exactly one of many that send it at once", async () => {
    const { refresh_token } = await logIn((await person()).email);
    const uses = await Promise.all(
      Array.from({ length: 8 }, () =>
        useRefreshToken(system.deps.database, secretHash(refresh_token), new Date()),
      ),
    );
    expect(uses.filter(({ kind }) => kind === "used")).toHaveLength(1);
    expect(uses.filter(({ kind }) => kind === "reused")).toHaveLength(7);
  });

  test("that many send at once opens at most one session's tokens, and those end with the family", async () => {
    const { access_token, refresh_token } = await logIn((await person()).email);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => token({ grant_type: "refresh_token", refresh_token })),
    );
    // The one that used the token up fails too when a second use has ended the session before it is answered.
    const granted = answers.filter((answer) => answer.status === 200);
    expect(granted.length).toBeLessThanOrEqual(1);
    for (const bearer of [access_token, ...granted.map((answer) => answer.json.access_token)]) {
      expect((await new Client(system.url, bearer).try("share.link.list")).status).toBe(401);
    }
  });
});

describe("tokens", () => {
  test("expire after five minutes, and refresh tokens after thirty", async () => {
    const { access_token, refresh_token } = await logIn((await person()).email);
    const at = (seconds: number) =>
      new SessionTokens(
        system.deps.signingKeys,
        system.deps.sessions,
        undefined,
        () => Date.now() + seconds * 1_000,
      );
    expect(await at(295).accept(access_token)).toBeDefined();
    expect(await at(305).accept(access_token)).toBeUndefined();
    const [row] = await system.deps.database<{ expires_at: Date }[]>`
      select expires_at from refresh_tokens order by expires_at desc limit 1`;
    expect((row?.expires_at.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(1_800_000);
    await system.deps.database`update refresh_tokens set expires_at = now()`;
    expect((await token({ grant_type: "refresh_token", refresh_token })).status).toBe(400);
  });

  test("that are changed, unsigned or signed with another key open nothing", async () => {
    const { access_token } = await logIn((await person()).email);
    const [header = "", body = "", signature = ""] = access_token.split(".");
    const { privateKey } = await generateKeyPair("ES256");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ ...JSON.parse(Buffer.from(header, "base64url").toString()) })
      .sign(privateKey);
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url");
    const stronger = Buffer.from(JSON.stringify({ ...claims, scope: "audit:read" })).toString("base64url");
    for (const wrong of [
      forged,
      `${none}.${body}.`,
      `${none}.${body}.AA`,
      `${header}.${stronger}.${signature}`,
      "a.b.c",
    ]) {
      expect((await new Client(system.url, wrong).try("share.link.list")).status).toBe(401);
    }
  });

  test("say whose they are: userinfo for session and for key", async () => {
    const { id, email } = await person();
    const { access_token } = await logIn(email);
    const organizationId = system.organization.organizationId;
    const of = async (bearer: string) =>
      (await new Client(system.url, bearer).send(`${PROTOCOL}/userinfo`, { method: "GET" })).json;
    expect(await of(access_token)).toMatchObject({
      sub: id,
      geopera_principal_type: "user",
      geopera_principal_id: id,
      geopera_org_id: organizationId,
      email,
    });
    expect(await of(system.organization.apiKey)).toMatchObject({
      geopera_principal_type: "api_key",
      geopera_org_id: organizationId,
      scope: expect.stringContaining("shares:write"),
    });
    expect((await new Client(system.url).get(`${PROTOCOL}/userinfo`)).status).toBe(401);
  });

  test("are introspected by their own organization only", async () => {
    const { access_token, refresh_token } = await logIn((await person()).email);
    const ask = async (secret: string, what: string) =>
      (await post(`${PROTOCOL}/introspect`, { client_secret: secret, token: what })).json;
    const own = system.organization.apiKey;
    expect(await ask(own, access_token)).toMatchObject({ active: true, geopera_principal_type: "user" });
    expect(await ask(own, refresh_token)).toMatchObject({ active: true, token_type: "refresh_token" });
    expect(await ask(own, own)).toMatchObject({ active: true, geopera_principal_type: "api_key" });
    expect(await ask(own, "nonsense")).toEqual({ active: false });
    const stranger = (await system.addOrganization()).organization.apiKey;
    for (const what of [access_token, refresh_token, own])
      expect(await ask(stranger, what)).toEqual({ active: false });
    expect((await post(`${PROTOCOL}/introspect`, { token: access_token })).status).toBe(401);
  });

  test.each(["revoke", "logout"])("end by %s, everywhere", async (endpoint) => {
    const { access_token, refresh_token } = await logIn((await person()).email);
    const there = new Client(other.url, access_token);
    expect((await there.try("share.link.list")).status).toBe(200);
    const form = { [endpoint === "revoke" ? "token" : "refresh_token"]: refresh_token };
    expect((await post(`${PROTOCOL}/${endpoint}`, form)).status).toBe(endpoint === "revoke" ? 200 : 204);
    await expect.poll(async () => (await there.try("share.link.list")).status, { timeout: 1_500 }).toBe(401);
    expect((await token({ grant_type: "refresh_token", refresh_token })).status).toBe(400);
  });
});

describe("the device flow", () => {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const grant_type = "urn:ietf:params:oauth:grant-type:device_code";

  const start = async (extra: Record<string, string> = {}) => {
    const answer = await post(`${PROTOCOL}/auth/device`, { client_id: "geopera-cli", ...extra });
    expect(answer.status).toBe(200);
    return answer.json;
  };
  /** Signs in on the page, as a person does, and decides. */
  const decide = async (user_code: string, credentials: Record<string, string>, decision: string) => {
    const page = await post("/device", { user_code, ...credentials });
    const [, ticket = ""] = /name="ticket" value="([^"]+)"/.exec(page.bytes.toString()) ?? [];
    return await post("/device", { user_code, ticket, decision });
  };
  const poll = (device_code: string, extra: Record<string, string> = {}) =>
    token({ grant_type, device_code, client_id: "geopera-cli", ...extra });

  test("with PKCE: waits, is confirmed by a person on the page, and hands its tokens out once", async () => {
    const { email } = await person();
    const device = await start({ code_challenge: challenge, code_challenge_method: "S256" });
    expect(device).toMatchObject({ expires_in: 600, interval: 5 });
    expect((await poll(device.device_code)).json.error).toBe("authorization_pending");
    expect((await poll(device.device_code)).json.error).toBe("slow_down");
    const page = await new Client(system.url).get(
      new URL(device.verification_uri_complete).pathname + `?user_code=${device.user_code.toLowerCase()}`,
    );
    expect(page.bytes.toString()).toContain(device.user_code);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const who = { user_code: device.user_code, email };
    expect((await post("/device", { ...who, password: "wrong horse" })).status).toBe(401);
    expect((await decide(device.user_code, { email, password: PASSWORD }, "approve")).status).toBe(200);
    expect((await poll(device.device_code)).json.error).toBe("invalid_grant");
    const answers = await Promise.all(
      [1, 2, 3].map(() => poll(device.device_code, { code_verifier: verifier })),
    );
    const granted = answers.filter((answer) => answer.status === 200);
    expect(granted).toHaveLength(1);
    const session = new Client(system.url, granted[0]?.json.access_token);
    expect((await session.try("share.link.list")).status).toBe(200);
    expect(granted[0]?.json.refresh_token).toMatch(/^gprt_/);
  });

  test("is confirmed with an API key too, and then acts as the key", async () => {
    const device = await start({ scope: "items:read" });
    const key = { api_key: system.organization.apiKey };
    const shown = await post("/device", { user_code: device.user_code, ...key });
    expect([...shown.bytes.toString().matchAll(/<code>([\w:]+)<\/code>/g)].map(([, right]) => right)).toEqual(
      ["items:read"],
    );
    expect((await decide(device.user_code, key, "approve")).status).toBe(200);
    expect((await poll(device.device_code)).json).toMatchObject({ scope: "items:read" });
  });

  test("is refused by a person, expires, and belongs to its client", async () => {
    const refused = await start();
    const stranger = await post("/device", { user_code: refused.user_code, decision: "deny" });
    expect(stranger.status).toBe(401);
    expect((await poll(refused.device_code)).json.error).toBe("authorization_pending");
    await decide(refused.user_code, { email: (await person()).email, password: PASSWORD }, "deny");
    expect((await poll(refused.device_code)).json.error).toBe("access_denied");
    const expired = await start();
    expect((await poll(expired.device_code, { client_id: "another" })).json.error).toBe("invalid_grant");
    await system.deps.database`update device_authorizations set expires_at = now()`;
    expect((await poll(expired.device_code)).json.error).toBe("expired_token");
    expect((await poll("nonsense")).json.error).toBe("invalid_grant");
  });

  test("shows nothing of a code that is not there, and makes who guesses codes wait", async () => {
    const from = { "x-forwarded-for": "203.0.113.40" };
    const statuses: number[] = [];
    for (let tries = 0; tries < 21; tries += 1) {
      statuses.push((await post("/device", { user_code: "BBBB-BBBB", decision: "approve" }, from)).status);
    }
    expect(statuses[0]).toBe(404);
    expect(statuses).toContain(429);
    const hostile = await new Client(system.url).get(
      `/device?user_code=${encodeURIComponent("<script>alert(1)</script>")}`,
    );
    expect(hostile.bytes.toString()).not.toContain("<script>");
  });
});

test("tokens, codes and sessions that have long expired are removed, living ones stay", async () => {
  const { deps } = system;
  const { refresh_token } = await logIn((await person()).email);
  const count = async () => {
    const [row] = await deps.database<{ count: number }[]>`select count(*) as count from sessions`;
    return row?.count ?? 0;
  };
  const before = await count();
  expect(before).toBeGreaterThan(0);
  await removeExpiredIdentity(deps.database, Date.now, deps.logger).run();
  expect((await token({ grant_type: "refresh_token", refresh_token })).status).toBe(200);
  const inThreeDays = removeExpiredIdentity(deps.database, () => Date.now() + 3 * 86_400_000, deps.logger);
  await inThreeDays.run();
  inThreeDays.close();
  expect(await count()).toBe(0);
});

test("keys rotate without an interruption: published before use, old tokens stay valid, keys encrypted at rest", async () => {
  const { deps, config } = system;
  let now = Date.now();
  const day = 86_400_000;
  const clock = () => now;
  const open = () => SigningKeys.open(deps.database, clock, config, deps.logger);
  const [one, two] = [await open(), await open()];
  const first = one.signing().kid;
  now += 30 * day - 3_000_000;
  await one.rotate();
  await two.rotate();
  expect(one.published().keys).toHaveLength(2);
  expect([one.signing().kid, two.signing().kid]).toEqual([first, first]);
  now += 3_600_000;
  const second = one.signing().kid;
  expect(second).not.toBe(first);
  expect(two.signing().kid).toBe(second);
  expect(await two.findPublic(first)).toBeDefined();
  now += 3_600_000;
  await one.rotate();
  expect(one.published().keys.map((key) => key.kid)).toEqual([second]);
  const rows = await deps.database<
    { sealed_private_jwk: Buffer }[]
  >`select sealed_private_jwk from signing_keys`;
  expect(rows.every((row) => !row.sealed_private_jwk.toString("latin1").includes('"kty"'))).toBe(true);
  await expect(
    SigningKeys.open(deps.database, clock, { ...config, IDENTITY_SECRET: "x".repeat(32) }, deps.logger),
  ).rejects.toThrow();
  one.close();
  two.close();
});

test("an external issuer is trusted instead of passwords, where one is configured", async () => {
  const issuer = await startSmallIssuer();
  const trusting = await startSystem({ settings: { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: "our-app" } });
  try {
    const email = `${newId()}@example.org`;
    const { organizationId } = trusting.organization;
    await insertUser(trusting.deps.database, {
      organizationId,
      email,
      name: "Grace",
      isOrganizationAdmin: true,
      passwordHash: await trusting.deps.passwords.hash(PASSWORD, "test"),
    });
    const sign = (claims: Record<string, unknown>, audience = "our-app", from = issuer.url) =>
      issuer.sign(claims, audience, from);
    const statusOf = async (bearer: string) =>
      (await new Client(trusting.url, bearer).try("audit.list")).status;
    expect(await statusOf(await sign({ sub: "s1", email, email_verified: false }))).toBe(401);
    expect(await statusOf(await sign({ sub: "s1", email, email_verified: true }))).toBe(200);
    expect(await statusOf(await sign({ sub: "s1" }))).toBe(200);
    expect(await statusOf(await sign({ sub: "s2", email, email_verified: true }))).toBe(401);
    expect(await statusOf(await sign({ sub: "s1" }, "another-app"))).toBe(401);
    expect(await statusOf(await sign({ sub: "s1" }, "our-app", "https://elsewhere.example.org"))).toBe(401);
    const answer = await post(
      `${PROTOCOL}/token`,
      { grant_type: "password", username: email, password: PASSWORD },
      {},
      trusting.url,
    );
    expect(answer.json.error).toBe("unsupported_grant_type");
    const { json: found } = await new Client(trusting.url).get(`${REALM}/.well-known/openid-configuration`);
    expect(found.grant_types_supported).not.toContain("password");
    // Without OIDC_CLIENT_ID.
    expect(found.grant_types_supported).not.toContain("authorization_code");
    expect((await new Client(trusting.url).get(`${REALM}/external-issuer`)).status).toBe(404);
    const device = await post(`${PROTOCOL}/auth/device`, {}, {}, trusting.url);
    const consent = { user_code: device.json.user_code, decision: "approve", email, password: PASSWORD };
    expect((await post("/device", consent, {}, trusting.url)).status).toBe(401);
  } finally {
    await trusting.stop();
    issuer.close();
  }
});
