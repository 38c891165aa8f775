import { UsageError } from "../../infra/command-line.ts";
import type { Explanation } from "../../infra/trails/explanation.ts";
import type { TrailStep } from "../../infra/trails/trail.ts";
import { Explanations } from "../../queue/explanations.ts";
import type { OpsAnswer, OpsInput, OpsParts } from "./ops-command.ts";

const LISTED_MAX = 20;

/** `npm run ops -- explain REQUEST_ID`: where the time of a slow or failed request went, in every process. */
export async function explainRequest(parts: OpsParts, { args: [id] }: OpsInput): Promise<OpsAnswer> {
  const { redis, config } = parts;
  const explanations = new Explanations(redis, config.REDIS_PREFIX);
  if (id === undefined) return await latest(explanations);
  const found = await explanations.find(id);
  if (found === undefined) {
    throw new UsageError(
      `nothing is known of ${id}: it was faster than EXPLAIN_SLOW_MS, is older than a day, or was one of too many`,
    );
  }
  const blocks = found.steps.flatMap(({ facts }) =>
    typeof facts["block"] === "string" ? facts["block"] : [],
  );
  const looked = await Promise.all([...new Set(blocks)].map((block) => explanations.find(block)));
  const renders = looked.filter((render) => render !== undefined);
  return {
    [found.kind]: [summaryOf(found)],
    facts: Object.entries(found.facts).map(([fact, value]) => ({ fact, value })),
    steps: stepsOf(found, renders),
  };
}

/** What there is to explain, the latest first. */
async function latest(explanations: Explanations): Promise<OpsAnswer> {
  const ids = await explanations.latest(LISTED_MAX);
  const records = await Promise.all(ids.map((id) => explanations.find(id)));
  return {
    latest: records
      .filter((record) => record !== undefined)
      .map((record) => ({
        id: record.id,
        kind: record.kind,
        at: record.at,
        ms: record.totalMs,
        what: String(record.facts["route"] ?? record.facts["outcome"] ?? ""),
        status: record.facts["status"] ?? "",
      })),
  };
}

function summaryOf({ id, at, totalMs, program, host, pid, facts }: Explanation) {
  const slowest = facts["problem"] ?? facts["outcome"] ?? facts["from"] ?? "";
  return { id, at, ms: totalMs, process: `${program} ${host}:${pid}`, result: slowest };
}

/** The steps of a request in their order, those of a render below the step that waited for it. */
function stepsOf(request: Explanation, renders: readonly Explanation[]) {
  const row = (step: TrailStep, of: Explanation, depth: number) => ({
    step: `${"  ".repeat(depth)}${step.name}`,
    "at (ms)": step.atMs,
    ms: step.ms,
    "%": request.totalMs === 0 ? 0 : Math.round((100 * step.ms) / request.totalMs),
    process:
      step.facts["render_pid"] === undefined
        ? `${of.program} ${of.host}:${of.pid}`
        : `render process ${of.host}:${step.facts["render_pid"]}`,
    about: Object.entries(step.facts)
      .filter(([name]) => name !== "render_pid")
      .map(([name, value]) => `${name} ${value}`)
      .join(", "),
  });
  const byTime = (steps: readonly TrailStep[]) => steps.toSorted((a, b) => a.atMs - b.atMs);
  const known = byTime(request.steps).flatMap((step) => {
    const render = renders.find(({ id }) => id === step.facts["block"]);
    // Clocks of machines differ: steps of a worker count from its own beginning.
    return [
      row(step, request, 0),
      ...(render === undefined ? [] : byTime(render.steps).map((each) => row(each, render, 1))),
    ];
  });
  const named = request.steps.reduce((sum, { ms }) => sum + ms, 0);
  const rest = Math.round((request.totalMs - named) * 10) / 10;
  const other = { name: "other, and sending", atMs: request.totalMs, ms: rest, facts: {} };
  return rest > 0 ? [...known, row(other, request, 0)] : known;
}
