import type { Month } from "../../core/billing/month.ts";
import { newId } from "../../infra/new-id.ts";
import { single, type Queryable } from "../database/database.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { DeliveryRow } from "./export-deliveries.ts";

/** One month that is delivered, or a test of the bucket, as it is kept. */
export interface DeliveryRunRow {
  readonly id: string;
  readonly delivery_id: string;
  /** Null for a test. */
  readonly month: Month | null;
  readonly export_id: string | null;
  readonly status: "pending" | "delivered" | "failed";
  readonly attempts: number;
  readonly next_attempt_at: Date | null;
  readonly last_attempt_at: Date | null;
  readonly error: string | null;
  /** Keys in the bucket that were written. */
  readonly objects: readonly string[];
  readonly bytes: number;
  readonly is_final: boolean | null;
  readonly created_at: Date;
  readonly ended_at: Date | null;
}

const COLUMNS = `id, delivery_id, month::text as month, export_id, status, attempts, next_attempt_at, last_attempt_at, error,
  objects, bytes, is_final, created_at, ended_at`;

const REPLACED = "a later run of the same month took its place";

/** Begins a run, in place of one of the same month that is still pending. */
export async function insertRun(
  transaction: Queryable,
  delivery: DeliveryRow,
  values: {
    readonly month: Month | null;
    readonly exportId: string | null;
    readonly isFinal: boolean | null;
  },
): Promise<DeliveryRunRow> {
  const replaced = await transaction<DeliveryRunRow[]>`
    update export_delivery_runs set status = 'failed', next_attempt_at = null, ended_at = now(),
      error = coalesce(error || '; ', '') || ${REPLACED}
    where delivery_id = ${delivery.id} and month = ${values.month}::text::date and status = 'pending'
    returning ${transaction.unsafe(COLUMNS)}`;
  for (const run of replaced) if (run.attempts > 0) await publishOutcome(transaction, delivery, run);
  return single(
    await transaction<DeliveryRunRow[]>`
      insert into export_delivery_runs (id, delivery_id, month, export_id, is_final)
      values (${newId()}, ${delivery.id}, ${values.month}::text::date, ${values.exportId}, ${values.isFinal})
      returning ${transaction.unsafe(COLUMNS)}`,
  );
}

/** One run. */
export async function findRun(database: Queryable, id: string): Promise<DeliveryRunRow | undefined> {
  const [row] = await database<DeliveryRunRow[]>`
    select ${database.unsafe(COLUMNS)} from export_delivery_runs where id = ${id}`;
  return row;
}

/** A page of a delivery's runs, the latest first. */
export async function listRuns(
  database: Queryable,
  deliveryId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ runs: DeliveryRunRow[]; total: number }> {
  const runs = await database<DeliveryRunRow[]>`
    select ${database.unsafe(COLUMNS)} from export_delivery_runs where delivery_id = ${deliveryId}
    order by created_at desc, id desc limit ${page.limit} offset ${page.offset}`;
  const counted = await database<{ total: number }[]>`
    select count(*) as total from export_delivery_runs where delivery_id = ${deliveryId}`;
  return { runs, total: single(counted).total };
}

/** The months whose final files a delivery has brought. */
export async function listFinalMonths(database: Queryable, deliveryId: string): Promise<Month[]> {
  const rows = await database<{ month: Month }[]>`
    select distinct month::text as month from export_delivery_runs
    where delivery_id = ${deliveryId} and status = 'delivered' and is_final`;
  return rows.map(({ month }) => month);
}

/** What was written of a month by the run before: its objects are replaced. */
export async function listFormerObjects(
  database: Queryable,
  run: DeliveryRunRow,
): Promise<readonly string[]> {
  const rows = await database<{ object: string }[]>`
    select distinct unnest(objects) as object from export_delivery_runs
    where delivery_id = ${run.delivery_id} and month = ${run.month}::text::date and id <> ${run.id}`;
  return rows.map(({ object }) => object);
}

/** Runs that wait, whose export has ended or that need none. */
const IS_DUE = `run.status = 'pending' and run.next_attempt_at <= now() and (run.export_id is null
  or exists (select from billing_exports where billing_exports.id = run.export_id and status in ('completed', 'failed')))`;

/** Deliveries with a run that is due, and in whose turn they are. */
export async function listDueDeliveries(
  database: Queryable,
): Promise<{ id: string; organizationId: string }[]> {
  return await database<{ id: string; organizationId: string }[]>`
    select distinct delivery.id, delivery.owner_organization_id as "organizationId"
    from export_delivery_runs as run join export_deliveries as delivery on delivery.id = run.delivery_id
    where ${database.unsafe(IS_DUE)} limit 500`;
}

/** A worker that dies while it sends keeps the run from the others so long. */
const CLAIM_MINUTES = 15;

/** Claims the run of a delivery that has been due longest: this caller alone attempts it. */
export async function claimRun(database: Queryable, deliveryId: string): Promise<DeliveryRunRow | undefined> {
  const [row] = await database<DeliveryRunRow[]>`
    update export_delivery_runs set attempts = attempts + 1, last_attempt_at = now(),
      next_attempt_at = now() + make_interval(mins => ${CLAIM_MINUTES})
    where id = (select run.id from export_delivery_runs as run where delivery_id = ${deliveryId} and ${database.unsafe(IS_DUE)}
      order by next_attempt_at limit 1 for update of run skip locked)
    returning ${database.unsafe(COLUMNS)}`;
  return row;
}

/** Notes an object that is whole in the bucket, and keeps the claim. False when the run is over meanwhile. */
export async function noteObject(
  database: Queryable,
  runId: string,
  key: string,
  bytes: number,
): Promise<boolean> {
  const noted = await database`
    update export_delivery_runs set objects = array_append(objects, ${key}), bytes = bytes + ${bytes},
      next_attempt_at = now() + make_interval(mins => ${CLAIM_MINUTES})
    where id = ${runId} and status = 'pending'`;
  return noted.count > 0;
}

/** Ends a run, or puts its next attempt off; an end is an event. */
export async function recordRunAttempt(
  transaction: Queryable,
  delivery: DeliveryRow,
  runId: string,
  outcome: { readonly error: string | null; readonly isOver: boolean; readonly pauseMs?: number | undefined },
): Promise<void> {
  const status = !outcome.isOver ? "pending" : outcome.error === null ? "delivered" : "failed";
  const next = outcome.isOver ? null : new Date(Date.now() + (outcome.pauseMs ?? 0));
  const [run] = await transaction<DeliveryRunRow[]>`
    update export_delivery_runs set status = ${status}, error = ${outcome.error}, next_attempt_at = ${next},
      ended_at = case when ${status}::text <> 'pending' then now() end
    where id = ${runId} and status = 'pending' returning ${transaction.unsafe(COLUMNS)}`;
  if (run !== undefined && outcome.isOver) await publishOutcome(transaction, delivery, run);
}

async function publishOutcome(
  transaction: Queryable,
  delivery: DeliveryRow,
  run: DeliveryRunRow,
): Promise<void> {
  if (run.month === null) return;
  const isDelivered = run.status === "delivered";
  await publishEvent(transaction, {
    organizationId: delivery.owner_organization_id,
    type: isDelivered ? "export.delivered" : "export.delivery_failed",
    fact: run.id,
    data: {
      delivery_id: delivery.id,
      run_id: run.id,
      organization_id: delivery.organization_id,
      period: run.month.slice(0, 7),
      layout: delivery.layout,
      format: delivery.format,
      final: run.is_final,
      ...(isDelivered ? { objects: run.objects.length, bytes: run.bytes } : { error: run.error }),
    },
  });
}
