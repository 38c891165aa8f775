import type { PoolContext } from "./pool-context.ts";
import { startBillingPool } from "./billing/pool.ts";
import { startMeteringPool } from "./metering/pool.ts";
import { startRenderPool } from "./render/pool.ts";

/** Every pool by the name that `--pools` takes; each is scaled by itself. */
export const POOLS = {
  /** Renders tiles and inspects files, with GDAL in child processes. */
  render: startRenderPool,
  /** Writes usage from the stream into the ledger. */
  metering: startMeteringPool,
  /** Closes months and writes exports. */
  billing: startBillingPool,
} as const satisfies Record<string, (context: PoolContext) => Promise<void>>;

/** The name of a pool. */
export type PoolName = keyof typeof POOLS;

/** Reads `--pools a,b`; throws an Error that names the pools there are. */
export function parsePools(argv: readonly string[]): PoolName[] {
  const index = argv.indexOf("--pools");
  const names = (index < 0 ? "" : (argv[index + 1] ?? "")).split(",").filter((name) => name !== "");
  const unknown = names.filter((name) => !Object.hasOwn(POOLS, name));
  if (names.length === 0 || unknown.length > 0) {
    throw new Error(`usage: programs/workers --pools ${Object.keys(POOLS).join(",")} (one or more)`);
  }
  return names as PoolName[];
}
