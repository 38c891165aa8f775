import type { IngestKind } from "./ingest-plan.ts";

/** Where the preparation of a file stands. */
export const INGEST_STATES = ["queued", "preparing", "ready", "failed", "cancelled"] as const;

/** See {@link INGEST_STATES}. */
export type IngestState = (typeof INGEST_STATES)[number];

/** What a preparation is at. */
export type IngestStep =
  | "waiting"
  | "waiting for the store"
  | "reading"
  | "warping"
  | "converting"
  | "storing"
  | "inspecting"
  | "done";

/** What is known of the preparation of one file, for its display. */
export interface IngestProgress {
  readonly kind: IngestKind;
  readonly state: IngestState;
  readonly step: string;
  readonly percent: number;
  readonly startedAtMs: number | null;
  readonly message: string | null;
}

/** Where an item, or an upload, stands. */
export interface IngestSummary {
  /** `ready`: its tiles are drawn. */
  readonly state: IngestState;
  readonly step: string;
  readonly percent: number;
  readonly seconds_left: number | null;
  /** Why it failed and what to do; null otherwise. */
  readonly message: string | null;
  /** Whether every file was read to its end; null while that is not known. */
  readonly checked: boolean | null;
}

/** Below this the time that is left is a guess. */
const PERCENT_KNOWN = 3;

/** The first of these that a file is in is the state of the whole. */
const WORST_FIRST = ["failed", "cancelled", "preparing", "queued"] as const;

/**
 * Sums up the preparations of an item's files; null when there are none. A file that is only checked is
 * usable from the start, and a failed check shows in `checked` and in a warning of the item.
 */
export function summarizeIngests(files: readonly IngestProgress[], nowMs: number): IngestSummary | null {
  if (files.length === 0) return null;
  const converted = files.filter(({ kind }) => kind === "convert");
  const worst = WORST_FIRST.flatMap((state) => converted.filter((file) => file.state === state))[0];
  const percent = converted.reduce((sum, file) => sum + percentOf(file), 0) / Math.max(1, converted.length);
  const failed = files.find(({ state, message }) => state === "failed" && message !== null);
  return {
    state: worst?.state ?? "ready",
    step: worst?.step ?? "done",
    percent: worst === undefined ? 100 : Math.floor(percent),
    seconds_left: secondsLeft(converted, nowMs),
    message: worst?.message ?? failed?.message ?? null,
    checked: checkedOf(files),
  };
}

const percentOf = ({ state, percent }: IngestProgress): number => (state === "ready" ? 100 : percent);

function checkedOf(files: readonly IngestProgress[]): boolean | null {
  if (files.some(({ state }) => state === "failed")) return false;
  return files.every(({ state }) => state === "ready") ? true : null;
}

/** By the pace so far of the file that takes longest; null while that is not known. */
function secondsLeft(files: readonly IngestProgress[], nowMs: number): number | null {
  const left = files
    .filter(({ state }) => state === "queued" || state === "preparing")
    .map(({ state, percent, startedAtMs }) => {
      if (state === "queued" || startedAtMs === null || percent < PERCENT_KNOWN) return null;
      return Math.ceil((Math.max(0, nowMs - startedAtMs) / 1000) * ((100 - percent) / percent));
    });
  return left.length === 0 || left.includes(null) ? null : Math.max(...(left as number[]));
}
