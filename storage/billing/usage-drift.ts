import { COUNTER_NAMES, type UsageSum } from "../../core/billing/billable.ts";
import type { Month } from "../../core/billing/month.ts";
import { newId } from "../../infra/new-id.ts";
import { idParameter, type Database, type Queryable } from "../database/database.ts";
import { COUNTER_COLUMNS, SUMS_OF_EVENTS, SUMS_OF_ROLLUPS } from "../usage/usage-counters.ts";

/** The same usage as it is kept in four places; each has the sums since a day. */
export interface UsageLayers {
  /** Raw events, and what those summed up to that were dropped. */
  readonly events: UsageSum;
  readonly hours: UsageSum;
  readonly days: UsageSum;
  readonly months: UsageSum;
}

/** By how much the layers of an organization's usage differ. */
export interface UsageDrift {
  readonly organization_id: string;
  readonly layers: UsageLayers;
  readonly drift_bytes: number;
  /** Tiles, 304s or openings, whichever differ most. */
  readonly drift_count: number;
}

const LAYERS = ["events", "hours", "days", "months"] as const;

/** The counters of a layer as JSON, 0 where it has no row. */
function sumsOf(layer: string): string {
  return `jsonb_build_object(${COUNTER_NAMES.map((name) => `'${name}', coalesce(${layer}.${name}, 0)`).join(", ")})`;
}

/** The largest less the smallest of a counter's values in all layers. */
function spreadOf(counter: string): string {
  const values = LAYERS.map((layer) => `coalesce(${layer}.${counter}, 0)`).join(", ");
  return `(greatest(${values}) - least(${values}))`;
}

const COUNTS = COUNTER_NAMES.filter((name) => name !== "tile_bytes");

/** Usage of an organization, or (null) of all, since the first day of a month. Reads all of its events. */
function compareLayers(database: Queryable, organizationId: string | null, since: Month) {
  const id = idParameter(organizationId ?? "");
  const isMeant = organizationId === null ? database`true` : database`organization_id = ${id}`;
  const from = new Date(since);
  const events = database.unsafe(SUMS_OF_EVENTS);
  const columns = database.unsafe(COUNTER_COLUMNS);
  const sums = database.unsafe(SUMS_OF_ROLLUPS);
  return database`
    with counted as (
      select organization_id, ${events} from usage_events where occurred_at >= ${from} and ${isMeant} group by 1
      union all
      select organization_id, ${columns} from usage_retired_days where day >= ${since}::text::date and ${isMeant}
    ), events as (
      select organization_id, ${sums} from counted group by 1
    ), hours as (
      select organization_id, ${sums} from usage_rollups where hour >= ${from} and ${isMeant} group by 1
    ), days as (
      select organization_id, ${sums} from usage_days where day >= ${since}::text::date and ${isMeant} group by 1
    ), months as (
      select organization_id, ${sums} from usage_months where month >= ${since}::text::date and ${isMeant} group by 1
    ), compared as (
      select id as organization_id from organizations where id = ${id}
      union select organization_id from events union select organization_id from hours
      union select organization_id from days union select organization_id from months
    )
    select compared.organization_id, ${database.unsafe(spreadOf("tile_bytes"))} as drift_bytes,
      greatest(${database.unsafe(COUNTS.map(spreadOf).join(", "))}) as drift_count,
      jsonb_build_object(${database.unsafe(LAYERS.map((layer) => `'${layer}', ${sumsOf(layer)}`).join(", "))}) as layers
    from compared ${database.unsafe(LAYERS.map((layer) => `left join ${layer} using (organization_id)`).join(" "))}`;
}

/** {@link UsageDrift} of one organization, or undefined where there is none. */
export async function findUsageDrift(
  database: Queryable,
  organizationId: string,
  since: Month,
): Promise<UsageDrift | undefined> {
  const [row] = await database<UsageDrift[]>`${compareLayers(database, organizationId, since)}`;
  return row;
}

/** A comparison as it is kept. */
export interface ReconciliationRun extends UsageDrift {
  readonly id: string;
  readonly batch_id: string;
  readonly first_day: Month;
  readonly threshold_bytes: number;
  readonly flagged: boolean;
  readonly created_by: string | null;
  readonly created_at: Date;
}

/** How long runs are kept. */
const KEPT_DAYS = 90;

const COLUMNS = `id, batch_id, organization_id, first_day::text as first_day, threshold_bytes, drift_bytes, drift_count, flagged,
  layers, created_by, created_at`;

/** What is compared, and how much bytes may differ; other counters may not. */
export interface RunRequest {
  /** Null: every organization with usage. */
  readonly organizationId: string | null;
  readonly since: Month;
  readonly thresholdBytes: number;
  readonly createdBy: string;
}

/** Compares, and keeps what was found for each organization; former runs end after some months. */
export async function runReconciliation(
  database: Database,
  { organizationId, since, thresholdBytes, createdBy }: RunRequest,
): Promise<ReconciliationRun[]> {
  return await database.begin(async (transaction) => {
    await transaction`
      delete from reconciliation_runs where created_at < now() - ${KEPT_DAYS}::integer * interval '1 day'`;
    return await transaction<ReconciliationRun[]>`
      insert into reconciliation_runs
        (id, batch_id, organization_id, first_day, threshold_bytes, drift_bytes, drift_count, flagged, layers, created_by)
      select gen_random_uuid(), ${newId()}, organization_id, ${since}::text::date, ${thresholdBytes}::bigint,
        drift_bytes, drift_count, drift_count > 0 or drift_bytes > ${thresholdBytes}::bigint, layers, ${createdBy}
      from (${compareLayers(transaction, organizationId, since)}) as compared
      returning ${transaction.unsafe(COLUMNS)}`;
  });
}

/** Runs, the latest first. */
export async function listReconciliationRuns(
  database: Queryable,
  {
    organizationId,
    flaggedOnly,
    limit,
  }: { readonly organizationId: string | null; readonly flaggedOnly: boolean; readonly limit: number },
): Promise<ReconciliationRun[]> {
  return await database<ReconciliationRun[]>`
    select ${database.unsafe(COLUMNS)} from reconciliation_runs
    where (${organizationId}::text is null or organization_id = ${idParameter(organizationId ?? "")})
      and (not ${flaggedOnly} or flagged)
    order by created_at desc, id limit ${limit}`;
}

/** A day on which the layers of an organization differ. */
export interface DriftingDay {
  readonly date: string;
  readonly events: UsageSum;
  readonly hours: UsageSum;
  readonly days: UsageSum;
}

/** More would be a list that no person reads. */
const DAYS_MAX = 100;

/** The days since the first one of a month on which the layers of an organization differ. */
export async function listDriftingDays(
  database: Queryable,
  organizationId: string,
  since: Month,
): Promise<DriftingDay[]> {
  const layers = ["events", "hours", "days"] as const;
  const differ = COUNTER_NAMES.map((name) => {
    const [events, hours, days] = layers.map((layer) => `coalesce(${layer}.${name}, 0)`);
    return `${events} <> ${hours} or ${hours} <> ${days}`;
  }).join(" or ");
  const sums = database.unsafe(SUMS_OF_ROLLUPS);
  const from = new Date(since);
  return await database<DriftingDay[]>`
      with counted as (
        select (occurred_at at time zone 'UTC')::date as day, ${database.unsafe(SUMS_OF_EVENTS)} from usage_events
        where occurred_at >= ${from} and organization_id = ${organizationId} group by 1
        union all
        select day, ${database.unsafe(COUNTER_COLUMNS)} from usage_retired_days
        where day >= ${since}::text::date and organization_id = ${organizationId}
      ), events as (
        select day, ${sums} from counted group by 1
      ), hours as (
        select (hour at time zone 'UTC')::date as day, ${sums} from usage_rollups
        where hour >= ${from} and organization_id = ${organizationId} group by 1
      ), days as (
        select day, ${sums} from usage_days
        where day >= ${since}::text::date and organization_id = ${organizationId} group by 1
      )
      select day::text as date, ${database.unsafe(layers.map((layer) => `${sumsOf(layer)} as ${layer}`).join(", "))}
      from events full join hours using (day) full join days using (day)
      where ${database.unsafe(differ)} order by day limit ${DAYS_MAX}`;
}
