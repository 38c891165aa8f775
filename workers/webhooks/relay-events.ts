import type { JobProducer } from "../../queue/job-producer.ts";
import type { Database } from "../../storage/database/database.ts";
import { listDueSubscriptions } from "../../storage/events/event-deliveries.ts";
import { planDeliveries, publishEndingLinks } from "../../storage/events/events.ts";

/** Batches of events that one run plans at most; the rest is for the next second. */
const BATCHES_MAX = 20;

/** Publishes what only time brings about, plans deliveries, and makes jobs for those that are due. */
export async function relayEvents({
  database,
  jobs,
}: {
  readonly database: Database;
  readonly jobs: JobProducer;
}): Promise<void> {
  await publishEndingLinks(database);
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    if ((await planDeliveries(database)) === 0) break;
  }
  for (const { id, organization_id: organizationId } of await listDueSubscriptions(database)) {
    // One job at a time for each subscription: an endpoint is never asked twice at once.
    const options = { deduplicationId: id, organizationId };
    await jobs.enqueue("event.deliver", { subscriptionId: id, organizationId }, options);
  }
}
