import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMetrics } from "../../infra/metrics.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { registerRenderPool, registerSandbox } from "../../infra/render-pool-metrics.ts";

const FIGURES = {
  processes: [
    { inFlight: 2, residentBytes: 300, state: "ready" },
    { inFlight: 1, residentBytes: 500, state: "draining" },
  ],
  waiting: 4,
  crashes: 5,
  timeouts: 6,
  replacements: 7,
} as const;

function register() {
  const { registry } = createMetrics();
  registerRenderPool(registry, () => FIGURES);
  registerSandbox(registry, true);
  return registry;
}

test("docs/operating.md names every metric of ours, and no other", async () => {
  const page = readFileSync(join(packageRoot, "docs", "operating.md"), "utf8");
  const documented = [...page.matchAll(/^\| `(geopera_\w+)/gm)].map(([, name = ""]) => name);
  const registered = [...(await register().metrics()).matchAll(/^# TYPE (geopera_\w+)/gm)].map(
    ([, name = ""]) => name,
  );
  expect(new Set(documented)).toEqual(new Set(registered));
});

test("names follow Prometheus: counters end in _total, times in _seconds", async () => {
  const types = [...(await register().metrics()).matchAll(/^# TYPE (geopera_\w+) (\w+)/gm)];
  const counters = types.filter(([, , type]) => type === "counter").map(([, name]) => name);
  const histograms = types.filter(([, , type]) => type === "histogram").map(([, name]) => name);
  expect(counters.filter((name) => name?.endsWith("_total") !== true)).toEqual([]);
  expect(histograms.filter((name) => name?.endsWith("_seconds") !== true)).toEqual([]);
});

test("the figures of render processes are read when they are scraped, counters without adding up", async () => {
  const registry = register();
  await registry.metrics();
  const text = await registry.metrics();
  expect(text).toContain('geopera_render_processes{state="ready"} 1');
  expect(text).toContain("geopera_render_tasks_waiting 4");
  expect(text).toContain("geopera_render_tasks_in_flight 3");
  expect(text).toContain("geopera_render_process_resident_bytes_max 500");
  expect(text).toContain("geopera_render_process_crashes_total 5");
  expect(text).toContain("geopera_render_timeouts_total 6");
  expect(text).toContain("geopera_render_process_replacements_total 7");
});
