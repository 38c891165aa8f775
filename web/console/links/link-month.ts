import type { Wording } from "../../languages/translate.ts";
import { useAnswer } from "../owner-context.ts";
import { costsOf, type UsageAnswer, type UsageRow } from "../usage/usage-answers.ts";

/** What a link was used this month, and what that costs. */
export interface LinkMonth {
  readonly tiles: number;
  /** In its currency, for sorting; null where there is no price. */
  readonly amount: number | null;
  /** With the currency; several where prices were in several. */
  readonly cost: string;
}

/** The most rows that one call answers: links beyond them have no numbers here. */
const ROWS_MAX = 2_000;

/** The month of each link by its id; undefined while it is not known, or may not be. */
export function useLinkMonths(organizationId: string, { t }: Pick<Wording, "t">) {
  const { value } = useAnswer<UsageAnswer & { readonly next_offset: number | null }>("usage.query", {
    organization_id: organizationId,
    window: "month",
    group_by: ["link"],
    limit: ROWS_MAX,
  });
  if (value === undefined) return undefined;
  const months = linkMonths(value.rows, { t });
  const unused = value.next_offset === null ? { tiles: 0, amount: 0, cost: "0" } : undefined;
  return (linkId: string): LinkMonth | undefined => months.get(linkId) ?? unused;
}

/** The rows of usage by link, those of one link together. */
export function linkMonths(
  rows: readonly UsageRow[],
  { t }: Pick<Wording, "t">,
): ReadonlyMap<string, LinkMonth> {
  const byLink = new Map<string, UsageRow[]>();
  for (const row of rows) {
    const id = row.link_id ?? "";
    byLink.set(id, [...(byLink.get(id) ?? []), row]);
  }
  return new Map(
    [...byLink].map(([id, ofLink]): [string, LinkMonth] => {
      const amounts = ofLink.flatMap(({ amount }) => (amount === null ? [] : [Number(amount)]));
      return [
        id,
        {
          tiles: ofLink.reduce((sum, { tile_requests: tiles }) => sum + Number(tiles), 0),
          amount: amounts.length === 0 ? null : amounts.reduce((sum, each) => sum + each, 0),
          cost: costsOf({ totals: ofLink }, { t }),
        },
      ];
    }),
  );
}
