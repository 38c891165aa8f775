import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SessionDirectory } from "../../identity/session-directory.ts";
import { newId } from "../../infra/new-id.ts";
import { insertUser, type UserRow } from "../../storage/accounts/users.ts";
import { Client, type Answer } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ settings: { TRUSTED_PROXIES: "127.0.0.1" } });
});
afterAll(() => system.stop());

const TOKEN = "/realms/public/protocol/openid-connect/token";
const PASSWORD = "correct horse";
const DAY_MS = 86_400_000;

function post(
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Client(system.url).send(path, {
    method: "POST",
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });
}

async function person(isOrganizationAdmin = false): Promise<UserRow> {
  return await insertUser(system.deps.database, {
    organizationId: system.organization.organizationId,
    email: `${newId()}@example.org`,
    name: "Grace",
    isOrganizationAdmin,
    passwordHash: await system.deps.passwords.hash(PASSWORD, "test"),
  });
}

async function signIn({ email }: Pick<UserRow, "email">, extra: Record<string, string> = {}) {
  const answer = await post(TOKEN, { grant_type: "password", username: email, password: PASSWORD, ...extra });
  expect(answer.status).toBe(200);
  const { access_token, refresh_token } = answer.json;
  return { client: new Client(system.url, access_token), refresh_token: refresh_token as string };
}

describe("a disabled person", () => {
  test("is signed out at once and cannot sign in, and the keys they made stop working", async () => {
    const [grace, admin] = [await person(true), await signIn(await person(true))];
    const { client } = await signIn(grace);
    const { key, user_id } = await client.call("api_keys.create", { name: "of a person" });
    expect(user_id).toBe(grace.id);
    const withKey = new Client(system.url, key);
    expect((await withKey.try("api_keys.list")).status).toBe(200);
    expect(await admin.client.call("users.disable", { user_id: grace.id })).toMatchObject({
      disabled_at: expect.any(String),
    });
    expect((await client.try("api_keys.list")).status).toBe(401);
    expect((await withKey.try("api_keys.list")).status).toBe(401);
    expect(
      (await post(TOKEN, { grant_type: "password", username: grace.email, password: PASSWORD })).status,
    ).toBe(400);
    await admin.client.call("users.enable", { user_id: grace.id });
    expect((await withKey.try("api_keys.list")).status).toBe(200);
    await system.deps.database`update users set is_organization_admin = false where id = ${grace.id}`;
    // The right to hold the key went with the role.
    system.deps.apiKeys.forgetAll();
    expect((await withKey.try("api_keys.list")).status).toBe(401);
  });

  test("is disabled by administrators only, of the same organization, who never disable the last of them", async () => {
    const [grace, { client: member }] = [await person(), await signIn(await person())];
    expect((await member.try("users.disable", { user_id: grace.id })).status).toBe(403);
    expect((await member.try("users.list")).status).toBe(403);
    const { client: stranger, organization } = await system.addOrganization();
    expect((await stranger.try("users.disable", { user_id: grace.id })).status).toBe(404);
    expect((await stranger.try("users.disable", { user_id: organization.userId })).status).toBe(409);
    const { users } = await system.client.call("users.list");
    expect(users.map(({ id }: { id: string }) => id)).toContain(grace.id);
    expect(JSON.stringify(users)).not.toContain("$2b$");
  });
});

describe("a log-in", () => {
  test("is seen and ended by its person, and by administrators", async () => {
    const grace = await person();
    const [first, second] = [await signIn(grace), await signIn(grace)];
    const listed = async ({ client }: { client: Client }, input = {}) =>
      (await client.call("sessions.list", input)).sessions as { id: string; user_id: string }[];
    const own = await listed(first);
    expect(own).toHaveLength(2);
    expect(new Set(own.map(({ user_id }) => user_id))).toEqual(new Set([grace.id]));
    await first.client.call("sessions.revoke", { session_id: own[0]?.id });
    expect((await second.client.try("sessions.list")).status).toBe(401);
    const { client: member } = await signIn(await person());
    expect(await listed({ client: member }, { user_id: grace.id })).toEqual([]);
    expect((await member.try("sessions.revoke", { session_id: own[1]?.id })).status).toBe(404);
    expect(await listed(system, { user_id: grace.id })).toHaveLength(1);
    await system.client.call("sessions.revoke", { session_id: own[1]?.id });
    expect((await first.client.try("sessions.list")).status).toBe(401);
  });

  test("ends some weeks after it began, however often it is refreshed", async () => {
    const grace = await person();
    await signIn(grace);
    const [session] = await system.deps.database<
      { id: string }[]
    >`select id from sessions where user_id = ${grace.id}`;
    const days = system.config.SESSION_DAYS_MAX;
    const findAfter = async (after: number) =>
      await new SessionDirectory(system.deps.database, () => Date.now() + after * DAY_MS, days * DAY_MS).find(
        session?.id ?? "",
      );
    expect(await findAfter(days - 1)).toBeDefined();
    expect(await findAfter(days)).toBeUndefined();
  });

  test("is refreshed by the client that it belongs to, and by no other", async () => {
    const { refresh_token } = await signIn(await person(), { client_id: "one" });
    const refresh = (client_id: string) =>
      post(TOKEN, { grant_type: "refresh_token", refresh_token, client_id });
    expect((await refresh("another")).json).toMatchObject({ error: "invalid_grant" });
    expect((await refresh("one")).status).toBe(200);
  });
});

describe("a password", () => {
  test("is replaced by its person, who knows the current one; all sessions end", async () => {
    const grace = await person();
    const { client } = await signIn(grace);
    const change = (current_password: string, new_password: string) =>
      client.try("users.change_password", { current_password, new_password });
    expect((await change("wrong horse", "staple battery")).status).toBe(403);
    expect((await change(PASSWORD, "password")).json.detail[0].loc).toEqual(["body", "new_password"]);
    expect((await change(PASSWORD, "staple battery")).status).toBe(200);
    expect((await client.try("sessions.list")).status).toBe(401);
    const again = { grant_type: "password", username: grace.email, password: "staple battery" };
    expect((await post(TOKEN, again)).status).toBe(200);
  });

  test("that was issued is only good for choosing another one, and only for some days", async () => {
    const grace = await person();
    const until = (time: Date) => system.deps.database`
      update users set password_expires_at = ${time} where id = ${grace.id}`;
    await until(new Date(Date.now() + DAY_MS));
    const form = { grant_type: "password", username: grace.email, password: PASSWORD };
    expect((await post(TOKEN, form)).json.error_description).toContain("/password");
    await until(new Date(Date.now() - 1));
    const chosen = { email: grace.email, password: PASSWORD, new_password: "staple battery" };
    expect((await post("/password", chosen)).status).toBe(401);
    await until(new Date(Date.now() + DAY_MS));
    expect((await post("/password", chosen)).status).toBe(200);
    expect((await post(TOKEN, { ...form, password: "staple battery" })).status).toBe(200);
  });
});

test("a project keeps an administrator, also when two are removed at once", async () => {
  const [ada, grace] = [await person(), await person()];
  const { client } = await signIn(ada);
  const { id: project_id } = await client.call("projects.create", { name: "p" });
  expect((await client.try("projects.remove_member", { project_id, user_id: ada.id })).status).toBe(409);
  const demoted = { project_id, user_id: ada.id, role: "viewer" };
  expect((await client.try("projects.update_member", demoted)).status).toBe(409);
  expect((await client.try("projects.add_member", demoted)).status).toBe(409);
  await client.call("projects.add_member", { project_id, user_id: grace.id, role: "admin" });
  const statuses = await Promise.all(
    [ada, grace].map(
      async ({ id }) =>
        (await system.client.try("projects.remove_member", { project_id, user_id: id })).status,
    ),
  );
  expect(new Set(statuses)).toEqual(new Set([200, 409]));
});

test("device codes are few for one network, and gone when they have expired", async () => {
  const from = (address: string) =>
    post("/realms/public/protocol/openid-connect/auth/device", {}, { "x-forwarded-for": address });
  const statuses: number[] = [];
  for (let tries = 0; tries < 21; tries += 1) statuses.push((await from("203.0.113.99")).status);
  expect(statuses).toContain(429);
  expect((await from("203.0.113.98")).status).toBe(200);
});

test("the security log tells an administrator of log-ins, refused ones, keys and people", async () => {
  const grace = await person(true);
  const { client } = await signIn(grace);
  await post(TOKEN, { grant_type: "password", username: grace.email, password: "wrong horse" });
  await client.call("api_keys.create", { name: "logged" });
  interface Event {
    readonly kind: string;
    readonly outcome: string;
    readonly principal_id: string;
  }
  const events = async () => {
    const { events: all } = await system.client.call("security_log.list", { limit: 1000 });
    return (all as Event[])
      .filter(({ principal_id }) => principal_id === grace.id)
      .map(({ kind, outcome }) => `${kind} ${outcome}`);
  };
  await expect
    .poll(async () => new Set(await events()))
    .toEqual(new Set(["key_made allowed", "log_in refused", "log_in allowed"]));
  const { client: stranger } = await system.addOrganization();
  expect(JSON.stringify(await stranger.call("security_log.list"))).not.toContain(grace.id);
});

test("a flood of wrong keys costs the log a bounded number of rows", async () => {
  const wrong = new Client(system.url, "gpra_wrong");
  const rows = async () => {
    const [row] = await system.deps.database<{ rows: number; events: number }[]>`
      select count(*)::int as rows, coalesce(sum(count), 0)::int as events from security_events where kind = 'credential'`;
    return row ?? { rows: 0, events: 0 };
  };
  const before = await rows();
  for (let call = 0; call < 300; call += 50) {
    await Promise.all(Array.from({ length: 50 }, () => wrong.try("api_keys.list")));
  }
  await system.deps.securityLog.close();
  const after = await rows();
  // Earlier repeats of this minute are among them.
  expect(after.events - before.events).toBeGreaterThanOrEqual(300);
  // The minute may have turned once.
  expect(after.rows - before.rows).toBeLessThanOrEqual(4);
});
