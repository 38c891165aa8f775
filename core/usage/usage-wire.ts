import { z } from "zod";
import type { UsageEvent } from "./usage-event.ts";

const uuid = z.guid();
const integer = (maximum: number) => z.int().min(0).max(maximum);

/** Everything that the ledger's columns would refuse is refused here: one bad event must not hold up the others. */
const rowSchema = z.tuple([
  uuid,
  z.enum(["tile", "access"]),
  integer(8_000_000_000_000),
  uuid,
  uuid,
  uuid,
  integer(2_147_483_647),
  z.enum(["memory", "store", "render", "none"]),
  integer(599),
]);

type Row = z.infer<typeof rowSchema>;

/**
 * Writes events as one line of JSON without newline: the entry of the stream and of the journal. A row of three, id, time and bytes, is for the rest
 * like the last whole row before it: a batch is mostly of one link. Ids and words hold nothing that JSON would escape, and putting them together by
 * hand takes a third of the time: this is on the way of every tile.
 */
export function encodeUsageEvents(events: readonly UsageEvent[]): string {
  let rows = "";
  let last: UsageEvent | undefined;
  for (const event of events) {
    const { eventId, occurredAtMs, bytes } = event;
    if (last !== undefined && isAlike(event, last)) {
      rows += `,["${eventId}",${occurredAtMs},${bytes}]`;
      continue;
    }
    const { kind, organizationId, linkId, targetId, cacheResult, status } = event;
    rows += `${last === undefined ? "" : ","}["${eventId}","${kind}",${occurredAtMs},"${organizationId}","${linkId}","${targetId}",${bytes},"${cacheResult}",${status}]`;
    last = event;
  }
  return `[${rows}]`;
}

/** Whether two events differ in id, time and bytes only. */
function isAlike(one: UsageEvent, other: UsageEvent): boolean {
  return (
    one.linkId === other.linkId &&
    one.cacheResult === other.cacheResult &&
    one.status === other.status &&
    one.kind === other.kind &&
    one.targetId === other.targetId &&
    one.organizationId === other.organizationId
  );
}

/** What an entry holds: its events, and each part that is none, with the reason. */
export interface DecodedUsage {
  readonly events: UsageEvent[];
  readonly rejects: { readonly text: string; readonly reason: string }[];
}

/** Reads what {@link encodeUsageEvents} wrote; never throws, so that whatever else lies in the stream can be put aside. */
export function decodeUsageEvents(text: string): DecodedUsage {
  const rows = parseRows(text);
  if (rows === undefined) return { events: [], rejects: [{ text, reason: "not a JSON list of events" }] };
  const decoded: DecodedUsage = { events: [], rejects: [] };
  let whole: unknown[] = [];
  for (const written of rows) {
    const row = wholeRow(written, whole);
    if (Array.isArray(row)) whole = row;
    if (isRow(row)) decoded.events.push(toEvent(row));
    else {
      const reason = rowSchema.safeParse(row).error?.issues[0];
      decoded.rejects.push({
        text: JSON.stringify(row) ?? "",
        reason: reason === undefined ? "not an event" : `${reason.path.join(".")}: ${reason.message}`,
      });
    }
  }
  return decoded;
}

/** A row as it would be without the one before it. */
function wholeRow(
  row: unknown,
  [, kind, , organizationId, linkId, targetId, , cacheResult, status]: unknown[],
) {
  if (!Array.isArray(row) || row.length !== 3) return row;
  const [eventId, at, bytes] = row as unknown[];
  return [eventId, kind, at, organizationId, linkId, targetId, bytes, cacheResult, status];
}

function parseRows(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The schema by hand: at 20,000 events a second the general parser would cost as much as the database. */
function isRow(row: unknown): row is Row {
  if (!Array.isArray(row) || row.length !== 9) return false;
  const [eventId, kind, at, organizationId, linkId, targetId, bytes, cacheResult, status] = row as unknown[];
  return (
    isId(eventId) &&
    isId(organizationId) &&
    isId(linkId) &&
    isId(targetId) &&
    (kind === "tile" || kind === "access") &&
    isCount(at, 8_000_000_000_000) &&
    isCount(bytes, 2_147_483_647) &&
    isCount(status, 599) &&
    (cacheResult === "memory" ||
      cacheResult === "store" ||
      cacheResult === "render" ||
      cacheResult === "none")
  );
}

function isId(value: unknown): boolean {
  return typeof value === "string" && UUID.test(value);
}

function isCount(value: unknown, maximum: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= maximum;
}

function toEvent(row: Row): UsageEvent {
  const [eventId, kind, occurredAtMs, organizationId, linkId, targetId, bytes, cacheResult, status] = row;
  return { eventId, kind, occurredAtMs, organizationId, linkId, targetId, bytes, cacheResult, status };
}
