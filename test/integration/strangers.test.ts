import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grantedTileUrl, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let shared: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"], settings: { LOG_LEVEL: "silent" } });
  shared = await shareItem(system);
});
afterAll(() => system.stop());

/** Everything the server says to these bytes until it ends the connection. */
async function say(bytes: string): Promise<string> {
  const { hostname, port } = new URL(system.url);
  const socket = connect(Number(port), hostname);
  const answer: Buffer[] = [];
  socket.on("data", (chunk) => answer.push(chunk)).on("error", () => undefined);
  socket.write(Buffer.from(bytes, "latin1"));
  await new Promise((resolve) => socket.once("close", resolve));
  return Buffer.concat(answer).toString("latin1");
}

const get = (path: string, more = "") =>
  `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${more}\r\n`;
const post = (more: string, body = "{}") =>
  `POST /v1/op/usage.current HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n${more}\r\n${body}`;

describe("bytes that are not HTTP get a problem, and the connection ends", () => {
  test.each([
    ["two lengths", post("content-length: 2\r\ncontent-length: 3\r\n")],
    ["a length and chunks", post("content-length: 2\r\ntransfer-encoding: chunked\r\n")],
    ["a negative length", post("content-length: -2\r\n")],
    ["a chunk without a size", post("transfer-encoding: chunked\r\n", "ZZ\r\n{}\r\n0\r\n\r\n")],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n"],
    ["HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["a folded header", get("/health/live", "x: a\r\n b\r\n")],
    ["an address with a broken escape", get("/v1/op/%zz")],
    ["an address that is no UTF-8", get("/s/%ff%fe")],
  ])("%s", async (_name, bytes) => {
    const answer = await say(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("content-type: application/problem+json");
    expect(answer).toContain('"type":"https://geopera.com/problems/malformed-request"');
  });

  test("headers that are too large", async () => {
    const answer = await say(get("/health/live", `x: ${"a".repeat(20_000)}\r\n`));
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"type":"https://geopera.com/problems/headers-too-large"');
  });
});

test("HTTP/1.0 and pipelined requests are answered, in order", async () => {
  expect(await say("GET /health/live HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 200 /);
  const kept = get("/health/live").replace("connection: close\r\n", "");
  const answers = await say(
    kept + get("/v1/op/usage.current").replace("connection: close\r\n", "") + get("/x"),
  );
  expect([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual([
    "200",
    "405",
    "404",
  ]);
});

test("a wrong method learns the right one", async () => {
  const answer = await system.client.get("/v1/op/usage.current");
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe("POST");
  expect(answer.json).toMatchObject({ type: "https://geopera.com/problems/method-not-allowed" });
  expect((await system.client.get("/v1/usage/current?x=1")).status).toBe(405);
  expect((await system.client.post("/openapi.json", {})).headers.get("allow")).toBe("GET, HEAD");
  const tile = await system.client.post("/v1/share/tiles/grant/1/0/0.png", {});
  expect([tile.status, tile.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect((await system.client.get("/v1/uploads/ticket/file.tif")).headers.get("allow")).toBe("PUT");
});

test("viewers who leave while their tiles are rendered leave nothing behind, and the next one is served", async () => {
  const url = await grantedTileUrl(system, shared.token, shared.tile);
  const { pathname } = new URL(url);
  for (const format of ["png", "webp", "jpg", "avif"]) {
    const { hostname, port } = new URL(system.url);
    const sockets = Array.from({ length: 20 }, () => connect(Number(port), hostname));
    for (const socket of sockets) {
      socket.on("error", () => undefined).write(get(pathname.replace(".png", `.${format}`)));
    }
    await new Promise((resolve) => setImmediate(resolve));
    for (const socket of sockets) socket.resetAndDestroy();
  }
  expect((await system.client.get(url)).status).toBe(200);
  const waiting = () =>
    fetch(`${system.url}/metrics`, {
      headers: { authorization: `Bearer ${system.config.OPERATOR_KEY}` },
    }).then((answer) => answer.text());
  await expect.poll(waiting).toMatch(/^geopera_renders_waiting 0$/m);
});
