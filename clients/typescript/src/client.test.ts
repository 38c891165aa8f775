import { afterEach, describe, expect, expectTypeOf, test } from "vitest";
import {
  json,
  problem,
  startScriptedServer,
  type ScriptedAnswer,
  type ScriptedServer,
} from "../../scripted-server.fixture.ts";
import { GeoperaClient } from "./client.ts";
import type { ShareLinkCreateOutput } from "./generated/schemas.ts";
import { BeingPreparedError, LinkGoneError, NotFoundError, RenderFailedError } from "./generated/errors.ts";
import { GeoperaError, NoAnswerError } from "./geopera-error.ts";
import { VERSION } from "./version.ts";

const servers: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** Each request gets the next answer, and the last one again and again. */
async function serve(...answers: ScriptedAnswer[]): Promise<ScriptedServer> {
  const server = await startScriptedServer(
    (_request, index) => answers[Math.min(index, answers.length - 1)] ?? {},
  );
  servers.push(server);
  return server;
}

async function failureOf(call: Promise<unknown>): Promise<GeoperaError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GeoperaError)) throw new Error("expected a GeoperaError", { cause: error });
  return error;
}

const LINK = {
  target_type: "item",
  target_id: "i",
  password: "correct horse",
  expires_at: "2030-01-01T00:00:00Z",
} as const;
const AT_ONCE = { "retry-after": "0" };

describe("a call", () => {
  test("posts its input to the operation's path and answers its object", async () => {
    const { url, requests } = await serve(json({ id: "l", token: "t" }));
    const client = new GeoperaClient({ baseUrl: url, token: "gpra_x" });
    const link = await client.share.link.create(LINK);
    expectTypeOf(link).toEqualTypeOf<ShareLinkCreateOutput>();
    expect(link).toEqual({ id: "l", token: "t" });
    expect(requests[0]).toMatchObject({ method: "POST", path: "/v1/op/share.link.create" });
    expect(requests[0]?.headers).toMatchObject({
      authorization: "Bearer gpra_x",
      "content-type": "application/json",
      "user-agent": `geopera-share-typescript/${VERSION} node/${process.versions.node}`,
    });
    expect(JSON.parse(requests[0]?.body ?? "")).toEqual(LINK);
  });

  test("by id is the same call", async () => {
    const { url, requests } = await serve(json({ ok: true, id: "l" }));
    const client = new GeoperaClient({ baseUrl: url });
    await client.share.link.revoke({ link_id: "l" });
    await client.invoke("share.link.revoke", { link_id: "l" });
    expect(requests[1]?.path).toBe(requests[0]?.path);
    expect(requests[1]?.body).toBe(requests[0]?.body);
    // @ts-expect-error: inputs are typed by id
    await client.invoke("share.link.revoke", { link: "l" });
    await expect(client.invoke("share.link.rewoke" as "share.link.revoke", { link_id: "l" })).rejects.toThrow(
      "there is no operation share.link.rewoke",
    );
  });

  test("of an operation of a later version is made without types, once", async () => {
    const { url, requests } = await serve(json({ ok: true }), "reset");
    const client = new GeoperaClient({ baseUrl: url });
    expect(await client.invokeUnknown("later.thing", { a: 1 })).toEqual({ ok: true });
    expect(requests[0]).toMatchObject({ path: "/v1/op/later.thing", body: '{"a":1}' });
    await failureOf(client.invokeUnknown("later.thing"));
    expect(requests).toHaveLength(2);
  });

  test("without fields needs no input", async () => {
    const { url, requests } = await serve(json({ api_keys: [] }));
    expect(await new GeoperaClient({ baseUrl: url }).api_keys.list()).toEqual({ api_keys: [] });
    expect(requests[0]?.body).toBe("{}");
  });

  test("without a token sends none", async () => {
    const { url, requests } = await serve(json({}));
    await new GeoperaClient({ baseUrl: url }).share.link.validate({ token: "t" });
    expect(requests[0]?.headers).not.toHaveProperty("authorization");
  });

  test("keeps the path of the base URL, with or without a slash at its end", async () => {
    const { url, requests } = await serve(json({}));
    for (const baseUrl of [`${url}/maps/`, new URL(`${url}/maps`)]) {
      await new GeoperaClient({ baseUrl }).share.tilejson({ token: "t" });
    }
    expect(requests.map(({ path }) => path)).toEqual(Array(2).fill("/maps/v1/op/share.tilejson"));
    expect(() => new GeoperaClient({ baseUrl: "nope" })).toThrow(
      'baseUrl "nope" is no address; it should look like https://share.example.org',
    );
  });

  test("for a tile answers bytes, what they are, and where they came from", async () => {
    const bytes = new Uint8Array([0, 255, 128]);
    const headers = { "content-type": "image/webp", "x-cache": "memory" };
    const { url } = await serve({ headers, body: bytes });
    const tile = await new GeoperaClient({ baseUrl: url }).share.tile.render({
      token: "t",
      z: 0,
      x: 0,
      y: 0,
    });
    expect(tile).toEqual({ bytes, contentType: "image/webp", cache: "memory" });
  });
});

describe("a refusal", () => {
  test("carries status, problem and operation", async () => {
    const { url } = await serve(problem(410, "Link no longer valid"));
    const client = new GeoperaClient({ baseUrl: url });
    const error = await failureOf(client.share.tile.render({ token: "t", z: 0, x: 0, y: 0 }));
    expect(error).toMatchObject({ status: 410, operation: "share.tile.render", requestId: "r-1" });
    expect(error.problem).toMatchObject({ title: "Link no longer valid", detail: "What to do." });
    expect(error.message).toBe("share.tile.render: 410 Link no longer valid: What to do.");
    expect(error).toBeInstanceOf(LinkGoneError);
  });

  test("of an input names every fault", async () => {
    const faults = [{ loc: ["body", "z"], msg: "too far", type: "too_big" }];
    const { url } = await serve(json({ detail: faults }, 422, { "x-request-id": "r-2" }));
    const error = await failureOf(new GeoperaClient({ baseUrl: url }).share.tilejson({ token: "t" }));
    expect(error).toMatchObject({ status: 422, faults, problem: undefined, requestId: "r-2" });
    expect(error.message).toBe("share.tilejson: 422 body.z: too far");
  });

  test("written by something between client and service keeps its status", async () => {
    const { url } = await serve({
      status: 502,
      headers: { "content-type": "text/html" },
      body: "<h1>Bad</h1>",
    });
    const client = new GeoperaClient({ baseUrl: url, retriesMax: 0 });
    const error = await failureOf(client.share.tilejson({ token: "t" }));
    expect(error).toMatchObject({ status: 502, problem: undefined, faults: undefined });
  });

  test("is what a page instead of JSON is, too", async () => {
    const { url } = await serve({ headers: { "content-type": "text/html" }, body: "<h1>Hello</h1>" });
    const error = await failureOf(new GeoperaClient({ baseUrl: url }).share.tilejson({ token: "t" }));
    expect(error.message).toContain("not JSON");
  });
});

describe("a refusal's class", () => {
  const typed = (status: number, type: string) =>
    json({ type: `https://geopera.com/problems/${type}`, title: "T", status, detail: "D" }, status);

  test("is that of its problem's type, else the only one of its status", async () => {
    const cases = [
      [typed(503, "being-prepared"), BeingPreparedError],
      [typed(404, "new-type"), NotFoundError],
      [{ status: 404, body: "<h1>Nothing</h1>" }, NotFoundError],
      [typed(503, "new-type"), GeoperaError],
    ] as const;
    for (const [answer, kind] of cases) {
      const { url } = await serve(answer);
      const client = new GeoperaClient({ baseUrl: url, retriesMax: 0 });
      expect((await failureOf(client.share.tilejson({ token: "t" }))).constructor).toBe(kind);
    }
  });

  test("of a raster that cannot be rendered makes no other attempt", async () => {
    const { url, requests } = await serve(typed(502, "render-failed"));
    const call = new GeoperaClient({ baseUrl: url }).share.tilejson({ token: "t" });
    expect(await failureOf(call)).toBeInstanceOf(RenderFailedError);
    expect(requests).toHaveLength(1);
  });
});

describe("a call whose connection is lost", () => {
  test.each<ScriptedAnswer>([
    "reset",
    "cut",
    ...[408, 502, 504].map((status) => problem(status, "Lost", { "retry-after": "0" })),
  ])("is made again, a create under the same Idempotency-Key: %j", async (lost) => {
    const { url, requests } = await serve(lost, json({ id: "l" }));
    const client = new GeoperaClient({ baseUrl: url });
    expect(await client.share.link.create(LINK)).toEqual({ id: "l" });
    expect(requests).toHaveLength(2);
    expect(new Set(requests.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  test("is made again where it destroys: a key makes that one effect", async () => {
    const { url, requests } = await serve("reset", json({ ok: true }));
    await new GeoperaClient({ baseUrl: url }).share.link.revoke({ link_id: "l" });
    expect(requests).toHaveLength(2);
    expect(requests[0]?.headers["idempotency-key"]).toMatch(/^[0-9a-f]{32}$/);
    expect(requests[1]?.headers["idempotency-key"]).toBe(requests[0]?.headers["idempotency-key"]);
  });

  test("waits for a first attempt that still runs", async () => {
    const { url, requests } = await serve("cut", problem(409, "Conflict", AT_ONCE), json({ id: "l" }));
    expect(await new GeoperaClient({ baseUrl: url }).share.link.create(LINK)).toEqual({ id: "l" });
    expect(requests).toHaveLength(3);
  });

  test("is no longer made when its caller has ended it", async () => {
    const controller = new AbortController();
    const server = await startScriptedServer(() => {
      controller.abort("enough");
      return "reset";
    });
    servers.push(server);
    const call = new GeoperaClient({ baseUrl: server.url }).share.tilejson(
      { token: "t" },
      { signal: controller.signal },
    );
    await expect(call).rejects.toBe("enough");
    expect(server.requests).toHaveLength(1);
  });
});

describe("a list", () => {
  test("is gone through page by page, to its end", async () => {
    const page = (from: number, count: number) =>
      json({ links: Array.from({ length: count }, (_, index) => ({ id: `${from + index}` })), total: 5 });
    const { url, requests } = await serve(page(0, 2), page(2, 2), page(4, 1));
    const ids: string[] = [];
    for await (const link of new GeoperaClient({ baseUrl: url }).share.link.list_each({ limit: 2 })) {
      ids.push(link.id);
    }
    expect(ids).toEqual(["0", "1", "2", "3", "4"]);
    expect(requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { limit: 2 },
      { limit: 2, offset: 2 },
      { limit: 2, offset: 4 },
    ]);
  });

  test("follows a cursor of the answer, or of the last row", async () => {
    const audit = await serve(
      json({ entries: [{ id: "b" }], next_before: "b" }),
      json({ entries: [{ id: "a" }], next_before: null }),
    );
    const seen: string[] = [];
    for await (const { id } of new GeoperaClient({ baseUrl: audit.url }).each("audit.list")) seen.push(id);
    expect(seen).toEqual(["b", "a"]);
    const events = await serve(json({ events: [{ id: "x", sequence: 7 }] }), json({ events: [] }));
    for await (const { id } of new GeoperaClient({ baseUrl: events.url }).events.list_each()) seen.push(id);
    expect(seen).toEqual(["b", "a", "x"]);
    expect(JSON.parse(events.requests[1]?.body ?? "")).toEqual({ after: 7 });
  });

  test("asks for no page more than are taken", async () => {
    const { url, requests } = await serve(json({ links: [{ id: "a" }], total: 9 }));
    for await (const _link of new GeoperaClient({ baseUrl: url }).share.link.list_each()) break;
    expect(requests).toHaveLength(1);
  });
});

describe("a large answer", () => {
  test("is read as it arrives, beyond the time of its call, until the caller's own signal", async () => {
    const { url } = await serve({ headers: { "content-type": "text/csv" }, body: "a,bc".repeat(50_000) });
    const client = new GeoperaClient({ baseUrl: url });
    const answer = await client.stream("billing.exports.download", { export_id: "e" }, { timeoutMs: 2_000 });
    expect(answer).toMatchObject({ contentType: "text/csv" });
    let length = 0;
    for await (const chunk of answer.body) length += chunk.length;
    expect(length).toBe(200_000);
    const controller = new AbortController();
    const cut = await client.stream(
      "billing.exports.download",
      { export_id: "e" },
      { signal: controller.signal },
    );
    controller.abort("enough");
    await expect(cut.body.getReader().read()).rejects.toBe("enough");
  });

  test("that is refused is the same error as elsewhere", async () => {
    const { url } = await serve(problem(404));
    const client = new GeoperaClient({ baseUrl: url });
    expect(await failureOf(client.stream("billing.exports.download", { export_id: "e" }))).toBeInstanceOf(
      NotFoundError,
    );
    // @ts-expect-error: only operations that answer bytes are streamed
    void client.stream("share.link.get", { link_id: "l" }).catch(() => undefined);
  });
});

describe("a call that is refused for now", () => {
  test("is made again, with a fresh token, under one Idempotency-Key", async () => {
    const { url, requests } = await serve(
      problem(503, "Away", AT_ONCE),
      problem(429, "Many", AT_ONCE),
      json({ id: "l" }),
    );
    let tokens = 0;
    const client = new GeoperaClient({ baseUrl: url, token: async () => `token ${(tokens += 1)}` });
    expect(await client.share.link.create(LINK)).toEqual({ id: "l" });
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(
      [1, 2, 3].map((number) => `Bearer token ${number}`),
    );
    const keys = new Set(requests.map(({ headers }) => headers["idempotency-key"]));
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });

  test("takes the caller's Idempotency-Key instead", async () => {
    const { url, requests } = await serve(json({}));
    await new GeoperaClient({ baseUrl: url }).share.link.create(LINK, { idempotencyKey: "mine" });
    expect(requests[0]?.headers["idempotency-key"]).toBe("mine");
  });

  test("fails once it was made often enough, saying when to come back", async () => {
    const { url, requests } = await serve(problem(429, "Many", AT_ONCE));
    const client = new GeoperaClient({ baseUrl: url, retriesMax: 1 });
    expect(await failureOf(client.share.tilejson({ token: "t" }))).toMatchObject({
      status: 429,
      retryAfter: 0,
    });
    expect(requests).toHaveLength(2);
    await failureOf(client.share.tilejson({ token: "t" }, { retriesMax: 0 }));
    expect(requests).toHaveLength(3);
  });

  test("fails at once where the wait would be longer than the call may take", async () => {
    const { url, requests } = await serve(problem(503, "Away", { "retry-after": "3600" }));
    const error = await failureOf(new GeoperaClient({ baseUrl: url }).share.tilejson({ token: "t" }));
    expect(error).toMatchObject({ status: 503, retryAfter: 3600 });
    expect(requests).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 409, 410, 422, 500])("is not made again after a %i", async (status) => {
    const { url, requests } = await serve(problem(status, "No"));
    await failureOf(new GeoperaClient({ baseUrl: url }).share.tilejson({ token: "t" }));
    expect(requests).toHaveLength(1);
  });
});

describe("a call without an answer", () => {
  test("is a GeoperaError that says why", async () => {
    const server = await serve(json({}));
    await server.stop();
    const client = new GeoperaClient({ baseUrl: server.url, retriesMax: 0 });
    const error = await failureOf(client.share.tilejson({ token: "t" }));
    expect(error).toBeInstanceOf(NoAnswerError);
    expect(error).toMatchObject({ status: undefined, operation: "share.tilejson" });
    expect(error.message).toContain("ECONNREFUSED");
  });

  test("ends in time", async () => {
    const { url } = await serve("silence");
    const call = new GeoperaClient({ baseUrl: url }).share.tilejson({ token: "t" }, { timeoutMs: 50 });
    expect((await failureOf(call)).message).toBe("share.tilejson: no answer: nothing within 50 ms");
  });

  test("ends when its caller wants so, with the caller's own reason", async () => {
    const { url } = await serve("silence");
    const controller = new AbortController();
    const call = new GeoperaClient({ baseUrl: url }).share.tilejson(
      { token: "t" },
      { signal: controller.signal },
    );
    controller.abort("enough");
    await expect(call).rejects.toBe("enough");
    const late = new GeoperaClient({ baseUrl: url }).share.tilejson(
      { token: "t" },
      { signal: AbortSignal.abort("late") },
    );
    await expect(late).rejects.toBe("late");
  });

  test("ends when its caller wants so while it waits for another attempt", async () => {
    const controller = new AbortController();
    const server = await startScriptedServer(() => {
      setImmediate(() => controller.abort("enough"));
      return problem(503, "Away", { "retry-after": "30" });
    });
    servers.push(server);
    const client = new GeoperaClient({ baseUrl: server.url });
    await expect(client.share.tilejson({ token: "t" }, { signal: controller.signal })).rejects.toBe("enough");
  });

  test("passes on the failure of a token source as it is", async () => {
    const failure = new TypeError("signed out");
    const token = () => Promise.reject(failure);
    const client = new GeoperaClient({ baseUrl: "http://127.0.0.1:9", token });
    await expect(client.share.tilejson({ token: "t" })).rejects.toBe(failure);
  });
});
