import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { siblingEntry } from "../../infra/entry.ts";
import { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

// Each command is a process that compiles its sources: on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 90_000 });

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const run = promisify(execFile);
const entry = siblingEntry(import.meta.url, "../../programs/admin");

/** Runs a command as an operator does: in a process of its own, told only where the database is. */
async function admin(...args: string[]): Promise<Record<string, string>> {
  const environment = {
    PATH: process.env["PATH"],
    DATABASE_URL: system.config.DATABASE_URL,
    BCRYPT_COST: "4",
  };
  const { stdout } = await run(process.execPath, [...entry.execArgv, entry.path, ...args], {
    env: environment,
  });
  return JSON.parse(stdout) as Record<string, string>;
}

async function logIn(email = "", password = ""): Promise<number> {
  const answer = await new Client(system.url).send("/realms/public/protocol/openid-connect/token", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ grant_type: "password", username: email, password }).toString(),
  });
  return answer.status;
}

/** Replaces an issued password on the page for people, and answers its status. */
async function choosePassword(email = "", password = "", new_password = ""): Promise<number> {
  const answer = await new Client(system.url).send("/password", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password, new_password }).toString(),
  });
  return answer.status;
}

const OWN = "staple battery horse";

test("create-organization prints a key and a password that work, once", async () => {
  const made = await admin("create-organization", "--name", "City", "--email", "ada@example.org");
  const client = new Client(system.url, made["api_key"]);
  expect((await client.try("projects.create", { name: "first" })).status).toBe(200);
  // What was issued is only good for choosing another one.
  expect(await logIn(made["email"], made["password"])).toBe(400);
  expect(await choosePassword(made["email"], made["password"], OWN)).toBe(200);
  expect(await logIn(made["email"], OWN)).toBe(200);
  await expect(admin("create-organization", "--name", "City", "--email", "ADA@example.org")).rejects.toThrow(
    "There is a user ADA@example.org already.",
  );
});

test("create-user and reset-password make passwords that cannot be guessed; the old one is void", async () => {
  const { organizationId } = system.organization;
  const made = await admin(
    "create-user",
    "--organization",
    organizationId,
    "--name",
    "G",
    "--email",
    "g@example.org",
  );
  expect(made["password"]).toMatch(/^[\w-]{24}$/);
  const reset = await admin("reset-password", "--email", "g@example.org");
  expect(await choosePassword("g@example.org", made["password"], OWN)).toBe(401);
  expect(await choosePassword("g@example.org", reset["password"], OWN)).toBe(200);
  expect(await logIn("g@example.org", OWN)).toBe(200);
});

test("operators see a person's access, end it, and export the security log line by line", async () => {
  const { organizationId } = system.organization;
  const email = "h@example.org";
  const made = await admin("create-user", "--organization", organizationId, "--name", "H", "--email", email);
  await choosePassword(email, made["password"], OWN);
  expect(await logIn(email, OWN)).toBe(200);
  const { sessions } = (await admin("list-access", "--email", email)) as unknown as { sessions: object[] };
  expect(sessions).toHaveLength(1);
  expect(await admin("revoke-access", "--email", email)).toEqual({ sessions_ended: 1, api_keys_revoked: 0 });
  await admin("disable-user", "--email", email);
  expect(await logIn(email, OWN)).toBe(400);
  const { stdout } = await run(
    process.execPath,
    [...entry.execArgv, entry.path, "export-security-log", "--from", "2020-01-01", "--to", "2100-01-01"],
    { env: { PATH: process.env["PATH"], DATABASE_URL: system.config.DATABASE_URL } },
  );
  const kinds = stdout
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(new Set(kinds)).toEqual(new Set(["log_in", "password_changed"]));
});

test.each([
  [[]],
  [["nonsense"]],
  [["create-organization", "--name", "x"]],
  [["create-organization", "--nam", "x"]],
  [["create-user", "--organization", "nowhere", "--name", "x", "--email", "x@example.org"]],
  [["reset-password", "--email", "nobody@example.org"]],
])("%j ends with status 2 and says how it is done", async (args) => {
  await expect(admin(...args)).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Commands:"),
  });
});

test("set-limit changes a limit of one organization, until it is the default again", async () => {
  const { organization, client } = await system.addOrganization();
  const limit = async () => {
    const { limits } = await client.call("organizations.limits.get");
    return (limits as { name: string; limit: number }[]).find(({ name }) => name === "items")?.limit;
  };
  const own = ["--organization", organization.organizationId, "--name", "items", "--value"];
  const byDefault = await limit();
  expect(await admin("set-limit", ...own, "7")).toMatchObject({ name: "items", value: 7 });
  expect(await limit()).toBe(7);
  expect(await admin("set-limit", ...own, "default")).toMatchObject({ value: "default" });
  expect(await limit()).toBe(byDefault);
  await expect(admin("set-limit", ...own, "many")).rejects.toMatchObject({ code: 2 });
});

test("map-prefix gives a folder of the store to an organization, until unmap-prefix takes it back", async () => {
  const { organization } = await system.addOrganization();
  const own = ["--organization", organization.organizationId, "--prefix", "scenes/"];
  expect((await admin("map-prefix", ...own))["prefixes"]).toEqual(["", "scenes/"]);
  expect((await admin("unmap-prefix", ...own))["prefixes"]).toEqual([""]);
  expect((await admin("list-prefixes"))["prefixes"]).toContainEqual({
    prefix: "",
    organization_id: organization.organizationId,
  });
});
