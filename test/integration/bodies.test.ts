import { randomBytes } from "node:crypto";
import { appendFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "../../api/operations/registry.ts";
import { newLinkToken } from "../../core/links/share-link.ts";
import { Client, type Answer } from "../support/client.ts";
import { shareItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let stranger: Client;

beforeAll(async () => {
  system = await startSystem({
    pools: ["render"],
    settings: { LOG_LEVEL: "silent", ANSWER_STALL_TIMEOUT_MS: "3000" },
  });
  stranger = new Client(system.url);
});
afterAll(() => system.stop());

const TOKEN_PATH = "/realms/public/protocol/openid-connect/token";

async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  client = stranger,
): Promise<Answer> {
  return await client.send(path, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}

const REDEEMING = ["share.link.validate", "share.tilejson", "share.tile.render"];

describe("a stranger", () => {
  test.each(REDEEMING)("may send 4 KB to %s, and not a byte more", async (id) => {
    const body = (bytes: number) => `{"token":"${"x".repeat(bytes - 12)}"}`;
    expect((await post(`/v1/op/${id}`, body(4_096))).status).not.toBe(413);
    expect((await post(`/v1/op/${id}`, body(4_097))).status).toBe(413);
  });

  test("may send a large body to no operation, and it is not read", async () => {
    const keys = Array.from({ length: 9_000 }, (_, at) => [`k${at}`, 1]);
    const body = JSON.stringify(Object.fromEntries(keys));
    const answers = await Promise.all(
      OPERATIONS.map(async ({ id, bearer }) => ({ id, bearer, ...(await post(`/v1/op/${id}`, body)) })),
    );
    for (const { id, bearer, status, bytes } of answers) {
      expect(status, id).toBe(bearer === "optional" ? 413 : 401);
      expect(bytes.length).toBeLessThan(500);
    }
  });

  test("gets at most twenty faults, and an answer that is bounded", async () => {
    const keys = Array.from({ length: 49 }, (_, at) => [`${at}${"k".repeat(70)}`, 1]);
    const answer = await post("/v1/op/share.link.validate", JSON.stringify(Object.fromEntries(keys)));
    expect(answer.status).toBe(422);
    expect(answer.json.detail).toHaveLength(20);
    const short = Array.from({ length: 51 }, (_, at) => [`k${at}`, 1]);
    const tooMany = await post("/v1/op/share.link.validate", JSON.stringify(Object.fromEntries(short)));
    expect(tooMany.status).toBe(400);
    expect(tooMany.json.detail).toContain("more than 50 keys");
  });
});

test("an owner's objects have at most a thousand keys, and classes as many as a profile may have", async () => {
  const { id: project_id } = await system.client.call("projects.create", { name: "p" });
  const properties = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at]));
  const create = (count: number) =>
    system.client.try("items.create", {
      project_id,
      type: "clip",
      name: "n",
      properties: properties(count),
    });
  expect((await create(1_000)).status).toBe(200);
  expect((await create(1_001)).status).toBe(400);
  const classes = Object.fromEntries(Array.from({ length: 4_096 }, (_, at) => [`${at}`, "#ff0000"]));
  const profile = { item_id: "none", type: "singleband", name: "n", config: { colormap: { classes } } };
  expect((await system.client.try("visualization.profile.create", profile)).status).toBe(404);
});

describe("text", () => {
  const name = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
  test.each(["/v1/op/share.link.validate", "/v1/op/projects.create"])(
    "that is no UTF-8 is a 400 at %s",
    async (path) => {
      const answer = await post(path, name, {}, system.client);
      expect(answer.status).toBe(400);
      expect(answer.json.detail).toContain("UTF-8");
    },
  );

  test("of another charset is a 415, and so is a compressed body", async () => {
    const validate = "/v1/op/share.link.validate";
    for (const charset of ["iso-8859-1", '"utf-16le"', "UTF-7"]) {
      const type = { "content-type": `application/json; charset=${charset}` };
      expect((await post(validate, "{}", type)).status).toBe(415);
    }
    const utf8 = { "content-type": 'application/json; charset="UTF-8"' };
    expect((await post(validate, "{}", utf8)).status).toBe(422);
    for (const encoding of ["gzip", "br", "identity, gzip"]) {
      const answer = await post(validate, gzipSync("{}"), { "content-encoding": encoding });
      expect(answer.status).toBe(415);
      expect(answer.json).toMatchObject({ type: "https://geopera.com/problems/unsupported-media-type" });
    }
    expect((await post(validate, "{}", { "content-encoding": "identity" })).status).toBe(422);
  });

  test("a key that reaches for a prototype is a 400 that names it, however it is spelled", async () => {
    for (const key of ["__proto__", "\\u005f_proto__", "__\\u0070roto__"]) {
      const answer = await post("/v1/op/projects.create", `{"a":{"${key}":1}}`, {}, system.client);
      expect(answer.status).toBe(400);
      expect(answer.json.detail).toContain("a.__proto__");
    }
  });

  test("malformed text in the body of a link's tile is no password with U+FFFD", async () => {
    const token = newLinkToken();
    const body = Buffer.concat([
      Buffer.from(`{"token":"${token}","password":"correct `),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('","z":0,"x":0,"y":0}'),
    ]);
    expect((await post("/v1/op/share.tile.render", body)).status).toBe(400);
  });
});

describe("a form", () => {
  const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    post(TOKEN_PATH, body, { "content-type": "application/x-www-form-urlencoded", ...headers });

  test("is bounded, counted and UTF-8 as well", async () => {
    expect((await send(`grant_type=password&a=${"x".repeat(20_000)}`)).status).toBe(413);
    const fields = Array.from({ length: 51 }, (_, at) => `f${at}=1`).join("&");
    expect((await send(fields)).json).toMatchObject({ error: "invalid_request" });
    expect((await send("grant_type=%ff%fe")).json).toMatchObject({
      error: "invalid_request",
      error_description: expect.stringContaining("UTF-8"),
    });
    expect((await send(Uint8Array.of(0x61, 0x3d, 0xff))).status).toBe(400);
    expect((await send("a=1", { "content-encoding": "gzip" })).status).toBe(415);
    const latin = { "content-type": "application/x-www-form-urlencoded; charset=latin1" };
    expect((await send("a=1", latin)).status).toBe(415);
    expect((await send("grant_type=nothing+at%20all")).json).toMatchObject({
      error: "unsupported_grant_type",
    });
  });
});

/** Sends bytes and resolves to all that the server says until it ends the connection. */
async function say(bytes: string): Promise<string> {
  const { hostname, port } = new URL(system.url);
  const socket: Socket = connect(Number(port), hostname);
  const answer: Buffer[] = [];
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => answer.push(chunk));
  socket.write(bytes);
  await new Promise((resolve) => socket.once("close", resolve));
  return Buffer.concat(answer).toString("latin1");
}

test("two Host headers are a 400, also when they are the same", async () => {
  for (const [first, second] of [
    ["a.example", "b.example"],
    ["a.example", "a.example"],
  ]) {
    const answer = await say(`GET /health/live HTTP/1.1\r\nHost: ${first}\r\nhost: ${second}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"type":"https://geopera.com/problems/malformed-request"');
  }
});

/** More than the buffers of both ends of a connection hold. */
const BYTES = 24 * 1024 * 1024;

test("a client that does not read its download is disconnected; one that reads gets it whole", async () => {
  const { itemId } = await shareItem(system);
  const [asset] = await system.deps.database<{ id: string; object_key: string }[]>`
    select id, object_key from assets where item_id = ${itemId}`;
  await appendFile(join(system.storeFolder, asset?.object_key ?? ""), randomBytes(BYTES));
  const { url } = await system.client.call("items.asset.download", { item_id: itemId, asset_id: asset?.id });
  const path = new URL(url as string).pathname;
  const { hostname, port } = new URL(system.url);
  const lazy: Socket = connect(Number(port), hostname);
  lazy.on("error", () => undefined);
  lazy.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
  // It reads nothing, and learns of the end of the connection when it writes.
  const ended = new Promise((resolve) => lazy.once("close", resolve));
  const knocking = setInterval(() => lazy.writable && lazy.write("\r\n"), 100);
  await ended;
  clearInterval(knocking);
  const answer = await new Client(system.url).get(path);
  expect(answer.status).toBe(200);
  expect(answer.bytes.length).toBeGreaterThan(BYTES);
}, 60_000);
