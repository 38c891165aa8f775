import type { Clock } from "../core/clock.ts";
import type { Logger } from "../infra/logger.ts";
import type { Database } from "../storage/database/database.ts";
import { deleteExpiredIdentity } from "../storage/accounts/sessions.ts";

const EVERY_MS = 3_600_000;

/**
 * Removes tokens, codes and sessions after they expired, every hour until closed. Several processes may do so
 * at once.
 */
export function removeExpiredIdentity(
  database: Database,
  clock: Clock,
  logger: Logger,
): { close(): void; run(): Promise<void> } {
  const run = () => deleteExpiredIdentity(database, new Date(clock()));
  const timer = setInterval(() => {
    run().catch((error: unknown) => logger.warn({ err: error }, "expired tokens not removed"));
  }, EVERY_MS).unref();
  return { close: () => clearInterval(timer), run };
}
