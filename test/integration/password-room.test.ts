import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { newLinkToken } from "../../core/links/share-link.ts";
import { newId } from "../../infra/new-id.ts";
import { updateShareLink } from "../../storage/links/share-links.ts";
import bcrypt from "bcrypt";
import { Client, type Answer } from "../support/client.ts";
import { PASSWORD, shareTarget } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let here: Client;
let there: Client;
let itemId: string;

// Suspects wait for a thread that takes only what others leave; a busy machine leaves little.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  system = await startSystem({ settings: { TRUSTED_PROXIES: "127.0.0.1", BCRYPT_COST: "5" } });
  here = new Client(system.url);
  there = new Client((await system.startAnotherApi()).url);
  const { id: project_id } = await system.client.call("projects.create", { name: "p" });
  ({ id: itemId } = await system.client.call("items.create", { project_id, type: "clip", name: "n" }));
});
afterAll(() => system.stop());

const newLink = () => shareTarget(system, "item", itemId);

async function open(token: string, password: string, address: string, client = here): Promise<Answer> {
  return await client.try("share.link.validate", { token, password }, { "x-forwarded-for": address });
}

const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status);

test("unknown tokens do not share a comparison with each other: two at once cost two", async () => {
  const before = system.deps.passwords.finished;
  await Promise.all([1, 2].map((at) => open(newLinkToken(), "wrong horse", `192.0.2.${at}`)));
  expect(system.deps.passwords.finished - before).toBe(2);
});

test("guesses in flight count, in all processes together: of forty at once, ten are compared", async () => {
  const { token } = await newLink();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      open(token, `wrong horse ${index}`, "203.0.113.1", index % 2 === 0 ? here : there),
    ),
  );
  expect(statusesOf(answers).filter((status) => status === 429)).toHaveLength(30);
  expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toMatch(/^\d+$/);
});

test("right passwords are given back: one address may open more links in a minute than it may fail", async () => {
  const { throttle } = system.deps;
  for (let count = 0; count < 60; count += 1) {
    const attempt = await throttle.begin(`link ${count}`, "203.0.113.2");
    expect(await throttle.comparing(attempt, () => Promise.resolve(true))).toBe(true);
  }
});

test("a class behind one address opens a link at once, as one attempt", async () => {
  const { token } = await newLink();
  const answers = await Promise.all(Array.from({ length: 40 }, () => open(token, PASSWORD, "203.0.113.3")));
  expect(new Set(statusesOf(answers))).toEqual(new Set([200]));
});

test("IPv6 is summed by /64, /56 and /48: who hops between networks of one prefix has to wait", async () => {
  const { token } = await newLink();
  const hop = async (prefix: (hop: number) => string) => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => open(token, `wrong horse ${at}`, prefix(at))),
    );
    return statusesOf(answers).filter((status) => status !== 429).length;
  };
  expect(await hop((at) => `2001:db8:a:1${at.toString(16).padStart(2, "0")}::1`)).toBe(20);
  expect(await hop((at) => `2001:db8:b:${at.toString(16).padStart(2, "0")}00::1`)).toBe(40);
});

test("invented tokens leave room: all are answered like wrong passwords, few cost a comparison", async () => {
  const { token } = await newLink();
  const before = system.deps.passwords.finished;
  const flood = Array.from({ length: 300 }, (_, at) =>
    open(newLinkToken(), "wrong horse", `10.${at % 250}.${Math.floor(at / 250)}.7`),
  );
  const opened = Array.from({ length: 5 }, (_, at) => open(token, PASSWORD, `198.51.100.${at}`));
  expect(new Set(statusesOf(await Promise.all(opened)))).toEqual(new Set([200]));
  expect(new Set(statusesOf(await Promise.all(flood)))).toEqual(new Set([401]));
  expect(system.deps.passwords.finished - before).toBeLessThan(250);
});

test("owners, log-ins and clean addresses keep their room while suspects flood everything", async () => {
  const { token: flooded } = await newLink();
  const suspects = Array.from({ length: 40 }, (_, at) => `10.99.${at}.1`);
  await Promise.all(suspects.map((address) => open(flooded, "wrong horse", address)));
  const flood = suspects.flatMap((address) =>
    Array.from({ length: 8 }, (_, at) => open(flooded, `wrong horse ${at}`, address)),
  );
  const { token } = await newLink();
  const others = await Promise.all([
    open(token, PASSWORD, "198.51.100.60"),
    open(flooded, PASSWORD, "198.51.100.61"),
    system.client.try("share.link.create", {
      target_type: "item",
      target_id: itemId,
      password: PASSWORD,
      expires_at: "2099-01-01T00:00:00Z",
    }),
  ]);
  expect(statusesOf(others)).toEqual([200, 200, 200]);
  expect(new Set(statusesOf(await Promise.all(flood)))).not.toContain(500);
});

test("a network that goes on guessing is shut out even of a password that the process remembers", async () => {
  const { token } = await newLink();
  expect((await open(token, PASSWORD, "198.51.100.70")).status).toBe(200);
  for (let at = 0; at < 120; at += 1) await open(token, `wrong horse ${at}`, "203.0.113.70");
  expect((await open(token, PASSWORD, "203.0.113.70")).status).toBe(429);
  expect((await open(token, PASSWORD, "198.51.100.70")).status).toBe(200);
});

describe("redeeming", () => {
  test.each([
    ["72 bytes and more", `${"a".repeat(72)}b`, "at most 72 bytes"],
    ["a lone surrogate", "abcdefg\ud800", "well-formed"],
    ["NUL", "abcd\0efgh", "NUL"],
  ])("refuses %s, as creating does, and names the field", async (_name, password, fault) => {
    for (const [operation, more] of [
      ["share.link.validate", {}],
      ["share.tilejson", {}],
      ["share.tile.render", { z: 0, x: 0, y: 0 }],
    ] as const) {
      const answer = await here.try(operation, { token: newLinkToken(), password, ...more });
      expect(answer.status).toBe(422);
      expect(answer.json.detail[0]).toMatchObject({
        loc: ["body", "password"],
        msg: expect.stringContaining(fault),
      });
    }
  });

  test("compares composed characters, and still knows hashes of the decomposed form", async () => {
    const [composed, decomposed] = ["café au lait", "cafe\u0301 au lait"] as const;
    const link = await system.client.call("share.link.create", {
      target_type: "item",
      target_id: itemId,
      password: decomposed,
      expires_at: "2099-01-01T00:00:00Z",
    });
    expect((await open(link.token, composed, "192.0.2.20")).status).toBe(200);
    expect((await open(link.token, decomposed, "192.0.2.20")).status).toBe(200);
    const older = await newLink();
    const passwordHash = await bcrypt.hash(decomposed, 4);
    await updateShareLink(system.deps.database, older.linkId, { passwordHash });
    system.deps.links.forgetAll();
    expect((await open(older.token, decomposed, "192.0.2.21")).status).toBe(200);
    expect((await open(older.token, composed, "192.0.2.22")).status).toBe(401);
  });

  test("by form: a password too long for a log-in is refused by name", async () => {
    const body = new URLSearchParams({
      grant_type: "password",
      username: `${newId()}@example.org`,
      password: "a".repeat(73),
    });
    const answer = await here.send("/realms/public/protocol/openid-connect/token", { method: "POST", body });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      error: "invalid_request",
      error_description: expect.stringContaining("password must have at most 72 bytes"),
    });
  });
});

test("an organization may ask for longer passwords, for its own links only", async () => {
  const { client, organization } = await system.addOrganization();
  await system.deps.database`
    update organizations set share_password_min_length = 16 where id = ${organization.organizationId}`;
  const { id: project_id } = await client.call("projects.create", { name: "p" });
  const item = await client.call("items.create", { project_id, type: "clip", name: "n" });
  const input = {
    target_type: "item",
    target_id: item.id,
    password: PASSWORD,
    expires_at: "2099-01-01T00:00:00Z",
  };
  const refused = await client.try("share.link.create", input);
  expect(refused.status).toBe(422);
  expect(refused.json.detail[0]).toMatchObject({
    loc: ["body", "password"],
    msg: expect.stringContaining("at least 16 characters"),
  });
  const link = await client.call("share.link.create", { ...input, password: "correct horse battery" });
  const change = { link_id: link.id, password: PASSWORD };
  expect((await client.try("share.link.update", change)).status).toBe(422);
  await newLink();
});
