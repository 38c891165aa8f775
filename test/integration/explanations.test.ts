import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Explanations } from "../../queue/explanations.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { createLogger } from "../../infra/logger.ts";
import { newId } from "../../infra/new-id.ts";
import { Trail } from "../../infra/trails/trail.ts";
import { explain } from "../../infra/trails/explanation.ts";
import { Client } from "../support/client.ts";
import { runOps } from "../support/run-ops.ts";
import { runProgram } from "../support/run-program.ts";
import { grantedTileUrl, PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { killProcess, startWorkerProcess } from "../support/worker-process.ts";

// oxlint-disable typescript/no-explicit-any
interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly service: string;
  readonly pid: number;
  readonly began: bigint;
  readonly ended: bigint;
}

let collector: Server;
const received: ReceivedSpan[] = [];
const authorizations: (string | undefined)[] = [];
let system: TestSystem;
let shared: SharedItem;
let worker: Awaited<ReturnType<typeof startWorkerProcess>>;

beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      authorizations.push(request.headers.authorization);
      if (request.url === "/v1/traces")
        received.push(...spansIn(JSON.parse(Buffer.concat(chunks).toString())));
      response.end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(collector, "listening");
  const settings = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    OTEL_EXPORTER_OTLP_HEADERS: "authorization=Bearer of-the-collector",
    OTEL_TRACES_SAMPLER_ARG: "1",
    EXPLAIN_SLOW_MS: "0",
  };
  system = await startSystem({ settings });
  worker = await startWorkerProcess(system, "render");
  shared = await shareItem(system);
});
afterAll(async () => {
  await killProcess(worker);
  await system.stop();
  collector.close();
});

/** The JSON of OTLP, as a collector reads it. */
function spansIn(body: any): ReceivedSpan[] {
  return body.resourceSpans.flatMap(({ resource, scopeSpans }: any) => {
    const of = (name: string) => resource.attributes.find(({ key }: any) => key === name).value;
    return scopeSpans.flatMap(({ spans }: any) =>
      spans.map((span: any) => ({
        ...span,
        service: of("service.name").stringValue,
        pid: Number(of("process.pid").intValue),
        began: BigInt(span.startTimeUnixNano),
        ended: BigInt(span.endTimeUnixNano),
      })),
    );
  });
}

test("one cold tile is one trace across API, worker and render process, and explains itself by its id", async () => {
  const answer = await new Client(system.url).get(await grantedTileUrl(system, shared.token, shared.tile));
  expect([answer.status, answer.headers.get("x-cache")]).toEqual([200, "render"]);
  const id = answer.headers.get("x-request-id") ?? "";

  const trace = () => {
    const root = received.find(({ name }) => name.startsWith("GET /v1/share/tiles/:grant/:z"));
    return received.filter(({ traceId }) => traceId === root?.traceId);
  };
  await expect.poll(() => new Set(trace().map(({ service }) => service)).size, { timeout: 20_000 }).toBe(3);
  const spans = trace();
  const named = (name: string) => spans.find((span) => span.name === name)!;
  const [root] = spans.filter(({ parentSpanId }) => parentSpanId === undefined);
  expect(named("open").parentSpanId).toBe(root!.spanId);
  expect(named("render").parentSpanId).toBe(root!.spanId);
  expect(named("tile.render")).toMatchObject({ parentSpanId: named("render").spanId, service: "workers" });
  expect(named("draw").parentSpanId).toBe(named("tile.render").spanId);
  for (const name of ["read", "paint", "encode"]) {
    expect(named(name)).toMatchObject({ parentSpanId: named("draw").spanId, service: "render-process" });
    expect(named(name).ended).toBeGreaterThanOrEqual(named(name).began);
  }
  const processes = [root!, named("draw"), named("read")].map(({ pid }) => pid);
  expect(new Set(processes).size).toBe(3);
  expect(processes.slice(0, 2)).toEqual([process.pid, worker.pid]);
  expect(new Set(authorizations)).toEqual(new Set(["Bearer of-the-collector"]));

  const { code, out } = await runProgram(system, "ops", ["explain", id]);
  expect(code).toBe(0);
  for (const step of [
    "open",
    "store",
    "render",
    "queue",
    "take",
    "draw",
    "read",
    "encode",
    "deliver",
    "record",
  ]) {
    expect(out).toMatch(new RegExp(`^ *${step} `, "m"));
  }
  expect(out).toContain(shared.linkId);
  expect(out).toMatch(new RegExp(`workers \\S+:${worker.pid}`));
  expect(out).not.toContain(shared.token);
});

test("a failed tile names its problem, and an unknown id says why nothing is known", async () => {
  await killProcess(worker);
  const cold = { ...shared.tile, z: shared.tile.z + 1, x: shared.tile.x * 2, y: shared.tile.y * 2 };
  const failed = await new Client((await system.startAnotherApi({ RENDER_DEADLINE_MS: 200 })).url).post(
    "/v1/op/share.tile.render",
    { token: shared.token, password: PASSWORD, ...cold, format: "avif" },
  );
  expect(failed.status).toBe(503);
  const answer = await runOps(system, "explain", [failed.json.request_id]);
  expect(answer["request"]).toMatchObject([{ result: "unavailable" }]);
  expect(answer["steps"]?.map(({ step }) => step)).toEqual(expect.arrayContaining(["open", "render"]));
  const latest = await runOps(system, "explain", []);
  expect(latest["latest"]?.map(({ id }) => id)).toContain(failed.json.request_id);
  await expect(runOps(system, "explain", ["nothing"])).rejects.toThrow("faster than EXPLAIN_SLOW_MS");
});

test("fast requests leave nothing, unless the operator asks with the key", async () => {
  const { url, deps } = await system.startAnotherApi({ EXPLAIN_SLOW_MS: 60_000 });
  const { explanations } = deps.following;
  const ask = async (headers: Record<string, string>) =>
    (await new Client(url).get("/openapi.json", headers)).headers.get("x-request-id") ?? "";
  const wanted = await ask({ "x-geopera-explain": system.config.OPERATOR_KEY ?? "" });
  await expect.poll(() => explanations.find(wanted)).toMatchObject({ facts: { route: "/openapi.json" } });
  const others = [await ask({}), await ask({ "x-geopera-explain": "a guess" })];
  expect(await Promise.all(others.map((id) => explanations.find(id)))).toEqual([undefined, undefined]);
});

test("what is kept has a bound in number and size, and ends by itself", async () => {
  const connection = openPatientConnection(system.config, createLogger({ LOG_LEVEL: "silent" }, "test"));
  const prefix = `{explained-${newId()}}`;
  const trail = new Trail();
  for (let step = 0; step < 500; step += 1) trail.add({ name: "x".repeat(900), atMs: 0, ms: 1, facts: {} });
  for (let index = 0; index < 1_050; index += 1) {
    // One for each record: each keeps a few in a second.
    const one = new Explanations(connection, prefix);
    one.keep(explain(trail, { id: `${index}`, kind: "request", program: "api", facts: {} }));
  }
  const explanations = new Explanations(connection, prefix);
  await expect.poll(() => explanations.find("1049")).toBeDefined();
  expect(await connection.zcard(`${prefix}:explained`)).toBe(1_000);
  expect(await connection.strlen(`${prefix}:explain:1049`)).toBeLessThanOrEqual(12_000);
  expect(await connection.ttl(`${prefix}:explain:1049`)).toBeGreaterThan(80_000);
  connection.disconnect();
});
