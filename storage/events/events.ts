import type { Database, Queryable } from "../database/database.ts";
import { linkDataSql } from "./publish-event.ts";
import { rowsWithin } from "../database/rows-within.ts";

/** An event as it is kept. */
export interface EventRow {
  readonly id: string;
  /** Events are read in this order; one that is read later never comes before one that was read. */
  readonly sequence: number;
  readonly organization_id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurred_at: Date;
}

/** An organization's events after one of a sequence number, the oldest first. */
export async function listEvents(
  database: Queryable,
  filter: {
    readonly organizationId: string;
    readonly type: string | undefined;
    readonly after: number;
    readonly limit: number;
  },
): Promise<EventRow[]> {
  const ordered = database`
    select id, position as sequence, organization_id, type, data, occurred_at from events
    where organization_id = ${filter.organizationId} and position > ${filter.after}
      and (${filter.type ?? null}::text is null or type = ${filter.type ?? null})
    order by position limit ${filter.limit}`;
  return await database<EventRow[]>`${rowsWithin(database, ordered)}`;
}

/** Events of one transaction: others wait for it. */
const BATCH = 500;

/** One number for all processes: one of them plans at a time. */
const PLANNING_LOCK = 7_406_736;

/**
 * Gives events their place in the order of reading, and plans deliveries to the subscriptions that ask for
 * them; resolves to how many events it looked at: none while another process plans.
 */
export async function planDeliveries(database: Database): Promise<number> {
  return await database.begin(async (transaction) => {
    const [lock] = await transaction<{ held: boolean }[]>`
      select pg_try_advisory_xact_lock(${PLANNING_LOCK}) as held`;
    return lock?.held === true ? await planBatch(transaction) : 0;
  });
}

async function planBatch(transaction: Queryable): Promise<number> {
  const rows = await transaction`
    with unplanned as materialized (
      select id, organization_id, type, data, nextval('event_positions') as position
      from (select * from events where planned_at is null order by sequence limit ${BATCH}) as oldest
    ), planned as (
      insert into event_deliveries (event_id, subscription_id)
      select unplanned.id, subscription.id from unplanned
      join event_subscriptions as subscription on subscription.organization_id = unplanned.organization_id
        and subscription.active and subscription.event_type in ('*', unplanned.type)
        and (select coalesce(bool_and(case jsonb_typeof(value)
            when 'array' then value @> coalesce(unplanned.data -> key, 'null')
            else value = unplanned.data -> key end), true)
          from jsonb_each(subscription.filter_config))
      on conflict do nothing
    )
    update events set planned_at = now(), position = unplanned.position
    from unplanned where events.id = unplanned.id returning events.id`;
  return rows.length;
}

/** How long before its end a link ends soon; a quarter of its life where that is shorter. */
const ENDING_DAYS = 3;

/** Publishes that links end soon, each end once. */
export async function publishEndingLinks(database: Queryable): Promise<number> {
  const published = await database`
    insert into events (organization_id, type, fact, data)
    select organization_id, 'link.expires_soon', id || ' ' || extract(epoch from expires_at), ${database.unsafe(linkDataSql("link"))}
    from share_links as link
    where revoked_at is null and expires_at > now() and expires_at <= now() + make_interval(days => ${ENDING_DAYS})
      and expires_at - least(make_interval(days => ${ENDING_DAYS}), (expires_at - created_at) / 4) <= now()
    on conflict do nothing returning id`;
  return published.length;
}
