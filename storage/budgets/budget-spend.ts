import { FORECAST, forecastOf, reachedThresholds } from "../../core/budgets/budget-standing.ts";
import { formatAmount, type Picos } from "../../core/billing/money.ts";
import { monthAt, monthStartMs, nextMonth, periodOf } from "../../core/billing/month.ts";
import { priceWindows } from "../../core/billing/price-windows.ts";
import { chooseRateCard, listCardsOfClosedMonths, listRateCards } from "../billing/rate-cards.ts";
import type { Database, Queryable } from "../database/database.ts";
import { publishEvent } from "../events/publish-event.ts";
import { queryUsage } from "../usage/query-usage.ts";
import { listBudgets, type BudgetRow } from "./budgets.ts";

/** Where a budget stands in the current month. */
export interface BudgetStanding {
  readonly period: string;
  /** As `usage.query` by day; undefined while the month is priced in another currency. */
  readonly spent: Picos | undefined;
  readonly forecast: Picos | undefined;
  /** Percents as text, and `forecast`. */
  readonly reached: readonly string[];
}

/** Two rows a day: the budget's part of the usage, and the rest, which fills tiers as well. */
const ROWS_MAX = 100;

/** Where a budget stands: from the rolled-up usage of the month, by today's card. */
export async function readStanding(
  database: Queryable,
  budget: BudgetRow,
  nowMs: number,
): Promise<BudgetStanding> {
  const month = monthAt(nowMs);
  const { organization_id: organizationId } = budget;
  const question = {
    organizationId,
    fromMs: monthStartMs(month),
    toMs: monthStartMs(nextMonth(month)),
    window: "day",
    groupBy: [],
    only: { link: budget.link_id ?? undefined, project: budget.project_id ?? undefined },
  } as const;
  const usage = (await queryUsage(database, question, { rowsMax: ROWS_MAX, nowMs })) ?? [];
  const cards = await listRateCards(database, organizationId);
  const closed = await listCardsOfClosedMonths(database, organizationId);
  const card = closed.get(month) ?? chooseRateCard(cards, month);
  const period = periodOf(month);
  if (card.currency !== budget.currency) {
    return { period, spent: undefined, forecast: undefined, reached: [] };
  }
  const prices = priceWindows(
    usage.map(({ startMs, isWanted, tile_requests: tiles }) => ({ startMs, group: `${isWanted}`, tiles })),
    () => card,
  );
  const spent = prices.reduce((sum, { amount }, index) => sum + (usage[index]?.isWanted ? amount : 0n), 0n);
  const forecast = forecastOf(spent, month, nowMs);
  return { period, spent, forecast, reached: reachedThresholds(budget, spent, forecast) };
}

/** Publishes every threshold that a budget has reached, each once a month. */
export async function publishReachedThresholds(database: Database, nowMs: number): Promise<void> {
  for (const budget of await listBudgets(database)) {
    const { period, spent, forecast, reached } = await readStanding(database, budget, nowMs);
    for (const threshold of reached) {
      await publishEvent(database, {
        organizationId: budget.organization_id,
        type: "budget.threshold_reached",
        fact: `${budget.id} ${period} ${threshold}`,
        data: {
          budget_id: budget.id,
          budget_name: budget.name,
          project_id: budget.project_id,
          link_id: budget.link_id,
          period,
          threshold: threshold === FORECAST ? threshold : `${threshold}%`,
          amount: formatAmount(budget.amount),
          spent: formatAmount(spent ?? 0n),
          forecast: forecast === undefined ? null : formatAmount(forecast),
          currency: budget.currency,
        },
      });
    }
  }
}
