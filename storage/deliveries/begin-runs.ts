import { exportOptions } from "../../core/billing/export-options.ts";
import type { Month } from "../../core/billing/month.ts";
import { dueMonths, nextRunMs } from "../../core/deliveries/delivery-schedule.ts";
import { readBillingSettings } from "../billing/billing-books.ts";
import { insertExport } from "../billing/billing-exports.ts";
import type { Database, Queryable } from "../database/database.ts";
import { insertRun, listFinalMonths, type DeliveryRunRow } from "./delivery-runs.ts";
import { claimDueDeliveries, updateDelivery, type DeliveryRow } from "./export-deliveries.ts";

/** An export that a run waits for, to be queued once the transaction is over. */
export interface BegunRun {
  readonly run: DeliveryRunRow;
  readonly exportId: string;
  readonly organizationId: string;
}

/** Begins what is due of all deliveries whose hour has come; other processes take others. */
export async function beginDueRuns(database: Database, nowMs: number): Promise<BegunRun[]> {
  return await database.begin(async (transaction) => {
    const begun: BegunRun[] = [];
    for (const delivery of await claimDueDeliveries(transaction, new Date(nowMs))) {
      const closed = await listClosedMonths(transaction);
      const delivered = new Set(await listFinalMonths(transaction, delivery.id));
      const rules = { closed, delivered, bringsOpen: delivery.provisional };
      for (const due of dueMonths(delivery.created_at.getTime(), nowMs, rules)) {
        begun.push(await beginRun(transaction, delivery, due.month));
      }
      await updateDelivery(transaction, delivery.id, {
        next_run_at: new Date(nextRunMs(delivery.hour, nowMs)),
      });
    }
    return begun;
  });
}

/** Begins one run: an export of a month as it is now, that goes to the bucket when it is complete. */
export async function beginRun(
  transaction: Queryable,
  delivery: DeliveryRow,
  month: Month,
): Promise<BegunRun> {
  const isFinal = (await listClosedMonths(transaction)).has(month);
  const { journal_accounts: accounts } = await readBillingSettings(transaction);
  const { layout, format, requested_options: requested } = delivery;
  const options = exportOptions(layout, format, requested, accounts, !isFinal);
  if ("field" in options) throw new Error(`delivery ${delivery.id}: ${options.field} ${options.message}`);
  const { id: exportId } = await insertExport(transaction, {
    ownerOrganizationId: delivery.owner_organization_id,
    organizationId: delivery.organization_id,
    month,
    layout,
    format,
    excel: delivery.excel,
    options,
    isProvisional: !isFinal,
    createdBy: `delivery ${delivery.id}`,
  });
  const run = await insertRun(transaction, delivery, { month, exportId, isFinal });
  return { run, exportId, organizationId: delivery.owner_organization_id };
}

async function listClosedMonths(database: Queryable): Promise<ReadonlySet<Month>> {
  const rows = await database<{ month: Month }[]>`
    select month::text as month from billing_periods where closed_at is not null`;
  return new Set(rows.map(({ month }) => month));
}
