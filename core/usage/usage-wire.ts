import { z } from "zod";
import type { UsageEvent } from "./usage-event.ts";

const uuid = z.guid();
const integer = (maximum: number) => z.int().min(0).max(maximum);

/** Refuses everything that the ledger's columns would refuse: one bad event must not block its batch. */
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
 * Encodes events as one line of JSON: an entry of the stream, a line of the journal. Most batches are of one
 * link, so a row of three (id, time, bytes) takes its other fields from the last full row. No field needs
 * escaping, and building the text by hand takes a third of the time; every tile pays for it. Rows are
 * positional: the names of fields may change between versions, their order may not.
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

/** The events of an entry, and each part that is not an event, with the reason. */
export interface DecodedUsage {
  readonly events: UsageEvent[];
  readonly rejects: { readonly text: string; readonly reason: string }[];
}

/** Decodes {@link encodeUsageEvents}. Never throws: anything else in the stream becomes a dead letter. */
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

/** Completes a short row with the fields of the last full row. */
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

/** The schema by hand: at 20,000 events/s the general parser would cost as much as the database. */
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
