import { expect, test } from "vitest";
import { spansOf } from "./span.ts";
import { formatTraceparent, newSpanId, newTraceId, parseTraceparent } from "./trace-context.ts";
import { Trail } from "./trail.ts";

const WHOLE = { name: "GET /", kind: "server", attributes: {}, isError: false } as const;

test("a sampled traceparent is read back, any other one is none", () => {
  const context = { traceId: newTraceId(), spanId: newSpanId() };
  expect(parseTraceparent(formatTraceparent(context))).toEqual(context);
  const { traceId, spanId } = context;
  for (const header of [
    undefined,
    "",
    "no trace",
    `00-${traceId}-${spanId}-00`,
    `00-${"0".repeat(32)}-${spanId}-01`,
    `00-${traceId}-${"0".repeat(16)}-01`,
    `01-${traceId}-${spanId}-01`,
    `00-${traceId.toUpperCase()}g-${spanId}-01`,
  ]) {
    expect(parseTraceparent(header)).toBeUndefined();
  }
});

test("steps become children of the request, and of the steps that they name", async () => {
  const trail = new Trail();
  const parent = { traceId: newTraceId(), spanId: newSpanId() };
  trail.trace(parent);
  const step = trail.begin("render");
  await expect(trail.run("fails", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  trail.add({ name: "read", atMs: 1, ms: 2, facts: {}, parentSpanId: step.spanId, renderPid: 7 });
  step.end();
  const [root, ...steps] = spansOf(trail, WHOLE);
  expect(root).toMatchObject({ traceId: parent.traceId, parentSpanId: parent.spanId, kind: 2 });
  expect(steps.map(({ name, parentSpanId }) => [name, parentSpanId])).toEqual([
    ["fails", root!.spanId],
    ["read", step.spanId],
    ["render", root!.spanId],
  ]);
  expect(parseTraceparent(step.traceparent)).toEqual({ traceId: parent.traceId, spanId: step.spanId });
});

test("without a trace there are neither ids nor spans, and steps have a bound", () => {
  const trail = new Trail();
  expect(trail.begin("render")).toMatchObject({ spanId: undefined, traceparent: undefined });
  for (let step = 0; step < 100; step += 1) trail.add({ name: "step", atMs: 0, ms: 0, facts: {} });
  expect(trail.steps).toHaveLength(60);
  expect(spansOf(trail, WHOLE)).toEqual([]);
});
