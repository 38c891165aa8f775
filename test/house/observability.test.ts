import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { createMetrics } from "../../infra/metrics.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { registerRenderPool, registerSandbox } from "../../infra/render-pool-metrics.ts";

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook_url: string };
}

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const read = (path: string) => readFileSync(join(packageRoot, path), "utf8");
const { groups } = parse(read("infra/prometheus/alerts.yml")) as {
  readonly groups: readonly { readonly rules: readonly Rule[] }[];
};
const rules = groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(read("infra/grafana/geopera.json")) as { readonly panels: readonly Panel[] };
const queries = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
];

/** The names under which a process exports its metrics, with those of the parts of histograms. */
async function exportedNames(): Promise<ReadonlySet<string>> {
  const { registry } = createMetrics();
  const none = { processes: [], waiting: 0, crashes: 0, timeouts: 0, replacements: 0 };
  registerRenderPool(registry, () => none);
  registerSandbox(registry, true);
  const types = [...(await registry.metrics()).matchAll(/^# TYPE (\w+) (\w+)/gm)];
  return new Set(
    types.flatMap(([, name = "", type]) =>
      type === "histogram" ? ["_bucket", "_count", "_sum"].map((part) => name + part) : [name],
    ),
  );
}

test("alerts and dashboards ask for metrics that exist", async () => {
  const exported = await exportedNames();
  const missing = queries.flatMap(([where, expr]) =>
    [...expr.matchAll(/\b(?:geopera|nodejs|process)_\w+/g)]
      .filter(([name]) => !exported.has(name))
      .map(([name]) => `${where}: ${name}`),
  );
  expect(missing).toEqual([]);
});

/** What the queues say better, or what only explains another metric. */
const LOOKED_AT_ELSEWHERE = new Set([
  "geopera_ingests_open",
  "geopera_renders_waiting",
  "geopera_usage_journaled_total",
]);

test("every metric of ours is in an alert or on the dashboard", async () => {
  const all = queries.map(([, expr]) => expr).join("\n");
  const ours = [...(await exportedNames())].filter((name) => name.startsWith("geopera_"));
  const unseen = ours.filter((name) => !all.includes(name.replace(/_(bucket|count|sum)$/, "")));
  expect(unseen.filter((name) => !LOOKED_AT_ELSEWHERE.has(name))).toEqual([]);
});

describe("alerts", () => {
  test.each(rules)(
    "$alert has a severity, a summary and a runbook that exists",
    ({ labels, annotations }) => {
      expect(["page", "ticket"]).toContain(labels.severity);
      expect(annotations.summary).toMatch(/\.$/);
      expect(existsSync(join(packageRoot, annotations.runbook_url))).toBe(true);
    },
  );

  const hasPromtool = spawnSync("promtool", ["--version"]).status === 0;
  if (!hasPromtool)
    console.warn("SKIPPED rules of alerts in observability.test.ts: promtool is not installed");

  test.skipIf(!hasPromtool)("fire when they should, by promtool", () => {
    const folder = join(packageRoot, "infra", "prometheus");
    expect(
      execFileSync("promtool", ["check", "rules", "alerts.yml"], { cwd: folder, encoding: "utf8" }),
    ).toContain("SUCCESS");
    expect(
      execFileSync("promtool", ["test", "rules", "alerts.test.yml"], { cwd: folder, encoding: "utf8" }),
    ).toContain("SUCCESS");
  });
});

test("the list of runbooks names all of them", () => {
  const list = read("docs/runbooks/README.md");
  const files = readdirSync(join(packageRoot, "docs", "runbooks")).filter((name) => name !== "README.md");
  expect(files.filter((name) => !list.includes(`(${name})`))).toEqual([]);
});
