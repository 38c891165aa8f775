import { newId } from "../core/ids.ts";
import type { Queryable } from "./postgres.ts";

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
