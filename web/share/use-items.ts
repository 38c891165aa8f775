import { useState } from "preact/hooks";
import type { Answer } from "../client/ask-json.ts";
import type { SharedItem, SharedItemsPage, SharedTarget } from "../client/shared-map.ts";

/** The items of a collection that are known so far; of an item, none. */
export interface KnownItems {
  readonly items: readonly SharedItem[];
  /** Loads more; undefined when all are there. */
  readonly more: (() => void) | undefined;
}

/** The items of what a link shares, page by page. */
export function useItems(
  { target_type: type, target }: SharedTarget,
  listItems: (offset: number) => Promise<Answer<SharedItemsPage>>,
): KnownItems {
  const [items, setItems] = useState<readonly SharedItem[]>(target?.items ?? []);
  const [next, setNext] = useState<number | null>(target?.next_offset ?? null);
  if (type !== "collection") return { items: [], more: undefined };
  const load = async (offset: number) => {
    const answer = await listItems(offset);
    if (!answer.ok) return;
    setItems([...items, ...answer.value.items]);
    setNext(answer.value.next_offset);
  };
  return { items, more: next === null ? undefined : () => void load(next) };
}
