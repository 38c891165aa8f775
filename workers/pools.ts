import { UsageError } from "../infra/command-line.ts";
import type { PoolContext } from "./pool-context.ts";
import { startBillingPool } from "./billing/pool.ts";
import { startIngestPool } from "./ingest/pool.ts";
import { startMeteringPool } from "./metering/pool.ts";
import { startRenderPool } from "./render/pool.ts";
import { startWebhooksPool } from "./webhooks/pool.ts";

/** Every pool by the name that `--pools` takes; each is scaled by itself. */
export const POOLS = {
  /** Renders tiles and inspects files, with GDAL in child processes. */
  render: startRenderPool,
  /** Converts registered files that are not fit for tiles, and reads the others to their end. */
  ingest: startIngestPool,
  /** Writes usage from the stream into the ledger. */
  metering: startMeteringPool,
  /** Closes months and writes exports. */
  billing: startBillingPool,
  /** Sends events and exports to customers: the only pool that reaches addresses which they name. */
  webhooks: startWebhooksPool,
} as const satisfies Record<string, (context: PoolContext) => Promise<void>>;

/** The name of a pool. */
export type PoolName = keyof typeof POOLS;

/**
 * Reads the value of `--pools`, such as `render,metering`; throws a UsageError when it names none or an
 * unknown one.
 */
export function parsePools(list = ""): PoolName[] {
  const names = list.split(",").filter((name) => name !== "");
  if (names.length === 0) throw new UsageError("--pools is missing");
  const unknown = names.find((name) => !Object.hasOwn(POOLS, name));
  if (unknown !== undefined) throw new UsageError(`there is no pool ${unknown}`);
  return names as PoolName[];
}
