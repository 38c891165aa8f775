import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { vi } from "vitest";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";
import { createLogger } from "../../infra/logger.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { UsageStream } from "../../queue/usage-stream.ts";
import { makeOrganization } from "../support/make-organization.ts";
import { openDatabase, type Database } from "../../storage/database/database.ts";
import { Client } from "../support/client.ts";
import { grantedTileUrl, PASSWORD, shareItem, shareTarget } from "../support/shared-item.ts";
import { FAULTS, startFaultStack, type Fault, type FaultStack } from "./fault-stack.ts";
import { pick, seededRandom } from "./random.ts";
import { driveTiles, type DriverCounts } from "./tile-driver.ts";

/** What one seed came to. */
export interface RunOutcome {
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly answered: number;
  readonly cut: number;
  readonly refused: number;
  readonly events: number;
  readonly rollups: number;
  readonly months: number;
  /** What contradicts "none lost, none doubled"; empty when all is well. */
  readonly violations: readonly string[];
}

/** Runs seeds against one long-lived system, each with a link of its own. */
export interface CountingRuns {
  run(seed: number, size: { answers: number; faults: number }): Promise<RunOutcome>;
  stop(): Promise<void>;
}

const VIEWERS = 6;

/** Tiles within the test raster; each has a size of its own in bytes. */
const TILES: readonly TileAddress[] = [
  { z: 6, x: 34, y: 22 },
  { z: 6, x: 35, y: 22 },
  { z: 7, x: 69, y: 45 },
  { z: 7, x: 70, y: 45 },
  { z: 8, x: 138, y: 91 },
  { z: 8, x: 139, y: 91 },
];

/** Starts the system and shares a raster in it. */
export async function startCountingRuns(): Promise<CountingRuns> {
  const stack = await startFaultStack();
  const database = openDatabase(stack.databaseUrl, 2);
  const connection = openPatientConnection(
    { REDIS_URL: stack.redisUrl },
    createLogger({ ...stack.config, LOG_LEVEL: "silent" }, "test"),
  );
  const stream = new UsageStream(connection, stack.config.REDIS_PREFIX);
  const { apiKey } = await makeOrganization(database, {
    organization: "Faults",
    administrator: "Ada",
    email: "ada@example.org",
  });
  const client = new Client(stack.apiUrl, apiKey);
  const noise = seededRandom(1);
  const { itemId } = await shareItem(
    { client, storeFolder: stack.storeFolder },
    {
      value: (band, column, row) =>
        (band * 40 + column / 3 + row / 5 + noise() * ((column * row) % 50)) % 256,
    },
  );
  return {
    run: async (seed, size) => await runSeed({ stack, database, stream, client, itemId }, seed, size),
    stop: async () => {
      connection.disconnect();
      await database.end({ timeout: 1 });
      await stack.stop();
    },
  };
}

interface Ground {
  readonly stack: FaultStack;
  readonly database: Database;
  readonly stream: UsageStream;
  readonly client: Client;
  readonly itemId: string;
}

async function runSeed(
  ground: Ground,
  seed: number,
  size: { answers: number; faults: number },
): Promise<RunOutcome> {
  const { stack, client, itemId } = ground;
  const random = seededRandom(seed);
  const { linkId, token } = await eventually(() => shareTarget({ client }, "item", itemId));
  const template = await eventually(() => grantedTileUrl({ client }, token, { z: 0, x: 0, y: 0 }));
  const moments = new Map<number, Fault>();
  while (moments.size < size.faults) {
    moments.set(1 + Math.floor(random() * (size.answers - 1)), pick(random, FAULTS));
  }
  // Cold tiles, where the render worker matters.
  if ([...moments.values()].includes("kill render")) {
    await rm(join(stack.storeFolder, "tiles"), { recursive: true, force: true });
  }
  const faults: Fault[] = [];
  const counts = await driveTiles({
    ways: [
      ({ z, x, y }) => ({ url: template.replace("/0/0/0.", `/${z}/${x}/${y}.`) }),
      (tile) => ({
        url: `${stack.apiUrl}/v1/op/share.tile.render`,
        body: { token, password: PASSWORD, ...tile },
      }),
    ],
    tiles: TILES,
    random,
    viewers: VIEWERS,
    answers: size.answers,
    onAnswer: (answered) => {
      const fault = moments.get(answered);
      if (fault !== undefined && stack.strike(fault)) faults.push(fault);
    },
  });
  await untilQuiet(ground);
  return { seed, faults, ...(await compare(ground, linkId, counts)) };
}

/**
 * The stream is empty and the journal replayed, three times in a row: everything recorded has reached the
 * ledger.
 */
async function untilQuiet({ stack, stream, client }: Ground): Promise<void> {
  let quietRounds = 0;
  const look = async () => {
    const isQuiet =
      (await client.get("/health/live").catch(() => undefined))?.status === 200 &&
      (await readdir(stack.journalFolder)).length === 0 &&
      (await stream.length()) === 0;
    quietRounds = isQuiet ? quietRounds + 1 : 0;
    if (quietRounds < 3) throw new Error("usage is still in flight");
  };
  await vi.waitFor(look, { timeout: 60_000, interval: 50 });
}

async function compare({ database }: Ground, linkId: string, counts: DriverCounts) {
  const events = await eventually(
    () => database<{ bytes: number; events: number; ids: number }[]>`
      select bytes, count(*) as events, count(distinct event_id) as ids from usage_events
      where link_id = ${linkId} and kind = 'tile' group by bytes`,
  );
  const [sums] = await database<{ rollups: number; months: number }[]>`
    select (select coalesce(sum(tile_requests), 0)::bigint from usage_rollups where link_id = ${linkId}) as rollups,
      (select coalesce(sum(tile_requests), 0)::bigint from usage_months where link_id = ${linkId}) as months`;
  const total = events.reduce((sum, row) => sum + row.events, 0);
  const rollups = sums?.rollups ?? 0;
  const months = sums?.months ?? 0;
  const violations: string[] = [];
  if (rollups !== total || months !== total)
    violations.push(`${total} events, ${rollups} in rollups, ${months} in months`);
  const ids = events.reduce((sum, row) => sum + row.ids, 0);
  if (ids !== total) violations.push(`${total - ids} events are recorded twice`);
  const recordedOf = new Map(events.map((row) => [row.bytes, row.events]));
  for (const tile of new Set([...counts.answered.keys(), ...counts.cut.keys()])) {
    const bytes = counts.bytes.get(tile);
    if (bytes === undefined) continue;
    const recorded = recordedOf.get(bytes) ?? 0;
    const answered = counts.answered.get(tile) ?? 0;
    const most = answered + (counts.cut.get(tile) ?? 0);
    if (recorded < answered) violations.push(`${tile}: ${answered - recorded} of ${answered} lost`);
    if (recorded > most) violations.push(`${tile}: ${recorded} recorded, at most ${most} asked for`);
  }
  const sumOf = (map: Map<string, number>) => [...map.values()].reduce((sum, count) => sum + count, 0);
  const [answered, cut] = [sumOf(counts.answered), sumOf(counts.cut)];
  if (total < answered || total > answered + cut) {
    violations.push(`${total} events for ${answered} answers and ${cut} cut requests`);
  }
  return { answered, cut, refused: counts.refused, events: total, rollups, months, violations };
}

/** Tries again while the system comes back from the last fault. */
async function eventually<Value>(action: () => Promise<Value>): Promise<Value> {
  return await vi.waitFor(action, { timeout: 30_000, interval: 100 });
}

/** One line for people. */
export function describeOutcome(outcome: RunOutcome): string {
  const { seed, faults, answered, cut, refused, events, rollups, violations } = outcome;
  const verdict = violations.length === 0 ? "ok" : violations.join("; ");
  return `seed ${seed}: ${answered} answered, ${cut} cut, ${refused} refused; ${events} events, ${rollups} in rollups [${faults.join(", ")}] ${verdict}`;
}
