import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let itemId: string;
let token: string;
const password = "correct horse";

beforeAll(async () => {
  system = await startSystem();
  const { id: project_id } = await system.client.call("projects.create", { name: "p" });
  ({ id: itemId } = await system.client.call("items.create", { project_id, type: "clip", name: "n" }));
  ({ token } = await system.client.call("share.link.create", linkInput({})));
});
afterAll(() => system.stop());

function linkInput(change: Record<string, unknown>) {
  return {
    target_type: "item",
    target_id: itemId,
    password,
    expires_at: "2099-01-01T00:00:00Z",
    ...change,
  };
}

async function links(): Promise<number> {
  const [row] = await system.deps.database<{ count: number }[]>`select count(*) as count from share_links`;
  return row?.count ?? -1;
}

describe("share.link.create refuses with 422 and makes nothing", () => {
  test.each([
    ["a password of 7 characters", { password: "1234567" }, "password"],
    ["a password of 73 bytes", { password: "a".repeat(73) }, "password"],
    ["a multibyte password of 74 bytes", { password: "é".repeat(37) }, "password"],
    ["a password of four emoji", { password: "🙂🙂🙂🙂" }, "password"],
    ["a password of 73 bytes, decomposed", { password: "e\u0301".repeat(37) }, "password"],
    ["a password of a lone surrogate", { password: "abcdefg\ud800" }, "password"],
    ["one of the most common passwords", { password: "12345678" }, "password"],
    ["a blank password", { password: "\u3000\u00a0      " }, "password"],
    ["a password with NUL", { password: "abcd\0efgh" }, "password"],
    ["no password", { password: undefined }, "password"],
    ["a number as password", { password: 12345678 }, "password"],
    ["a time without offset", { expires_at: "2099-01-01T00:00:00" }, "expires_at"],
    ["a time in the past", { expires_at: "2020-01-01T00:00:00Z" }, "expires_at"],
    ["the year 10000", { expires_at: "10000-01-01T00:00:00Z" }, "expires_at"],
    ["a day that is none", { expires_at: "2099-02-30T00:00:00Z" }, "expires_at"],
    ["an unknown target type", { target_type: "project" }, "target_type"],
    ["an unknown permission", { permission: "edit" }, "permission"],
    ["an unknown field", { colour: "red" }, "colour"],
  ])("%s", async (_name, change, field) => {
    const before = await links();
    const answer = await system.client.try("share.link.create", linkInput(change));
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/json");
    const { detail } = answer.json;
    expect(detail[0]).toMatchObject({
      loc: ["body", field],
      msg: expect.any(String),
      type: expect.any(String),
    });
    expect(await links()).toBe(before);
  });

  test.each([["1234 5678"], ["a".repeat(72)], ["é".repeat(36)], ["🙂".repeat(8)]])(
    "but takes the password %s",
    async (accepted) => {
      const link = await system.client.call("share.link.create", linkInput({ password: accepted }));
      const credentials = { token: link.token, password: accepted };
      expect((await system.client.try("share.link.validate", credentials)).status).toBe(200);
    },
  );

  test.each([["a deleted target"], ["an id that is none"], ["another kind's id"]])(
    "%s is a 404",
    async (kind) => {
      const { id: project_id } = await system.client.call("projects.create", { name: "p" });
      const item = await system.client.call("items.create", { project_id, type: "clip", name: "gone" });
      await system.client.call("items.delete", { item_id: item.id });
      const target_id = { "a deleted target": item.id, "an id that is none": "x\0y'" }[kind] ?? project_id;
      expect((await system.client.try("share.link.create", linkInput({ target_id }))).status).toBe(404);
    },
  );
});

describe("share.tile.render refuses impossible addresses with 422", () => {
  test.each([
    ["z", { z: -1 }],
    ["z", { z: 25 }],
    ["z", { z: 1e308 }],
    ["z", { z: 0.5 }],
    ["z", { z: "0" }],
    ["x", { x: -1 }],
    ["x", { z: 3, x: 8 }],
    ["y", { z: 3, y: 8 }],
    ["y", { y: Number.MAX_SAFE_INTEGER }],
    ["x", { x: null }],
    ["format", { format: "bmp" }],
    ["format", { format: "constructor" }],
    ["profile", { profile: "nowhere" }],
  ])("%s: %o", async (field, change) => {
    const answer = await system.client.try("share.tile.render", {
      token,
      password,
      z: 0,
      x: 0,
      y: 0,
      ...change,
    });
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0].loc).toEqual(["body", field]);
  });
});

describe("a body", () => {
  const send = (body: string, type = "application/json") =>
    system.client.send("/v1/op/projects.create", { method: "POST", body, headers: { "content-type": type } });

  test("that is no JSON is a 400", async () => {
    for (const body of ["{", "[1,", "nope", '{"name": undefined}'])
      expect((await send(body)).status).toBe(400);
  });

  test("of another content type is a 400 that names the right one", async () => {
    const answer = await send("name=x", "application/x-www-form-urlencoded");
    expect(answer.status).toBe(400);
    expect(answer.json.detail).toContain("application/json");
  });

  test("of 10 MB is a 413", async () => {
    expect((await send(JSON.stringify({ name: "x".repeat(10_000_000) }))).status).toBe(413);
  });

  test("nested three thousand levels deep is a 400", async () => {
    const bomb = `${'{"properties":'.repeat(3_000)}1${"}".repeat(3_000)}`;
    expect((await send(bomb)).status).toBe(400);
    expect((await send("[".repeat(60_000))).status).toBe(400);
  });

  test("that is JSON but no object is a 422", async () => {
    for (const body of ["[]", "1", '"text"', "true"]) expect((await send(body)).status).toBe(422);
  });

  test("that tries to reach a prototype is a 400", async () => {
    expect((await send('{"__proto__": {"name": "x"}}')).status).toBe(400);
    expect((await send('{"name": "x", "constructor": {"prototype": {}}}')).status).toBeOneOf([400, 422]);
  });

  test("with text that PostgreSQL cannot keep is a 422", async () => {
    expect((await send('{"name": "a\\u0000b"}')).status).toBe(422);
    expect((await send('{"name": "a\\ud800b"}')).status).toBe(422);
  });
});

test("an error answer never shows a stack, a path or a query", async () => {
  const answers = await Promise.all([
    system.client.try("share.link.create", { target_type: 1 }),
    system.client.try("items.get", { item_id: "' or 1=1 --" }),
    system.client.get("/v1/share/tiles/AAAA/0/0/0.png"),
    system.client.get("/%ff"),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBeLessThan(500);
    expect(answer.bytes.toString()).not.toMatch(/\bat \/|node_modules|select |postgres/i);
  }
});

test("pages of any origin may call, and may read errors too", async () => {
  const preflight = await system.client.send("/v1/op/share.tilejson", {
    method: "OPTIONS",
    headers: { origin: "https://maps.example", "access-control-request-method": "POST" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-headers")).toContain("Authorization");
  for (const [path, status] of [
    ["/v1/share/tiles/AAAA/0/0/0.png", 404],
    ["/v1/op/share.tilejson", 405],
  ] as const) {
    const failed = await system.client.get(path, { origin: "https://maps.example" });
    expect(failed.status).toBe(status);
    expect(failed.headers.get("access-control-allow-origin")).toBe("*");
  }
});
