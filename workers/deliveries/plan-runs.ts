import type { JobProducer } from "../../queue/job-producer.ts";
import type { Database } from "../../storage/database/database.ts";
import { listDueDeliveries } from "../../storage/deliveries/delivery-runs.ts";
import { beginDueRuns } from "../../storage/deliveries/begin-runs.ts";

/** Begins the runs of deliveries whose hour has come, and makes jobs for those that can be sent. */
export async function planRuns(
  { database, jobs }: { readonly database: Database; readonly jobs: JobProducer },
  nowMs: number,
): Promise<void> {
  for (const { exportId, organizationId } of await beginDueRuns(database, nowMs)) {
    // One that is lost here is found by the billing pool, as any export without progress.
    await jobs.enqueue("billing.export", { exportId }, { deduplicationId: exportId, organizationId });
  }
  for (const { id, organizationId } of await listDueDeliveries(database)) {
    // One job at a time for each delivery: a bucket is never written to twice at once.
    const options = { deduplicationId: id, organizationId };
    await jobs.enqueue("delivery.send", { deliveryId: id, organizationId }, options);
  }
}
