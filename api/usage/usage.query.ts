import { z } from "zod";
import { COUNTER_NAMES, exactCount, exactSum, type UsageCounter } from "../../core/billing/billable.ts";
import { formatAmount, type Picos } from "../../core/billing/money.ts";
import { monthAt, monthStartMs, type Month } from "../../core/billing/month.ts";
import { priceWindows, type WindowPrice } from "../../core/billing/price-windows.ts";
import { isTagKey } from "../../core/tags/tags.ts";
import { InputError } from "../../core/errors.ts";
import { coverWithWindows, USAGE_WINDOWS, windowEnd } from "../../core/usage/usage-window.ts";
import { utcMonthStart } from "../../core/usage/usage-event.ts";
import { chooseRateCard, listCardsOfClosedMonths, listRateCards } from "../../storage/billing/rate-cards.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { queryUsage, TAG_KEYS_MAX, USAGE_GROUPS, type WindowUsage } from "../../storage/usage/query-usage.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, nextOffset, nextOffsetOf, resourceId, timestamp } from "../operations/schemas.ts";
import { answeredCount } from "./present-usage.ts";

/** What one question may make the database sum and this process price. */
const ROWS_MAX = 20_000;

/** No usage is older. */
const FIRST_MS = Date.UTC(2000, 0);

const money = {
  currency: z.string().nullable().meta({ description: "Null without the scope billing:read." }),
  amount: z.string().nullable().meta({
    description:
      "What the tiles cost by the prices of their month, exactly; without a month's minimum, credits and rounding. Null without the scope billing:read.",
  }),
};

const TAG_PREFIX = "tag:";

/** The key of the tag that a group names, or none. */
const tagKeyOf = (group: string) => (group.startsWith(TAG_PREFIX) ? [group.slice(TAG_PREFIX.length)] : []);

const usageGroup = z
  .string()
  .refine((group) => (USAGE_GROUPS as readonly string[]).includes(group) || tagKeyOf(group).some(isTagKey), {
    message: `must be one of ${USAGE_GROUPS.join(", ")}, or tag: and the key of a tag`,
  });

export const usageQuery = defineOperation({
  id: "usage.query",
  summary: "Usage and what it costs so far, by hour, day or month, and by link, target, project or tag.",
  scope: "usage:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "UsageQueryInput",
  input: z.strictObject({
    organization_id: resourceId,
    from: timestamp.optional().meta({ description: "The current month's beginning if absent." }),
    to: timestamp.optional().meta({
      description:
        "The first instant that no longer counts; now if absent. Windows are whole: the last one ends here or later.",
    }),
    window: z.enum(USAGE_WINDOWS).default("day"),
    group_by: z
      .array(usageGroup)
      .max(USAGE_GROUPS.length + TAG_KEYS_MAX)
      .default([])
      .meta({ description: "link, target, project, and `tag:KEY` for up to three cost-allocation tags." }),
    link_id: resourceId.optional().meta({ description: "Only usage of this link." }),
    target_id: resourceId.optional().meta({ description: "Only usage of this item or collection." }),
    project_id: resourceId.optional().meta({ description: "Only usage of what lies in this project now." }),
    limit: z.int().min(1).max(2_000).default(500),
    offset: z.int().min(0).max(ROWS_MAX).default(0),
  }),
  outputName: null,
  output: z.object({
    organization_id: z.string(),
    from: answeredTimestamp,
    to: answeredTimestamp,
    window: z.enum(USAGE_WINDOWS),
    totals: z
      .array(z.object({ ...money, tile_requests: answeredCount }))
      .meta({ description: "Of all rows, also of other pages; one for each currency." }),
    rows: z.array(
      z.object({
        start: answeredTimestamp,
        end: answeredTimestamp,
        link_id: z.string().nullable(),
        target_id: z.string().nullable(),
        project_id: z.string().nullable(),
        tags: z
          .record(z.string(), z.string().nullable())
          .optional()
          .meta({ description: "The tags that group_by names, as they are now; null where there is none." }),
        tile_requests: answeredCount,
        tile_bytes: answeredCount,
        not_modified: answeredCount,
        link_accesses: answeredCount,
        ...money,
      }),
    ),
    next_offset: nextOffset,
  }),
  resources: { organization: { kind: "organization", role: "viewer", field: "organization_id" } },
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { resources, principal }) {
    const { id: organizationId } = resources.organization;
    const nowMs = clock();
    const fromMs = Math.max(Date.parse(input.from ?? utcMonthStart(nowMs).toISOString()), FIRST_MS);
    const toMs = Math.min(
      Date.parse(input.to ?? new Date(nowMs).toISOString()),
      utcMonthStart(nowMs, 2).getTime(),
    );
    const span = coverWithWindows(input.window, fromMs, toMs);
    if ("fault" in span) throw InputError.at("to", span.fault);
    const tagKeys = [...new Set(input.group_by.flatMap(tagKeyOf))];
    if (tagKeys.length > TAG_KEYS_MAX)
      throw InputError.at("group_by", `may name ${TAG_KEYS_MAX} tags at most`);
    const usage = await queryUsage(
      database,
      {
        organizationId,
        // Tiers are filled from the beginning of a month.
        fromMs: monthStartMs(monthAt(span.fromMs)),
        toMs: span.toMs,
        window: input.window,
        groupBy: USAGE_GROUPS.filter((group) => input.group_by.includes(group)),
        tagKeys,
        only: { link: input.link_id, target: input.target_id, project: input.project_id },
      },
      { rowsMax: ROWS_MAX, nowMs },
    );
    if (usage === undefined) {
      throw InputError.at(
        "group_by",
        `makes more than ${ROWS_MAX} rows: ask for less time or longer windows`,
      );
    }
    const prices = principal.scopes.has("billing:read")
      ? await priceUsage(database, organizationId, usage)
      : [];
    const rows = usage
      .map((row, index) => ({ ...row, price: prices[index] }))
      .filter(({ startMs, isWanted }) => isWanted && startMs >= span.fromMs);
    const page = rows.slice(input.offset, input.offset + input.limit);
    return {
      organization_id: organizationId,
      from: new Date(span.fromMs).toISOString(),
      to: new Date(span.toMs).toISOString(),
      window: input.window,
      totals: totalsOf(rows),
      rows: page.map(({ startMs, ids, tagValues, price, ...sums }) => ({
        start: new Date(startMs).toISOString(),
        end: new Date(windowEnd(input.window, startMs)).toISOString(),
        link_id: ids.link,
        target_id: ids.target,
        project_id: ids.project,
        ...(tagKeys.length > 0 && {
          tags: Object.fromEntries(tagKeys.map((key, index) => [key, tagValues[index] ?? null])),
        }),
        ...presentSums(sums),
        ...presentPrice(price),
      })),
      next_offset: nextOffsetOf(input, page.length, rows.length),
    };
  },
});

async function priceUsage(
  database: Queryable,
  organizationId: string,
  usage: readonly WindowUsage[],
): Promise<WindowPrice[]> {
  const cards = await listRateCards(database, organizationId);
  const closed = await listCardsOfClosedMonths(database, organizationId);
  return priceWindows(
    usage.map(({ startMs, ids, tagValues, isWanted, tile_requests: tiles }) => ({
      startMs,
      group: JSON.stringify([isWanted, ids.link, ids.target, ids.project, tagValues]),
      tiles,
    })),
    (month: Month) => closed.get(month) ?? chooseRateCard(cards, month),
  );
}

type PricedUsage = WindowUsage & { readonly price: WindowPrice | undefined };

function totalsOf(rows: readonly PricedUsage[]) {
  const totals = new Map<string | null, { amount: Picos; tiles: bigint }>();
  for (const { price, tile_requests: tiles } of rows) {
    const sum = totals.get(price?.currency ?? null) ?? { amount: 0n, tiles: 0n };
    totals.set(price?.currency ?? null, {
      amount: sum.amount + (price?.amount ?? 0n),
      tiles: sum.tiles + tiles,
    });
  }
  return [...totals].map(([currency, { amount, tiles }]) => ({
    currency,
    amount: currency === null ? null : formatAmount(amount),
    tile_requests: exactCount(String(tiles)),
  }));
}

function presentSums(sums: Readonly<Record<UsageCounter, bigint>>) {
  const texts = Object.fromEntries(COUNTER_NAMES.map((name) => [name, String(sums[name])]));
  const { accesses, ...others } = exactSum(texts as Record<UsageCounter, string>);
  return { ...others, link_accesses: accesses };
}

function presentPrice(price: WindowPrice | undefined) {
  return price === undefined
    ? { currency: null, amount: null }
    : { currency: price.currency, amount: formatAmount(price.amount) };
}
