import { newId } from "../../infra/new-id.ts";
import { idParameter, type Queryable } from "../database/database.ts";

/** What the security log records. */
export const SECURITY_EVENT_KINDS = [
  "log_in",
  "token",
  "device",
  "credential",
  "key_made",
  "key_revoked",
  "password_changed",
  "user_disabled",
  "user_enabled",
  "session_ended",
  // Of rows before these changes went to the audit log alone.
  "queue_board",
] as const;

/** One of {@link SECURITY_EVENT_KINDS}. */
export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number];

/** An event that concerns the safety of accounts. */
export interface SecurityEvent {
  readonly kind: SecurityEventKind;
  readonly outcome: "allowed" | "refused";
  /** Null when the event belongs to no organization, such as an unknown key. */
  readonly organizationId: string | null;
  readonly principalType: string | null;
  readonly principalId: string | null;
  /** Ids and names; never a secret. */
  readonly subject: Readonly<Record<string, string>>;
  readonly clientAddress: string | null;
}

/** An event as it is kept; `count` events of one minute are one row. */
export interface SecurityEventRow {
  readonly id: string;
  readonly occurred_at: Date;
  readonly organization_id: string | null;
  readonly kind: SecurityEventKind;
  readonly outcome: "allowed" | "refused";
  readonly principal_type: string | null;
  readonly principal_id: string | null;
  readonly subject: Record<string, string>;
  readonly client_address: string | null;
  readonly count: number;
}

/** Writes events, all of them or none; at least one. */
export async function insertSecurityEvents(
  database: Queryable,
  events: readonly { readonly event: SecurityEvent; readonly count: number; readonly at: Date }[],
): Promise<void> {
  const rows = events.map(({ event, count, at }) => ({
    id: newId(),
    occurred_at: at,
    organization_id: event.organizationId,
    kind: event.kind,
    outcome: event.outcome,
    principal_type: event.principalType,
    principal_id: event.principalId,
    subject: database.json(event.subject),
    client_address: event.clientAddress,
    count,
  }));
  await database`insert into security_events ${database(rows as never)}`;
}

/** An organization's events, newest first, from before the one named; ids sort by time. */
export async function listSecurityEvents(
  database: Queryable,
  filter: {
    organizationId: string;
    kind: SecurityEventKind | undefined;
    since: Date | undefined;
    until: Date | undefined;
    before: string | undefined;
    limit: number;
  },
): Promise<SecurityEventRow[]> {
  const { kind, since, until, before } = filter;
  const rows = await database<SecurityEventRow[]>`
    select * from security_events where organization_id = ${filter.organizationId}
    ${kind === undefined ? database`` : database`and kind = ${kind}`}
    ${since === undefined ? database`` : database`and occurred_at >= ${since}`}
    ${until === undefined ? database`` : database`and occurred_at < ${until}`}
    ${before === undefined ? database`` : database`and id < ${idParameter(before)}`}
    order by id desc limit ${filter.limit}`;
  return [...rows];
}

/** A page of all organizations' events, oldest first, after the one named: for exports. */
export async function pageSecurityEvents(
  database: Queryable,
  { from, to, after, limit }: { from: Date; to: Date; after: string | undefined; limit: number },
): Promise<SecurityEventRow[]> {
  const rows = await database<SecurityEventRow[]>`
    select * from security_events where occurred_at >= ${from} and occurred_at < ${to}
    ${after === undefined ? database`` : database`and id > ${idParameter(after)}`}
    order by id limit ${limit}`;
  return [...rows];
}
