import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;

beforeAll(async () => {
  system = await startSystem({
    settings: { REQUEST_HEAD_TIMEOUT_MS: "300", REQUEST_BODY_TIMEOUT_MS: "400", LOG_LEVEL: "silent" },
  });
});
afterAll(() => system.stop());

/**
 * Sends the pieces, the next one whenever the pause is over, until the server ends the connection; answers
 * all it said.
 */
async function dribble(pieces: Iterable<string>, pauseMs = 50): Promise<string> {
  const { hostname, port } = new URL(system.url);
  const socket: Socket = connect(Number(port), hostname);
  const answer: Buffer[] = [];
  socket.on("data", (chunk) => answer.push(chunk));
  socket.on("error", () => undefined);
  const iterator = pieces[Symbol.iterator]();
  const timer = setInterval(() => {
    const { value, done } = iterator.next();
    if (done !== true && socket.writable) socket.write(value);
  }, pauseMs);
  await new Promise((resolve) => socket.once("close", resolve));
  clearInterval(timer);
  return Buffer.concat(answer).toString();
}

function* endless(head: string): Generator<string> {
  yield head;
  for (;;) yield " ";
}

const post = (path: string, more = "", length = 1_000) =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${more}content-length: ${length}\r\n\r\n{`;

test("a body that dribbles is answered 408 as a problem, and its connection ends", async () => {
  for (const path of ["/v1/op/usage.current", "/v1/share/link/validate"]) {
    const answer = await dribble(endless(post(path)));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer.toLowerCase()).toContain("connection: close");
    expect(answer).toContain("https://geopera.com/problems/request-timeout");
    expect(answer).toContain("request_id");
  }
});

test("neither chunks, a form, nor a method without a body gives more time", async () => {
  const chunked = "transfer-encoding: chunked\r\n";
  const head = `POST /v1/op/share.link.validate HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${chunked}\r\n`;
  function* chunks(): Generator<string> {
    yield head;
    for (;;) yield "1\r\n \r\n";
  }
  expect(await dribble(chunks())).toMatch(/^HTTP\/1\.1 408 /);
  const form = post("/realms/public/protocol/openid-connect/token").replace(
    "application/json",
    "application/x-www-form-urlencoded",
  );
  expect(await dribble(endless(form))).toMatch(/^HTTP\/1\.1 408 /);
  const get = "GET /openapi.json HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n";
  expect(await dribble(endless(get))).toMatch(/^HTTP\/1\.1 200 /);
  expect(await dribble(endless(post("/nowhere")))).toMatch(/^HTTP\/1\.1 4/);
});

test("headers that dribble are answered 408 as a problem", async () => {
  function* headers(): Generator<string> {
    yield "GET /health/live HTTP/1.1\r\n";
    for (;;) yield "x: y\r\n";
  }
  const answer = await dribble(headers());
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain("https://geopera.com/problems/request-timeout");
});

test("an upload may take longer than any other body, as long as something of it arrives, and only with a ticket", async () => {
  const { id: project_id } = await system.client.call("projects.create", { name: "Slow lines" });
  const { id: upload_id } = await system.client.call("uploads.initiate", { project_id });
  const file = { upload_id, file_name: "a.tif", content_type: "image/tiff" };
  const { upload_url } = await system.client.call("uploads.signed_url", file);
  const path = new URL(upload_url).pathname;
  const put = (to: string) =>
    `PUT ${to} HTTP/1.1\r\nhost: x\r\ncontent-length: 20\r\nconnection: close\r\n\r\n`;
  // A second in all.
  expect(await dribble([put(path), ...Array<string>(20).fill("x")])).toMatch(/^HTTP\/1\.1 200 /);
  expect(await dribble([put(path), "x", "x"])).toMatch(/^HTTP\/1\.1 408 /);
  expect(await dribble([put(path.replace(/a\.tif$/, "b.tif")), "x"])).toMatch(/^HTTP\/1\.1 404 /);
});
