import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COUNTER_NAMES, sumUsage, type UsageSum } from "../../core/billing/billable.ts";
import { DAY_MS, type UsageEvent } from "../../core/usage/usage-event.ts";
import { newId } from "../../infra/new-id.ts";
import { compareEventsWithRollups } from "../../storage/billing/reconcile-usage.ts";
import { SUMS_OF_EVENTS, SUMS_OF_ROLLUPS } from "../../storage/usage/usage-counters.ts";
import { recordUsage, sumUsageByMonth } from "../../storage/usage/usage-ledger.ts";
import { retireUsagePartitions } from "../../storage/usage/usage-partitions.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const MONTH = Date.parse("2026-06-01T00:00:00Z");
const NOW = MONTH + 30 * DAY_MS;

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** Any answers, also those that are never recorded: what does not count must not count in SQL either. */
const anyAnswers = fc.array(
  fc.record({
    kind: fc.constantFrom("tile", "access"),
    status: fc.oneof(fc.constantFrom(200, 204, 206, 304, 404), fc.integer({ min: 0, max: 599 })),
    bytes: fc.oneof(fc.constantFrom(0, 2_147_483_647), fc.integer({ min: 0, max: 1_000_000 })),
    occurredAtMs: fc.integer({ min: MONTH, max: NOW - 1 }),
    linkIndex: fc.nat(2),
  }),
  { minLength: 1, maxLength: 60 },
);

test("PostgreSQL counts any events as the rule of billing does: in events, hours and months", async () => {
  const { database } = system.deps;
  const property = fc.asyncProperty(anyAnswers, async (answers) => {
    const [organizationId, targetId, ...links] = [newId(), newId(), newId(), newId(), newId()];
    const events = answers.map(({ linkIndex, ...answer }): UsageEvent => ({
      ...answer,
      eventId: newId(),
      organizationId,
      linkId: links[linkIndex] ?? "",
      targetId,
      cacheResult: "none",
    }));
    const expected = sumUsage(events);
    await recordUsage(database, events, NOW);
    const ofOrganization = `where organization_id = '${organizationId}'`;
    for (const counted of [
      `select ${SUMS_OF_EVENTS} from usage_events ${ofOrganization}`,
      `select ${SUMS_OF_ROLLUPS} from usage_rollups ${ofOrganization}`,
    ]) {
      expect(await database.unsafe<UsageSum[]>(counted)).toEqual([expected]);
    }
    expect(await sumUsageByMonth(database, organizationId, [new Date(MONTH)])).toMatchObject([expected]);
  });
  await fc.assert(property, { numRuns: 60 });
  expect(await compareEventsWithRollups(database, "2026-06-01")).toMatchObject({ different: 0 });
});

test("sums beyond 2^53 are decimal text, and exact", async () => {
  const [organization_id, link_id, target_id] = [newId(), newId(), newId()];
  const row = { organization_id, link_id, target_id, month: "2026-05-01", booked_in: "2026-05-01" };
  const counts = { tile_requests: 1_000_000_000_000, not_modified: 0, accesses: 0 };
  const { database } = system.deps;
  await database`insert into usage_months ${database({ ...row, ...counts, tile_bytes: 9_007_199_254_740_991 })}`;
  await database`update usage_months set tile_bytes = tile_bytes + 2 where organization_id = ${organization_id}`;
  expect(await sumUsageByMonth(database, organization_id, [new Date("2026-05-01")])).toEqual([
    { ...counts, tile_bytes: "9007199254740993" },
  ]);
});

test("the sums of dropped days are those of the rule", async () => {
  const { database } = system.deps;
  const [sums] = [await database.unsafe<UsageSum[]>(`select ${SUMS_OF_EVENTS} from usage_events`)];
  await database`update billing_books set sealed_through = '2026-06-01'`;
  const outcomes = await retireUsagePartitions(database, NOW);
  expect(outcomes.length).toBeGreaterThan(20);
  expect(outcomes.every(({ outcome }) => outcome === "retired")).toBe(true);
  expect(await database.unsafe<UsageSum[]>(`select ${SUMS_OF_ROLLUPS} from usage_retired_days`)).toEqual(
    sums,
  );
  expect(await compareEventsWithRollups(database, "2026-06-01")).toMatchObject({ different: 0 });
  expect(COUNTER_NAMES.every((name) => (sums?.[0]?.[name] ?? 0) > 0)).toBe(true);
});
