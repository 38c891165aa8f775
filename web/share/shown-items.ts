import type { SharedItem, TileJson } from "../client/shared-map.ts";

/** Which items of a collection the map shows. */
export interface ShownItems {
  /** Only this one. */
  readonly only?: string | undefined;
  readonly hidden: readonly string[];
  /** Only those of a day, as `2026-05-01` in UTC. */
  readonly day?: string | undefined;
}

/** All items are shown. */
export const ALL_ITEMS: ShownItems = { hidden: [] };

/** The days of items, each once, the first one first. */
export function daysOf(items: readonly SharedItem[]): string[] {
  const days = items.flatMap(({ datetime }) => (datetime ? [datetime.slice(0, 10)] : []));
  return [...new Set(days)].sort();
}

/** The inputs of an operation that reads some items. */
export function choiceOf({ only, hidden, day }: ShownItems) {
  return {
    ...(only === undefined ? {} : { items: [only] }),
    ...(hidden.length === 0 ? {} : { hidden_items: hidden }),
    ...(day === undefined ? {} : { datetime: `${day}T00:00:00Z/${day}T23:59:59.999Z` }),
  };
}

/** The query of an address that shows some items; empty for all of them. */
export function queryOf(shown: ShownItems): string {
  const choice = Object.entries(choiceOf(shown)).map(([name, value]) => [name, String(value)]);
  const text = new URLSearchParams(choice).toString();
  return text === "" ? "" : `?${text}`;
}

/** The addresses of tiles that show some items. */
export function tilesWith({ tiles }: Pick<TileJson, "tiles">, shown: ShownItems): TileJson["tiles"] {
  const [first, ...others] = tiles;
  const query = queryOf(shown);
  return [first + query, ...others.map((address) => address + query)];
}
