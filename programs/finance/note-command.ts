import { newId } from "../../infra/new-id.ts";
import { findBillingOperator } from "../../storage/accounts/organizations.ts";
import { insertAuditEntries } from "../../storage/audit-log.ts";
import type { Database } from "../../storage/database/database.ts";

/** What a person does at a terminal is in the operator's audit log like a call. */
export async function noteCommand(
  database: Database,
  operationId: string,
  subject: Readonly<Record<string, string>>,
): Promise<void> {
  const organizationId = (await findBillingOperator(database)) ?? null;
  await insertAuditEntries(database, [
    {
      organizationId,
      principalType: "command",
      principalId: "npm run finance",
      operationId,
      subject,
      outcome: 200,
      clientAddress: null,
      requestId: newId(),
    },
  ]);
}
