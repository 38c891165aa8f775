import { afterAll, beforeAll, expect, test } from "vitest";
import { monthStartMs, type Month } from "../../core/billing/month.ts";
import { newId } from "../../infra/new-id.ts";
import { closePeriod, PeriodNotClosableError } from "../../storage/billing/billing-periods.ts";
import { insertNote } from "../../storage/billing/billing-notes.ts";
import { assignPlan, setRateCard } from "../../storage/billing/rate-cards.ts";
import { migrate } from "../../storage/database/migrate.ts";
import { openDatabase, type Database } from "../../storage/database/database.ts";
import { recordUsage } from "../../storage/usage/usage-ledger.ts";
import type { UsageEvent } from "../../core/usage/usage-event.ts";
import { cardFor, totalsOf, type ModelAccount, type ModelCard } from "../support/billing-model.ts";
import { seededRandom } from "../faults/random.ts";
import { createTestDatabase } from "../support/system.ts";

/** `BILLING_ORGANIZATIONS=10000 BILLING_SEED=7` before this file is the long form. */
const ORGANIZATIONS = Number(process.env["BILLING_ORGANIZATIONS"] ?? 80);
const SEED = Number(process.env["BILLING_SEED"] ?? 1);
const MONTHS: readonly Month[] = ["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"];
const CURRENCIES = ["EUR", "USD", "JPY", "KWD"] as const;
const PLANS = ["standard", "small", "large"] as const;

let database: Database;
beforeAll(async () => {
  const url = await createTestDatabase();
  await migrate(url);
  database = openDatabase(url, 4);
});
afterAll(() => database.end());

const random = seededRandom(SEED);
const below = (end: number) => Math.floor(random() * end);
const oneOf = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
const chance = (probability: number) => random() < probability;

function anyCard(from: number): ModelCard {
  const ends = [1 + below(4), 6 + below(6)].slice(0, below(3));
  return {
    from,
    currency: oneOf(CURRENCIES),
    mode: oneOf(["graduated", "volume"] as const),
    free: BigInt(below(4)),
    minimum: chance(0.3) ? BigInt(below(5_000)) * 10n ** 9n : 0n,
    tiers: [...ends.map(BigInt), null].map((end) => ({ end, price: BigInt(below(5_000_000)) * 10n ** 6n })),
  };
}

async function setCard(subject: { organizationId: string | null; plan: string | null }, card: ModelCard) {
  await setRateCard(
    database,
    subject,
    {
      effectiveFrom: MONTHS[card.from] ?? "",
      currency: card.currency as "EUR",
      mode: card.mode,
      freeTilesPerMonth: card.free,
      minimum: card.minimum,
      tiers: card.tiers.map(({ end, price }) => ({ upTo: end, pricePerThousand: price })),
    },
    "test",
  );
}

/** A time in a month at which its events are recorded, or those of earlier months arrive late. */
const at = (month: number) => monthStartMs(MONTHS[month] ?? "") + 40_000_000 + below(2_000_000_000);

test(
  `months of ${ORGANIZATIONS} organizations with random cards, plans, currencies, credits and late usage close, and cost what a model of their own says (seed ${SEED})`,
  { timeout: 3_600_000 },
  async () => {
    const accounts = new Map<string, ModelAccount>();
    const plans = new Map<string, ModelCard[]>();
    const organizations = Array.from({ length: ORGANIZATIONS }, () => newId());
    for (const id of organizations) {
      await database`insert into organizations (id, name, created_at) values (${id}, ${id}, '2026-02-20')`;
      accounts.set(id, { plan: "standard", cards: [], tiles: [], credits: [], closed: new Map() });
    }
    for (const plan of PLANS) {
      const card = anyCard(0);
      plans.set(plan, [card]);
      await setCard({ organizationId: null, plan }, card);
    }
    const ledger = { failed: 0, differences: [] as string[] };
    for (const [month, name] of MONTHS.entries()) {
      for (const [id, account] of accounts) await changeAccount(id, account, month);
      if (chance(0.5)) {
        const plan = oneOf(PLANS);
        const card = anyCard(month);
        plans.get(plan)?.push(card);
        await setCard({ organizationId: null, plan }, card);
      }
      await deliver(accounts, month);
      await closeInAnyOrder(month);
      for (const [id, account] of accounts) {
        const card = cardFor(account, plans, month);
        const expected = totalsOf(account, month, card);
        account.closed.set(month, card);
        const rows = await database<{ currency: string; total: string }[]>`
          select currency, (total * 1000000000000)::text as total from statements
          where organization_id = ${id} and month = ${name}::text::date and total <> 0`;
        const found = new Map(
          rows.map(({ currency, total }) => [currency, BigInt(total.split(".")[0] ?? 0)]),
        );
        const differs = [...new Set([...expected.keys(), ...found.keys()])].filter(
          (currency) => expected.get(currency) !== found.get(currency),
        );
        for (const currency of differs) {
          ledger.differences.push(
            `${id} ${name} ${currency}: expected ${expected.get(currency)}, found ${found.get(currency)}`,
          );
        }
      }
    }
    expect(ledger).toEqual({ failed: 0, differences: [] });
    expect(await database`select * from billing_open_accounts`).toEqual([]);
    const [kept] = await database<{ statements: number; several: number }[]>`
      select count(*) as statements, count(*) filter (where number > 1) as several from (
        select row_number() over (partition by organization_id, month) as number from statements) as numbered`;
    expect(kept?.statements).toBeGreaterThan(ORGANIZATIONS * 2);
    expect(kept?.several).toBeGreaterThan(ORGANIZATIONS / 10);

    async function closeInAnyOrder(month: number) {
      for (const later of MONTHS.slice(month + 1)) {
        await expect(closePeriod(database, later, "test")).rejects.toThrow(PeriodNotClosableError);
      }
      const both = [1, 2].map(() => closePeriod(database, MONTHS[month] ?? "", "test"));
      for (const outcome of await Promise.allSettled(both)) {
        if (outcome.status === "rejected") ledger.failed += 1;
      }
    }
  },
);

/** What people may do to an account in an open month: other prices, another plan, credits. */
async function changeAccount(id: string, account: ModelAccount, month: number): Promise<void> {
  if (chance(0.3)) {
    // Perhaps agreed for a later month, before this one is closed.
    const card = anyCard(Math.min(MONTHS.length - 1, month + below(2)));
    account.cards.push(card);
    await setCard({ organizationId: id, plan: null }, card);
  }
  if (chance(0.2)) {
    account.plan = oneOf(PLANS);
    await assignPlan(database, id, account.plan);
  }
  if (chance(0.2)) {
    const currency = oneOf(CURRENCIES);
    const amount = BigInt(1 + below(500)) * 10n ** 12n;
    account.credits.push({ bookedIn: month, currency, amount });
    await insertNote(database, {
      organizationId: id,
      belongsTo: MONTHS[below(month + 1)] ?? "",
      currentMonth: MONTHS[month] ?? "",
      currency,
      amount,
      reason: "model",
      createdBy: "test",
      isForced: true,
    });
  }
}

/** Tiles of this month, and late ones of months that are closed. */
async function deliver(accounts: ReadonlyMap<string, ModelAccount>, month: number): Promise<void> {
  let events: UsageEvent[] = [];
  for (const [organizationId, account] of accounts) {
    const links = [newId(), newId()];
    for (const of of chance(0.4) && month > 0 ? [month, month - 1] : [month]) {
      const count = below(14);
      account.tiles.push({ month: of, bookedIn: month, count: BigInt(count) });
      for (let index = 0; index < count; index += 1) {
        events.push({
          eventId: newId(),
          kind: "tile",
          occurredAtMs: at(of),
          organizationId,
          linkId: oneOf(links),
          targetId: organizationId,
          bytes: 10,
          cacheResult: "memory",
          status: 200,
        });
      }
    }
    if (events.length < 5_000) continue;
    await recordUsage(database, events, monthStartMs(MONTHS[month] ?? "") + 2_600_000_000);
    events = [];
  }
  if (events.length > 0)
    await recordUsage(database, events, monthStartMs(MONTHS[month] ?? "") + 2_600_000_000);
}
