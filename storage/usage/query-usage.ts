import { COUNTER_NAMES, type UsageCounter } from "../../core/billing/billable.ts";
import { monthAt, nextMonth, type Month } from "../../core/billing/month.ts";
import type { UsageWindow } from "../../core/usage/usage-window.ts";
import type { Queryable } from "../database/database.ts";

/** What usage can be told apart by, and the column that says it. */
const GROUPS = {
  link: { name: "link_id", column: "usage.link_id" },
  target: { name: "target_id", column: "usage.target_id" },
  project: { name: "project_id", column: "coalesce(items.project_id, collections.project_id)" },
} as const;

/** One of the things that usage can be told apart by. */
export type UsageGroup = keyof typeof GROUPS;

/** The names of all groups. */
export const USAGE_GROUPS = Object.keys(GROUPS) as readonly UsageGroup[];

/** Whose usage, when, and how it is cut. */
export interface UsageQuestion {
  readonly organizationId: string;
  /** The first instant of a window of the first month asked for; milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly window: UsageWindow;
  readonly groupBy: readonly UsageGroup[];
  /** Ids of which only the usage is wanted; the rest is summed up as `isWanted: false`. */
  readonly only: Readonly<Partial<Record<UsageGroup, string | undefined>>>;
}

/** The usage of a group in a window; sums as whole numbers. */
export interface WindowUsage extends Readonly<Record<UsageCounter, bigint>> {
  readonly startMs: number;
  readonly isWanted: boolean;
  /** Ids by group; null for a project that has gone, and for what was not asked. */
  readonly ids: Readonly<Record<UsageGroup, string | null>>;
}

/**
 * Sums an organization's usage by window and group, at the time it happened, whenever it was booked; in the
 * order of the windows. Resolves to undefined where there would be more than `rowsMax` rows.
 */
export async function queryUsage(
  database: Queryable,
  question: UsageQuestion,
  { rowsMax, nowMs }: { readonly rowsMax: number; readonly nowMs: number },
): Promise<WindowUsage[] | undefined> {
  const { organizationId, fromMs, toMs, window, groupBy, only } = question;
  const [source, start, time] =
    window === "month"
      ? ["usage_months", "month::timestamp at time zone 'UTC'", "month::timestamp at time zone 'UTC'"]
      : ["usage_rollups", `date_bin('1 ${window}', hour, '2000-01-01T00:00Z')`, "hour"];
  const asked = (group: UsageGroup) => groupBy.includes(group) || only[group] !== undefined;
  const idOf = (group: UsageGroup) => (asked(group) ? GROUPS[group].column : "null::uuid");
  // The condition of the first group is parameter 5.
  const wanted = USAGE_GROUPS.map(
    (group, index) => `($${index + 5}::text is null or ${idOf(group)}::text = $${index + 5}::text)`,
  );
  const shown = (group: UsageGroup) =>
    groupBy.includes(group) ? `case when is_wanted then ${GROUPS[group].name} end` : "null::uuid";
  const rows = await database.unsafe<Row[]>(
    `with used as (
      select ${start} as start, coalesce(${wanted.join(" and ")}, false) as is_wanted,
        ${USAGE_GROUPS.map((group) => `${idOf(group)} as ${GROUPS[group].name}`).join(", ")},
        ${COUNTER_NAMES.map((name) => `usage.${name}`).join(", ")}
      from ${source} as usage ${asked("project") ? PROJECTS : ""}
      where usage.organization_id = $1::uuid and usage.booked_in = any($2::text[]::date[])
        and ${time} >= $3::text::timestamptz and ${time} < $4::text::timestamptz
    )
    select (extract(epoch from start) * 1000)::bigint::text as start_ms, is_wanted,
      ${USAGE_GROUPS.map((group) => `${shown(group)} as ${GROUPS[group].name}`).join(", ")},
      ${COUNTER_NAMES.map((name) => `sum(${name})::text as ${name}`).join(", ")}
    from used group by start, 2, 3, 4, 5 order by start, 2, 3, 4, 5 limit ${rowsMax + 1}`,
    [
      organizationId,
      bookingMonths(fromMs, nowMs),
      new Date(fromMs).toISOString(),
      new Date(toMs).toISOString(),
      ...USAGE_GROUPS.map((group) => only[group] ?? null),
    ],
  );
  return rows.length > rowsMax ? undefined : rows.map(toUsage);
}

const PROJECTS = `left join items on items.id = usage.target_id
        left join collections on collections.id = usage.target_id`;

interface Row extends Readonly<Record<UsageCounter, string>> {
  readonly start_ms: string;
  readonly is_wanted: boolean;
  readonly link_id: string | null;
  readonly target_id: string | null;
  readonly project_id: string | null;
}

/** The months in which usage from a time on may be booked: late usage of a closed month in a later one. */
function bookingMonths(fromMs: number, nowMs: number): Month[] {
  const last = nextMonth(nextMonth(monthAt(nowMs)));
  const months: Month[] = [];
  for (let month = monthAt(fromMs); month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function toUsage(row: Row): WindowUsage {
  const sums = Object.fromEntries(COUNTER_NAMES.map((name) => [name, BigInt(row[name])]));
  return {
    startMs: Number(row.start_ms),
    isWanted: row.is_wanted,
    ids: { link: row.link_id, target: row.target_id, project: row.project_id },
    ...(sums as Record<UsageCounter, bigint>),
  };
}
