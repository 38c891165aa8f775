import type { Fault, Findings } from "./fault.ts";
import type { LoadReport } from "./load-report.ts";

/** One row of the table in docs/reliability.md. */
export interface Row {
  readonly fault: string;
  readonly promised: string;
  readonly seen: string;
  readonly failed: string;
  readonly recovery: string;
  readonly usage: string;
  /** What contradicts the promise; empty when all is well. */
  readonly violations: readonly string[];
}

/** What a row is judged by. */
interface Outcome {
  readonly report: LoadReport | undefined;
  readonly findings: readonly Findings[];
  /** Usage events of the row's link. */
  readonly events: number;
  /** Tiles answered to others than the viewers. */
  readonly beside: number;
}

/** Makes the row of a fault: what was seen, and what of it contradicts the goal. */
export function judge({ name, promised, goal }: Fault, { report, findings, events, beside }: Outcome): Row {
  const answered = beside + (report?.answered ?? 0) + (report?.wrong ?? 0);
  const most = answered + (report?.cut ?? 0);
  const isExact = events >= answered && events <= most;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const seen = findings.flatMap((finding) => finding.seen ?? []);
  const violations = findings.flatMap((finding) => finding.violations ?? []);
  if (!isExact) violations.push(`${events} events for ${answered} to ${most} tiles`);
  if (report !== undefined) {
    seen.unshift(
      `cached: ${report.keptShare === undefined ? "" : `${Math.round(report.keptShare * 100)} % of the rate before, `}slowest ${seconds(report.slowestWarmMs)}; cold: slowest ${seconds(report.slowestColdMs)}`,
    );
    const bounds = [
      ["wrong bodies", report.wrong, 0],
      ["cached tiles failed", report.failedWarm, goal.failedWarmMax ?? 0],
      ["cold tiles failed", report.failedCold, goal.failedColdMax ?? 0],
      ["cached tiles took more than 2 s", report.slowWarm, goal.slowWarmMax ?? Number.POSITIVE_INFINITY],
      [
        "ms until all was well",
        Math.round(report.recoveryMs),
        goal.recoveryMsMax ?? Number.POSITIVE_INFINITY,
      ],
    ] as const;
    for (const [what, value, most] of bounds) if (value > most) violations.push(`${value} ${what}`);
    if (report.keptShare !== undefined && report.keptShare < (goal.keptMin ?? 0))
      violations.push(`${Math.round(report.keptShare * 100)} % kept`);
  }
  const failed = findings.reduce((sum, finding) => sum + (finding.failed ?? 0), 0);
  return {
    fault: name,
    promised,
    seen: seen.join("; "),
    failed:
      report === undefined
        ? String(failed)
        : `${report.failedWarm} cached, ${report.failedCold} cold of ${report.requests}`,
    recovery: report === undefined ? "" : seconds(report.recoveryMs),
    usage: isExact ? `${events}, exact` : `${events} for ${answered}`,
    violations,
  };
}

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const head = "| fault | promised | seen | requests failed | recovery | usage recorded | met |";
  const lines = rows.map(({ fault, promised, seen, failed, recovery, usage, violations }) => {
    const met = violations.length === 0 ? "yes" : `no: ${violations.join(", ")}`;
    return `| ${[fault, promised, seen, failed, recovery, usage, met].join(" | ")} |`;
  });
  return [head, "| --- | --- | --- | --- | --- | --- | --- |", ...lines].join("\n");
}

const BEGIN = "<!-- written by npm run test:chaos -->";
const END = "<!-- end of what it writes -->";

/** A document with its table replaced; throws where the document has no place for one. */
export function withTable(document: string, text: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error("the document has no place for the table");
  return `${document.slice(0, from)}${BEGIN}\n\n${text}\n\n${document.slice(to)}`;
}
