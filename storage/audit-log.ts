import { newId } from "../infra/new-id.ts";
import { idParameter, type Queryable } from "./database/database.ts";
import { rowsWithin } from "./database/rows-within.ts";

/** One action of a principal. */
export interface AuditEntry {
  readonly organizationId: string | null;
  readonly principalType: string;
  readonly principalId: string | null;
  readonly operationId: string;
  /** Ids, and of money what was decided; never a secret. */
  readonly subject: Readonly<Record<string, string>>;
  /** The HTTP status that was answered. */
  readonly outcome: number;
  readonly clientAddress: string | null;
  readonly requestId: string;
}

/** Writes entries, all of them or none; at least one, at most some thousands. */
export async function insertAuditEntries(database: Queryable, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    id: newId(),
    organization_id: entry.organizationId,
    principal_type: entry.principalType,
    principal_id: entry.principalId,
    operation_id: entry.operationId,
    subject: database.json(entry.subject),
    outcome: entry.outcome,
    client_address: entry.clientAddress,
    request_id: entry.requestId,
  }));
  await database`insert into audit_log ${database(rows as never)}`;
}

/** An entry as it is kept. */
export interface AuditRow {
  readonly id: string;
  readonly occurred_at: Date;
  readonly principal_type: string;
  readonly principal_id: string | null;
  readonly operation_id: string;
  readonly subject: Record<string, string>;
  readonly outcome: number;
  readonly client_address: string | null;
  readonly request_id: string;
}

/**
 * An organization's entries, newest first, from before the entry named, and whether older ones are left. Ids
 * sort by time. A page ends early when its entries are large.
 */
export async function listAuditEntries(
  database: Queryable,
  filter: {
    organizationId: string;
    operationId: string | undefined;
    principalId: string | undefined;
    since: Date | undefined;
    until: Date | undefined;
    before: string | undefined;
    limit: number;
  },
): Promise<{ entries: AuditRow[]; hasMore: boolean }> {
  const { operationId, principalId, since, until, before } = filter;
  const wanted = database`
    select id, occurred_at, principal_type, principal_id, operation_id, subject, outcome, client_address, request_id
    from audit_log where organization_id = ${filter.organizationId}
    ${operationId === undefined ? database`` : database`and operation_id = ${operationId}`}
    ${principalId === undefined ? database`` : database`and principal_id = ${principalId}`}
    ${since === undefined ? database`` : database`and occurred_at >= ${since}`}
    ${until === undefined ? database`` : database`and occurred_at < ${until}`}
    ${before === undefined ? database`` : database`and id < ${idParameter(before)}`}
    order by id desc limit ${filter.limit + 1}`;
  const ordered = database`select found.*, count(*) over () as total from (${wanted}) as found order by id desc`;
  const rows = await database<(AuditRow & { total: number })[]>`${rowsWithin(database, ordered)}`;
  const entries = rows.slice(0, filter.limit);
  return { entries, hasMore: (rows[0]?.total ?? 0) > entries.length };
}
