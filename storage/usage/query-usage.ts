import { COUNTER_NAMES, type UsageCounter } from "../../core/billing/billable.ts";
import { monthAt, nextMonth, type Month } from "../../core/billing/month.ts";
import type { UsageWindow } from "../../core/usage/usage-window.ts";
import { JOINED_TAGS } from "../billing/line-tags.ts";
import type { Queryable } from "../database/database.ts";

/** What usage can be grouped by, and the column that says it. */
const GROUPS = {
  link: { name: "link_id", column: "usage.link_id" },
  target: { name: "target_id", column: "usage.target_id" },
  project: { name: "project_id", column: "coalesce(items.project_id, collections.project_id)" },
} as const;

/** One of the things that usage can be grouped by. */
export type UsageGroup = keyof typeof GROUPS;

/** The names of all groups. */
export const USAGE_GROUPS = Object.keys(GROUPS) as readonly UsageGroup[];

/** Keys of tags that one question may name. */
export const TAG_KEYS_MAX = 3;

/** Whose usage, when, and how it is cut. */
export interface UsageQuestion {
  readonly organizationId: string;
  /** The first instant of a window of the first month asked for; milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly window: UsageWindow;
  readonly groupBy: readonly UsageGroup[];
  /** Keys of tags by whose values of now it is grouped as well; at most {@link TAG_KEYS_MAX}. */
  readonly tagKeys?: readonly string[];
  /** Ids of which only the usage is wanted; the rest is summed up as `isWanted: false`. */
  readonly only: Readonly<Partial<Record<UsageGroup, string | undefined>>>;
}

/** The usage of a group in a window; sums as whole numbers. */
export interface WindowUsage extends Readonly<Record<UsageCounter, bigint>> {
  readonly startMs: number;
  readonly isWanted: boolean;
  /** Ids by group; null for a project that has gone, and for what was not asked. */
  readonly ids: Readonly<Record<UsageGroup, string | null>>;
  /** Values of the tags that were asked for, in their order; null where there is none. */
  readonly tagValues: readonly (string | null)[];
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
  const { organizationId, fromMs, toMs, window, groupBy, tagKeys = [], only } = question;
  const { source, start, time, boundary } = SOURCES[window];
  const asked = (group: UsageGroup) => groupBy.includes(group) || only[group] !== undefined;
  const idOf = (group: UsageGroup) => (asked(group) ? GROUPS[group].column : "null::uuid");
  // The condition of the first group is parameter 5.
  const wanted = USAGE_GROUPS.map(
    (group, index) => `($${index + 5}::text is null or ${idOf(group)}::text = $${index + 5}::text)`,
  );
  const isAnyWanted = USAGE_GROUPS.every((group) => only[group] === undefined);
  // What is not asked is no column: every one is sorted, sent and read for each row.
  const columns: Readonly<Record<string, string>> = {
    start: "start",
    ...(!isAnyWanted && { is_wanted: "is_wanted" }),
    ...Object.fromEntries(
      groupBy.map((group) => [
        GROUPS[group].name,
        isAnyWanted ? GROUPS[group].name : `case when is_wanted then ${GROUPS[group].name} end`,
      ]),
    ),
    ...(tagKeys.length > 0 && { tag_values: "case when is_wanted then tag_values end" }),
  };
  const places = Object.keys(columns).map((_name, index) => index + 1);
  const rows = await database.unsafe<Row[]>(
    `with used as (
      select (extract(epoch from ${start}) * 1000)::bigint as start, coalesce(${wanted.join(" and ")}, false) as is_wanted,
        ${USAGE_GROUPS.map((group) => `${idOf(group)} as ${GROUPS[group].name}`).join(", ")},
        ${tagKeys.length === 0 ? "null::jsonb" : tagValues(tagKeys.length)} as tag_values,
        ${COUNTER_NAMES.map((name) => `usage.${name}`).join(", ")}
      from ${source} as usage ${asked("project") || tagKeys.length > 0 ? PROJECTS : ""} ${tagKeys.length > 0 ? TAGGED : ""}
      where usage.organization_id = $1::uuid and usage.booked_in = any($2::text[]::date[])
        and ${time} >= ${boundary("$3")} and ${time} < ${boundary("$4")}
    )
    select ${Object.entries(columns)
      .map(([name, sql]) => `${sql} as ${name}`)
      .join(", ")},
      ${COUNTER_NAMES.map((name) => `sum(${name})::text as ${name}`).join(", ")}
    from used group by ${places.join(", ")} order by ${places.join(", ")} limit ${rowsMax + 1}`,
    [
      organizationId,
      bookingMonths(fromMs, nowMs),
      new Date(fromMs).toISOString(),
      new Date(toMs).toISOString(),
      ...USAGE_GROUPS.map((group) => only[group] ?? null),
      ...tagKeys,
    ],
  );
  return rows.length > rowsMax ? undefined : rows.map(toUsage);
}

const instant = (parameter: string) => `${parameter}::text::timestamptz`;
const utcDay = (parameter: string) => `(${instant(parameter)} at time zone 'UTC')::date`;

/** Each window has sums of its own: the table, when a row's window begins, and the bounds of a question. */
const SOURCES: Readonly<
  Record<
    UsageWindow,
    { source: string; start: string; time: string; boundary: (parameter: string) => string }
  >
> = {
  hour: { source: "usage_rollups", start: "hour", time: "hour", boundary: instant },
  day: {
    source: "usage_days",
    start: "usage.day::timestamp at time zone 'UTC'",
    time: "usage.day",
    boundary: utcDay,
  },
  month: {
    source: "usage_months",
    start: "usage.month::timestamp at time zone 'UTC'",
    time: "usage.month",
    boundary: utcDay,
  },
};

const PROJECTS = `left join items on items.id = usage.target_id
        left join collections on collections.id = usage.target_id`;

/** Tags of the link's project: an item and its links lie in one project. */
const TAGGED = `left join share_links on share_links.id = usage.link_id
        left join projects on projects.id = share_links.project_id
        left join organizations on organizations.id = usage.organization_id`;

/** The values of so many tags, whose keys are the last parameters. */
function tagValues(count: number): string {
  const first = USAGE_GROUPS.length + 5;
  const values = Array.from({ length: count }, (_, index) => `joined.tags ->> $${first + index}::text`);
  return `(select jsonb_build_array(${values.join(", ")}) from (select ${JOINED_TAGS} as tags) as joined)`;
}

/** With what was asked for. */
interface Row extends Readonly<Record<UsageCounter, string>> {
  readonly start: number;
  readonly is_wanted?: boolean;
  readonly link_id?: string | null;
  readonly target_id?: string | null;
  readonly project_id?: string | null;
  readonly tag_values?: readonly (string | null)[] | null;
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
    startMs: row.start,
    isWanted: row.is_wanted ?? true,
    ids: { link: row.link_id ?? null, target: row.target_id ?? null, project: row.project_id ?? null },
    tagValues: row.tag_values ?? [],
    ...(sums as Record<UsageCounter, bigint>),
  };
}
