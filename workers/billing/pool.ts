import { consumeJobs, type JobContext } from "../../queue/consume-jobs.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import type { JobName, JobPayload } from "../../queue/jobs.ts";
import { JobProducer } from "../../queue/job-producer.ts";
import { keepSchedules } from "../../queue/keep-schedules.ts";
import { listMonthsToClose } from "../../storage/billing/billing-periods.ts";
import { listStaleExports, updateExport } from "../../storage/billing/billing-exports.ts";
import { observeStore } from "../../infra/metrics.ts";
import { publishReachedThresholds } from "../../storage/budgets/budget-spend.ts";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import { openDatabase } from "../../storage/database/database.ts";
import { pruneProvisionalExports } from "../../storage/exports/prune-provisional.ts";
import { announcePool } from "../announce-pool.ts";
import { observeJobs } from "../observe-jobs.ts";
import type { PoolContext } from "../pool-context.ts";
import { closeDueMonths } from "./automatic-close.ts";
import { runExport } from "./run-export.ts";

/** An export without progress for this long has lost its job. */
const STALE_MS = 600_000;

const GIVEN_UP = "The export could not be written; ask for it again.";

/** Starts the billing pool: exports, and every few minutes the closing of months that are due. */
export async function startBillingPool({ config, logger, lifecycle, metrics }: PoolContext): Promise<void> {
  const database = openDatabase(config.DATABASE_URL, 3);
  metrics.watchDatabase("billing", () => database.figures());
  lifecycle.onClose("billing database", () => database.end({ timeout: 5 }));
  const objectStore = await openObjectStore(config, observeStore(metrics));
  lifecycle.onClose("billing object store", () => objectStore.close());
  const connection = openPatientConnection(config, logger);
  lifecycle.onClose("billing redis", () => connection.disconnect());
  announcePool({ config, logger, lifecycle }, connection, "billing", 1);
  const jobs = new JobProducer(connection, config.REDIS_PREFIX);
  lifecycle.onClose("billing jobs", () => jobs.close());
  const schedules = await keepSchedules(jobs, "closing", logger);
  lifecycle.onClose("billing schedules", () => schedules.close());

  const evaluations = await keepSchedules(jobs, "budgets", logger);
  lifecycle.onClose("budget schedules", () => evaluations.close());

  const consume = <Name extends JobName>(
    name: Name,
    process: (payload: JobPayload<Name>, context: JobContext) => Promise<void>,
    onGivenUp: (payload: JobPayload<Name>) => Promise<void> = () => Promise.resolve(),
  ) => {
    const options = { name, connection, prefix: config.REDIS_PREFIX, concurrency: 1, logger };
    const consumer = consumeJobs({ ...options, observe: observeJobs(metrics), onGivenUp }, process);
    lifecycle.onClose(name, () => consumer.close());
  };
  const closing = {
    afterDays: config.BILLING_CLOSE_AFTER_DAYS,
    refusesUnpriced: config.BILLING_CLOSE_REFUSES_UNPRICED,
    refusesUnreconciled: config.BILLING_CLOSE_REFUSES_UNRECONCILED,
  };
  const writeExport = async ({ exportId }: { readonly exportId: string }, { isLastAttempt }: JobContext) => {
    try {
      await runExport({ database, objectStore }, exportId);
      logger.info({ exportId }, "export completed");
    } catch (error) {
      const failure = isLastAttempt ? GIVEN_UP : null;
      await updateExport(database, exportId, { status: isLastAttempt ? "failed" : "queued", failure });
      throw error;
    }
  };
  consume("billing.export", writeExport, ({ exportId }) =>
    updateExport(database, exportId, { status: "failed", failure: GIVEN_UP }),
  );
  consume("billing.close", async () => {
    for (const exportId of await listStaleExports(database, new Date(Date.now() - STALE_MS))) {
      await jobs.enqueue("billing.export", { exportId }, { deduplicationId: exportId });
    }
    await pruneProvisionalExports({ database, objectStore }, Date.now());
    await closeDueMonths(database, closing, Date.now(), logger);
    metrics.monthsOpen.set((await listMonthsToClose(database, Date.now())).length);
  });
  consume("budget.evaluate", () => publishReachedThresholds(database, Date.now()));
}
