import { numberIn } from "../number-field.tsx";

/** The fields of an image as they are typed. */
export interface ItemTexts {
  readonly name: string;
  readonly description: string;
  readonly attribution: string;
  /** A time in UTC as `2026-05-01T10:00:00`. */
  readonly datetime: string;
  readonly start_datetime: string;
  readonly end_datetime: string;
  readonly cloud_cover: string;
  readonly gsd: string;
}

/** A time of the service as its field takes it, in UTC. */
export function timeText(time: string | null | undefined): string {
  return time ? new Date(time).toISOString().slice(0, 19) : "";
}

/** The fields that differ, as `items.update` takes them: an empty one is taken away. */
export function itemChanges(before: ItemTexts, after: ItemTexts): Readonly<Record<string, unknown>> {
  const values = {
    // An image has a name: the service says so.
    name: after.name.trim(),
    description: after.description.trim() || null,
    attribution: after.attribution.trim() || null,
    datetime: timeOf(after.datetime),
    start_datetime: timeOf(after.start_datetime),
    end_datetime: timeOf(after.end_datetime),
    cloud_cover: numberOrText(after.cloud_cover),
    gsd: numberOrText(after.gsd),
  } satisfies Record<keyof ItemTexts, unknown>;
  const names = Object.keys(values) as (keyof ItemTexts)[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, values[name]]),
  );
}

/** A field leaves out seconds that are zero. */
function timeOf(text: string): string | null {
  if (text === "") return null;
  return `${text.length === 16 ? `${text}:00` : text}Z`;
}

/** What is no number goes as it is, so that the service refuses it: JSON has only null for it. */
function numberOrText(text: string): number | string | null {
  const number = numberIn(text);
  return number === null || Number.isFinite(number) ? number : text;
}
