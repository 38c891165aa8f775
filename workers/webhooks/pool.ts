import { guardedAgents } from "../../infra/outbound/guarded-agent.ts";
import { AddressRules } from "../../infra/outbound/public-address.ts";
import { consumeJobs } from "../../queue/consume-jobs.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { JobProducer } from "../../queue/job-producer.ts";
import { keepSchedules } from "../../queue/keep-schedules.ts";
import { openDatabase, requestLimits } from "../../storage/database/database.ts";
import { announcePool } from "../announce-pool.ts";
import { observeJobs } from "../observe-jobs.ts";
import type { PoolContext } from "../pool-context.ts";
import { deliverDue } from "./deliver-due.ts";
import { relayEvents } from "./relay-events.ts";
import { startDeliveries } from "../deliveries/start-deliveries.ts";
import { RoomByOrganization } from "./room-by-organization.ts";

/** Endpoints that one process waits for at once. */
const CONCURRENCY = 32;

/** Of these, what endpoints of one organization may take. */
const CONCURRENCY_OF_ORGANIZATION = 8;

const DATABASE_CONNECTIONS = 4;

/**
 * Starts the webhooks pool: it plans deliveries of events every second, and sends what is due. It brings
 * exports to buckets of customers as well: no other pool reaches addresses that they name.
 */
export async function startWebhooksPool({ config, logger, lifecycle, metrics }: PoolContext): Promise<void> {
  const database = openDatabase(config.DATABASE_URL, DATABASE_CONNECTIONS, requestLimits(config));
  metrics.watchDatabase("webhooks", () => database.figures());
  lifecycle.onClose("webhooks database", () => database.end({ timeout: 5 }));
  const connection = openPatientConnection(config, logger);
  lifecycle.onClose("webhooks redis", () => connection.disconnect());
  announcePool({ config, logger, lifecycle }, connection, "webhooks", CONCURRENCY);
  const jobs = new JobProducer(connection, config.REDIS_PREFIX);
  lifecycle.onClose("webhooks jobs", () => jobs.close());
  const schedules = await keepSchedules(jobs, "events", logger);
  lifecycle.onClose("webhooks schedules", () => schedules.close());

  const shared = { connection, prefix: config.REDIS_PREFIX, logger, observe: observeJobs(metrics) };
  const relay = consumeJobs({ ...shared, name: "event.relay", concurrency: 1 }, () =>
    relayEvents({ database, jobs }),
  );
  lifecycle.onClose("relay of events", () => relay.close());

  if (config.DELIVERY_SECRET === undefined) {
    logger.warn("DELIVERY_SECRET is not set: this process sends no events and delivers no exports");
    return;
  }
  const rules = new AddressRules(config.OUTBOUND_PRIVATE_RANGES);
  const outbound = { rules, agents: guardedAgents(rules), timeoutMs: config.OUTBOUND_TIMEOUT_MS };
  const parts = { database, outbound, metrics, logger, secret: config.DELIVERY_SECRET };
  const room = new RoomByOrganization(CONCURRENCY_OF_ORGANIZATION);
  const delivery = consumeJobs(
    { ...shared, name: "event.deliver", concurrency: CONCURRENCY },
    ({ subscriptionId, organizationId }) =>
      room.within(organizationId, () => deliverDue(parts, subscriptionId)),
  );
  lifecycle.onClose("delivery of events", () => delivery.close());
  await startDeliveries({ ...parts, ...shared, config, lifecycle, jobs });
}
