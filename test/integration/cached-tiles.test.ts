import { tracingChannel } from "node:diagnostics_channel";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ProblemError } from "../../core/errors.ts";
import type { Waiter } from "../../infra/group-commit.ts";
import { Client } from "../support/client.ts";
import { grantedTileUrl, PASSWORD, shareItem, shareTarget, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let shared: SharedItem;
let url: string;

beforeAll(async () => {
  system = await startSystem({
    pools: ["render", "metering"],
    settings: { TRUSTED_PROXIES: "127.0.0.1", LOG_LEVEL: "silent" },
  });
  shared = await shareItem(system);
  url = await grantedTileUrl(system, shared.token, shared.tile);
  await system.client.get(url);
});
afterAll(() => system.stop());

interface RawAnswer {
  readonly status: number | undefined;
  /** Names and values as they came, in their order. */
  readonly headers: readonly string[];
  readonly bytes: Buffer;
}

/** A query makes no difference to a tile with data, and only the router reads one. */
const routed = (address: string) => `${address}?empty=tile`;

/** Sends head and body in one write, each time over a connection of its own. */
function askRaw(
  address: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    request(address, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.rawHeaders,
          bytes: Buffer.concat(chunks),
        }),
      );
    })
      .once("error", reject)
      .end(body);
  });
}

const getRaw = (address: string) => askRaw(address);

/**
 * Calls `share.tile.render` with a password; with a parameter in its content type, only the router reads it.
 */
function renderRaw(
  input: Record<string, unknown> = {},
  { path = "/v1/op/share.tile.render", type = "application/json", ...headers }: Record<string, string> = {},
): Promise<RawAnswer> {
  return askRaw(new URL(path, url).href, {
    headers: { "content-type": type, ...headers },
    body: JSON.stringify({ token: shared.token, password: PASSWORD, ...shared.tile, ...input }),
  });
}

const ROUTED = { type: "application/json; charset=utf-8" };

/** What differs between any two answers. */
function comparable({ status, headers, bytes }: RawAnswer) {
  return {
    status,
    bytes,
    headers: headers.map((value, at) =>
      ["date", "x-request-id"].includes((headers[at - 1] ?? "").toLowerCase()) ? "…" : value,
    ),
  };
}

const usage = async () =>
  (await system.client.call("usage.current", { organization_id: system.organization.organizationId }))
    .tile_requests as number;

const notModified = async () => {
  const rows = await system.deps.database<{ status: number }[]>`select status from usage_events`;
  return rows.filter(({ status }) => status === 304).length;
};

test.each(["png", "webp", "jpg", "avif"])(
  "a cached %s is the same answer, header for header, with the router and without it",
  async (format) => {
    const address = url.replace(/png$/, format);
    await getRaw(address);
    const [short, long] = [await getRaw(address), await getRaw(routed(address))];
    expect(short.headers).toContain("memory");
    expect(comparable(short)).toEqual(comparable(long));
    const id = short.headers[short.headers.indexOf("x-request-id") + 1];
    expect(id).toMatch(/^[\w-]{16}$/);
  },
);

test.each(["/v1/op/share.tile.render", "/v1/share/tile/render"])(
  "a cached tile by password at %s is the same answer, header for header, with the router and without it",
  async (path) => {
    const [short, long] = [await renderRaw({}, { path }), await renderRaw({}, { path, ...ROUTED })];
    expect(short.headers).toContain("memory");
    expect(comparable(short)).toEqual(comparable(long));
  },
);

test.each([
  ["the tile's own tag", (etag: string) => etag, 304],
  ["its weak form among others", (etag: string) => `"x", W/${etag}`, 304],
  ["a star", () => "*", 304],
  ["another tag", () => '"x"', 200],
])(
  "a tile that the client may hold by %s is the same answer with the router and without it",
  async (_what, from, status) => {
    const { headers } = await getRaw(url);
    const etag = headers[headers.indexOf("etag") + 1]!;
    const asked = { headers: { "if-none-match": from(etag) } };
    const [short, long] = [await askRaw(url, asked), await askRaw(routed(url), asked)];
    expect(short.status).toBe(status);
    expect(comparable(short)).toEqual(comparable(long));
    expect(await countRouted(() => askRaw(url, asked))).toBe(0);
  },
);

/** How many requests the router's handlers saw meanwhile. */
async function countRouted(run: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const note = () => (count += 1);
  const { start } = tracingChannel("fastify.request.handler");
  start.subscribe(note);
  await run();
  start.unsubscribe(note);
  return count;
}

test("tiles in memory do not reach the router: it only sees what it alone can read", async () => {
  expect(await countRouted(() => getRaw(url))).toBe(0);
  expect(await countRouted(() => renderRaw())).toBe(0);
  expect(await countRouted(() => getRaw(routed(url)))).toBe(1);
  expect(await countRouted(() => renderRaw({}, ROUTED))).toBe(1);
});

test("all of them are counted", async () => {
  // Each of four conditions is preceded by the tile itself; the one that fails gets it three times.
  await expect.poll(usage, { timeout: 5_000 }).toBe(1 + 4 * 3 + 2 * 2 + 4 * 1 + 3 + 4);
  expect(await notModified()).toBe(3 * 3);
});

test.each([
  ["a wrong password", { password: "wrong horse" }, 401],
  ["a token of nothing", { token: "x".repeat(43) }, 401],
  ["an unknown field", { colour: "red" }, 422],
  ["an impossible address", { z: 3, x: 99 }, 422],
  ["an unknown format", { format: "bmp" }, 422],
  ["an unknown profile", { profile: "none" }, 422],
])(
  "%s is refused alike with the router and without it, and the link goes on",
  async (_what, input, status) => {
    const [short, long] = [await renderRaw(input), await renderRaw(input, ROUTED)];
    const said = ({ bytes }: RawAnswer) => ({ ...JSON.parse(bytes.toString()), request_id: "…" });
    expect([short.status, said(short)]).toEqual([status, said(long)]);
    expect((await renderRaw()).status).toBe(200);
  },
);

test("a bearer that comes with a password is still looked at", async () => {
  const known = await renderRaw({}, { authorization: `Bearer ${system.organization.apiKey}` });
  const unknown = await renderRaw({}, { authorization: "Bearer gpra_unknown" });
  const unknownKey = await renderRaw({}, { "x-api-key": "gpra_unknown" });
  expect([known.status, unknown.status, unknownKey.status]).toEqual([200, 401, 401]);
});

test("a body that comes late or in pieces is read all the same", async () => {
  const body = JSON.stringify({ token: shared.token, password: PASSWORD, ...shared.tile });
  for (const pieces of [[body], [body.slice(0, 50), body.slice(50)]]) {
    const socket = connect(Number(new URL(url).port), "127.0.0.1").setNoDelay();
    socket.write(
      `POST /v1/op/share.tile.render HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    for (const piece of pieces) {
      // The head, and each piece before the next, have reached the server by then.
      await getRaw(url);
      socket.write(piece);
    }
    let answer = "";
    for await (const chunk of socket) answer += String(chunk);
    expect(answer.slice(0, 15)).toBe("HTTP/1.1 200 OK");
  }
});

test("a kept-alive connection serves tiles by password and other calls in turn", async () => {
  const guest = new Client(new URL(url).origin);
  for (let round = 0; round < 3; round += 1) {
    const input = { token: shared.token, password: PASSWORD, ...shared.tile };
    expect((await guest.try("share.tile.render", input)).status).toBe(200);
    expect((await guest.try("share.tile.render", { ...input, z: -1 })).status).toBe(422);
  }
});

test("a link that has just been revoked opens nothing by a password that was right a moment ago", async () => {
  const other = await shareTarget(system, "item", shared.itemId);
  const ask = () => renderRaw({ token: other.token });
  expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
  await system.client.call("share.link.revoke", { link_id: other.linkId });
  expect((await ask()).status).toBe(410);
});

test("a tile whose usage cannot be recorded is refused by the router, and not given away", async () => {
  const { usage: recorder } = system.deps;
  const refusal = new ProblemError("unavailable", "Usage cannot be recorded.", { retryAfterSeconds: 1 });
  Object.defineProperty(recorder, "record", { value: () => Promise.reject(refusal), configurable: true });
  const refuse = (waiter: Waiter) => waiter.failed(refusal);
  Object.defineProperty(recorder, "recordFor", { value: refuse, configurable: true });
  const pairs = [
    [await getRaw(url), await getRaw(routed(url))],
    [await renderRaw(), await renderRaw({}, ROUTED)],
  ] as const;
  Reflect.deleteProperty(recorder, "record");
  Reflect.deleteProperty(recorder, "recordFor");
  const withoutId = ({ bytes }: RawAnswer) => ({ ...JSON.parse(bytes.toString()), request_id: "…" });
  for (const [short, long] of pairs) {
    expect(short.status).toBe(503);
    expect(short.headers).toContain("application/problem+json; charset=utf-8");
    expect(withoutId(short)).toEqual(withoutId(long));
  }
  expect([(await getRaw(url)).status, (await renderRaw()).status]).toEqual([200, 200]);
});
