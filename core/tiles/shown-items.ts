/** An item of a collection, as far as a choice of items reads it. */
export interface DatedItem {
  readonly itemId: string;
  readonly datetime?: Date | null;
}

/** A choice among the items of a collection; undefined does not narrow it. */
export interface ItemChoice {
  /** Only these items. */
  readonly items?: readonly string[] | undefined;
  /** All but these items. */
  readonly hidden?: readonly string[] | undefined;
  /** Only items of this time; an item without a time has none. */
  readonly interval?: Interval | undefined;
}

/** A closed interval in milliseconds since 1970. */
interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

/** A choice names so many items at most: addresses end at a few kilobytes. */
export const CHOSEN_ITEMS_MAX = 100;

/**
 * An instant or an interval such as `2026-01-01T00:00:00Z/..`, as OGC API and STAC write them; undefined when
 * it is none.
 */
export function parseInterval(text: string): Interval | undefined {
  const [start = "", end = start, more] = text.split("/");
  const isOpen = (part: string) => part === ".." || part === "";
  if (more !== undefined || (isOpen(start) && isOpen(end))) return undefined;
  const startMs = isOpen(start) ? -Infinity : instant(start);
  const endMs = isOpen(end) ? Infinity : instant(end);
  return startMs <= endMs ? { startMs, endMs } : undefined;
}

/** NaN for text that is no instant. */
function instant(text: string): number {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i.test(text)
    ? Date.parse(text)
    : NaN;
}

/** Whether a choice shows an item. */
export function isShown({ items, hidden, interval }: ItemChoice, { itemId, datetime }: DatedItem): boolean {
  if (items !== undefined && !items.includes(itemId)) return false;
  if (hidden?.includes(itemId) === true) return false;
  if (interval === undefined) return true;
  const time = datetime?.getTime();
  return time !== undefined && time >= interval.startMs && time <= interval.endMs;
}

/** Whether a choice narrows anything. */
export function isNarrow({ items, hidden = [], interval }: ItemChoice): boolean {
  return items !== undefined || hidden.length > 0 || interval !== undefined;
}
