import { newId } from "../core/ids.ts";
import { idParameter, type Queryable } from "./postgres.ts";

/** One thing that somebody did. */
export interface AuditEntry {
  readonly organizationId: string | null;
  readonly principalType: string;
  readonly principalId: string | null;
  readonly operationId: string;
  /** Ids only; never a secret. */
  readonly subject: Readonly<Record<string, string>>;
  /** The HTTP status that was answered. */
  readonly outcome: number;
  readonly clientAddress: string | null;
  readonly requestId: string;
}

/** Writes one entry. */
export async function insertAuditEntry(database: Queryable, entry: AuditEntry): Promise<void> {
  await database`
    insert into audit_log (id, organization_id, principal_type, principal_id, operation_id, subject, outcome,
      client_address, request_id)
    values (${newId()}, ${entry.organizationId}, ${entry.principalType}, ${entry.principalId}, ${entry.operationId},
      ${database.json(entry.subject)}, ${entry.outcome}, ${entry.clientAddress}, ${entry.requestId})`;
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

/** An organization's entries, newest first, from before the entry named; ids sort by time. */
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
): Promise<AuditRow[]> {
  const { operationId, principalId, since, until, before } = filter;
  const rows = await database<AuditRow[]>`
    select id, occurred_at, principal_type, principal_id, operation_id, subject, outcome, client_address, request_id
    from audit_log where organization_id = ${filter.organizationId}
    ${operationId === undefined ? database`` : database`and operation_id = ${operationId}`}
    ${principalId === undefined ? database`` : database`and principal_id = ${principalId}`}
    ${since === undefined ? database`` : database`and occurred_at >= ${since}`}
    ${until === undefined ? database`` : database`and occurred_at < ${until}`}
    ${before === undefined ? database`` : database`and id < ${idParameter(before)}`}
    order by id desc limit ${filter.limit}`;
  return [...rows];
}
