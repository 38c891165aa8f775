import type { Logger } from "../../infra/logger.ts";
import { insertAuditEntry } from "../../storage/audit-log.ts";
import type { Database } from "../../storage/postgres.ts";
import type { Attempt } from "./redeem-link.ts";

/** Writes failed redemptions into the audit log of the organization whose link it was; those of unknown tokens belong to nobody. */
export class RedemptionLog {
  readonly #database: Database;
  readonly #logger: Logger;

  constructor(database: Database, logger: Logger) {
    this.#database = database;
    this.#logger = logger;
  }

  /** Notes a refusal. The same work with and without a link: the time must not tell them apart. */
  async refused(
    link: { readonly id: string; readonly organization_id: string } | undefined,
    attempt: Attempt,
    outcome: number,
    reason: string,
  ): Promise<void> {
    try {
      await insertAuditEntry(this.#database, {
        organizationId: link?.organization_id ?? null,
        principalType: "link_holder",
        principalId: null,
        operationId: attempt.operationId,
        subject: { reason, ...(link === undefined ? {} : { link_id: link.id }) },
        outcome,
        clientAddress: attempt.clientAddress,
        requestId: attempt.requestId,
      });
    } catch (error) {
      this.#logger.error({ err: error, requestId: attempt.requestId }, "failed redemption not logged");
    }
  }
}
