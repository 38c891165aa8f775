import type { WorkerConfig } from "../../infra/config.ts";
import type { Lifecycle } from "../../infra/lifecycle.ts";
import type { RedisConnection } from "../../queue/connection.ts";
import { consumeJobs, type JobObserver } from "../../queue/consume-jobs.ts";
import type { JobProducer } from "../../queue/job-producer.ts";
import { keepSchedules } from "../../queue/keep-schedules.ts";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import { RoomByOrganization } from "../webhooks/room-by-organization.ts";
import { planRuns } from "./plan-runs.ts";
import { sendDueRuns, type DeliveryParts } from "./send-runs.ts";

/** Buckets that one process writes to at once: each holds a part of a file in memory. */
const CONCURRENCY = 4;

/** Of these, what deliveries of one organization may take. */
const CONCURRENCY_OF_ORGANIZATION = 2;

/** What the pool lends. */
interface Context extends Omit<DeliveryParts, "objectStore"> {
  readonly config: WorkerConfig;
  readonly lifecycle: Lifecycle;
  readonly connection: RedisConnection;
  readonly prefix: string;
  readonly jobs: JobProducer;
  readonly observe: JobObserver;
}

/** Starts the delivery of exports to buckets of customers. */
export async function startDeliveries(context: Context): Promise<void> {
  const { config, lifecycle, jobs, logger, database, connection, prefix, observe } = context;
  const objectStore = await openObjectStore(config);
  lifecycle.onClose("deliveries object store", () => objectStore.close());
  const schedules = await keepSchedules(jobs, "delivery-plans", logger);
  lifecycle.onClose("delivery schedules", () => schedules.close());
  const shared = { connection, prefix, logger, observe };
  const plan = consumeJobs({ ...shared, name: "delivery.plan", concurrency: 1 }, () =>
    planRuns({ database, jobs }, Date.now()),
  );
  lifecycle.onClose("plan of deliveries", () => plan.close());
  const room = new RoomByOrganization(CONCURRENCY_OF_ORGANIZATION);
  const send = consumeJobs(
    { ...shared, name: "delivery.send", concurrency: CONCURRENCY },
    ({ deliveryId, organizationId }) =>
      room.within(organizationId, () => sendDueRuns({ ...context, objectStore }, deliveryId)),
  );
  lifecycle.onClose("deliveries", () => send.close());
}
