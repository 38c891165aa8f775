import { newId } from "../../infra/new-id.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";
import { rowsWithin } from "../database/rows-within.ts";

/** A delivery of one event to one subscription as it is kept. */
export interface DeliveryRow {
  readonly id: string;
  readonly event_id: string;
  readonly event_type: string;
  readonly subscription_id: string;
  readonly status: "pending" | "delivered" | "failed";
  readonly attempts: number;
  readonly next_attempt_at: Date | null;
  readonly last_attempt_at: Date | null;
  readonly response_status: number | null;
  readonly response_excerpt: string | null;
  readonly error: string | null;
  readonly created_at: Date;
  readonly ended_at: Date | null;
}

const COLUMNS = `delivery.id, event_id, events.type as event_type, subscription_id, status, attempts, next_attempt_at,
  last_attempt_at, response_status, response_excerpt, error, delivery.created_at, ended_at`;

const DELIVERIES = "event_deliveries as delivery join events on events.id = delivery.event_id";

/** One delivery. */
export async function findDelivery(database: Queryable, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await database<DeliveryRow[]>`
    select ${database.unsafe(COLUMNS)} from ${database.unsafe(DELIVERIES)} where delivery.id = ${idParameter(id)}`;
  return row;
}

/** A page of a subscription's deliveries, the latest first. */
export async function listDeliveries(
  database: Queryable,
  subscriptionId: string,
  page: { readonly status: string | null; readonly limit: number; readonly offset: number },
): Promise<{ deliveries: DeliveryRow[]; total: number }> {
  const where = database`
    subscription_id = ${subscriptionId} and (${page.status}::text is null or status = ${page.status})`;
  const ordered = database`
    select ${database.unsafe(COLUMNS)} from ${database.unsafe(DELIVERIES)} where ${where}
    order by delivery.created_at desc, delivery.id desc limit ${page.limit} offset ${page.offset}`;
  const deliveries = await database<DeliveryRow[]>`${rowsWithin(database, ordered)}`;
  const counted = await database<{ total: number }[]>`
    select count(*) as total from event_deliveries where ${where}`;
  return { deliveries, total: single(counted).total };
}

/** Makes deliveries that have ended begin again; resolves to how many. */
export async function replayDeliveries(
  database: Queryable,
  subscriptionId: string,
  which: { readonly deliveryId: string } | { readonly failedSince: Date },
): Promise<number> {
  const condition =
    "deliveryId" in which
      ? database`id = ${idParameter(which.deliveryId)} and status <> 'pending'`
      : database`status = 'failed' and created_at >= ${which.failedSince}`;
  const replayed = await database`
    update event_deliveries set status = 'pending', attempts = 0, next_attempt_at = now(), ended_at = null, error = null,
      response_status = null, response_excerpt = null
    where subscription_id = ${subscriptionId} and ${condition}`;
  return replayed.count;
}

/** Makes an event of a type of its own for one subscription, and its delivery. */
export async function insertTestDelivery(
  database: Database,
  subscription: { readonly id: string; readonly organization_id: string },
  type: string,
): Promise<{ deliveryId: string; eventId: string }> {
  return await database.begin(async (transaction) => {
    const eventId = newId();
    const data = { subscription_id: subscription.id, message: "A test of this subscription." };
    await transaction`
      insert into events (id, organization_id, type, fact, data, planned_at)
      values (${eventId}, ${subscription.organization_id}, ${type}, ${eventId}, ${transaction.json(data)}, now())`;
    const [row] = await transaction<{ id: string }[]>`
      insert into event_deliveries (event_id, subscription_id) values (${eventId}, ${subscription.id}) returning id`;
    return { deliveryId: row?.id ?? "", eventId };
  });
}

/**
 * Subscriptions with a delivery that is due, and whose turn they take. It steps from one subscription to the
 * next, so that many deliveries of one cost nothing.
 */
export async function listDueSubscriptions(
  database: Queryable,
): Promise<{ id: string; organization_id: string }[]> {
  return await database<{ id: string; organization_id: string }[]>`
    with recursive waiting as (
      (select subscription_id as id from event_deliveries where status = 'pending' order by subscription_id limit 1)
      union all
      select (select subscription_id from event_deliveries
        where status = 'pending' and subscription_id > waiting.id order by subscription_id limit 1)
      from waiting where waiting.id is not null
    )
    select subscription.id, subscription.organization_id from waiting
    join event_subscriptions as subscription on subscription.id = waiting.id
    where (resting_until is null or resting_until <= now()) and exists (
      select from event_deliveries where subscription_id = subscription.id and status = 'pending' and next_attempt_at <= now())
    order by random() limit ${DUE_MAX}`;
}

/** Jobs for more subscriptions than these are made a second later. */
const DUE_MAX = 1_000;

/** A delivery that this caller alone attempts, and what it sends. */
export interface ClaimedDelivery {
  readonly id: string;
  /** This attempt's number, from 1. */
  readonly attempts: number;
  readonly eventId: string;
  readonly organizationId: string;
  readonly type: string;
  readonly data: unknown;
  readonly occurredAt: Date;
}

/** A worker that dies during an attempt keeps the delivery from the others so long. */
const CLAIM_SECONDS = 120;

/** Claims the delivery of a subscription that has been due longest. */
export async function claimDelivery(
  database: Queryable,
  subscriptionId: string,
): Promise<ClaimedDelivery | undefined> {
  const [claimed] = await database<ClaimedDelivery[]>`
    update event_deliveries as delivery set attempts = attempts + 1, last_attempt_at = now(),
      next_attempt_at = now() + make_interval(secs => ${CLAIM_SECONDS})
    from events where events.id = delivery.event_id and delivery.id = (
      select id from event_deliveries
      where subscription_id = ${subscriptionId} and status = 'pending' and next_attempt_at <= now()
      order by next_attempt_at limit 1 for update skip locked)
    returning delivery.id, delivery.attempts, events.id as "eventId", events.organization_id as "organizationId",
      events.type, events.data, events.occurred_at as "occurredAt"`;
  return claimed;
}

/** What came of an attempt. */
export interface AttemptOutcome {
  readonly responseStatus: number | null;
  readonly excerpt: string | null;
  /** Null for a success. */
  readonly error: string | null;
  /** The pause before the next attempt; undefined after the last one. */
  readonly pauseMs: number | undefined;
}

/** Records what came of an attempt. */
export async function recordAttempt(
  transaction: Queryable,
  deliveryId: string,
  { responseStatus, excerpt, error, pauseMs }: AttemptOutcome,
): Promise<void> {
  const status = error === null ? "delivered" : pauseMs === undefined ? "failed" : "pending";
  const next = status === "pending" ? new Date(Date.now() + (pauseMs ?? 0)) : null;
  await transaction`
    update event_deliveries set status = ${status}, next_attempt_at = ${next}, response_status = ${responseStatus},
      response_excerpt = ${excerpt}, error = ${error}, ended_at = case when ${status}::text <> 'pending' then now() end
    where id = ${deliveryId} and status = 'pending'`;
}

/** Notes a success of an endpoint: its failures are over. */
export async function noteSuccess(transaction: Queryable, subscriptionId: string): Promise<void> {
  await transaction`
    update event_subscriptions set failing_since = null, failures = 0, resting_until = null
    where id = ${subscriptionId} and failures > 0`;
}

/** Notes a failure of an endpoint; `restMs` says how long it rests after so many failures. */
export async function noteFailure(
  transaction: Queryable,
  subscriptionId: string,
  restMs: (failures: number) => number,
): Promise<{ failures: number; failingSince: Date }> {
  const noted = single(
    await transaction<{ failures: number; failing_since: Date }[]>`
      update event_subscriptions set failures = failures + 1, failing_since = coalesce(failing_since, now())
      where id = ${subscriptionId} returning failures, failing_since`,
  );
  const rest = restMs(noted.failures);
  if (rest > 0) {
    await transaction`
      update event_subscriptions set resting_until = now() + make_interval(secs => ${rest / 1000}::double precision)
      where id = ${subscriptionId}`;
  }
  return { failures: noted.failures, failingSince: noted.failing_since };
}
