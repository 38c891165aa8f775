import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "../../infra/logger.ts";
import { insertAuditEntries, type AuditEntry } from "../../storage/audit-log.ts";
import type { Database } from "../../storage/database/database.ts";
import type { Attempt } from "./shared-link.ts";

interface Waiting {
  readonly entry: AuditEntry;
  readonly written: () => void;
}

/** As many as one statement writes. */
const BATCH_MAX = 1_000;

/** How long an entry waits for others: no refusal needs to be quick, and a flood of them must not cost PostgreSQL a statement each. */
const GATHERING_MS = 50;

/** Writes failed redemptions into the audit log of the organization whose link it was; those of unknown tokens belong to nobody. */
export class RefusedOpenings {
  #waiting: Waiting[] = [];
  #isWriting = false;
  readonly #database: Database;
  readonly #logger: Logger;

  constructor(database: Database, logger: Logger) {
    this.#database = database;
    this.#logger = logger;
  }

  /** Notes a refusal and resolves when it is written. The same work with and without a link: the time must not tell them apart. */
  async refused(
    link: { readonly id: string; readonly organization_id: string } | undefined,
    attempt: Attempt,
    outcome: number,
    reason: string,
  ): Promise<void> {
    const entry: AuditEntry = {
      organizationId: link?.organization_id ?? null,
      principalType: "link_holder",
      principalId: null,
      operationId: attempt.operationId,
      subject: { reason, ...(link === undefined ? {} : { link_id: link.id }) },
      outcome,
      clientAddress: attempt.clientAddress,
      requestId: attempt.requestId,
    };
    await new Promise<void>((written) => {
      this.#waiting.push({ entry, written });
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      await pause(GATHERING_MS);
      const batch = this.#waiting.slice(0, BATCH_MAX);
      this.#waiting = this.#waiting.slice(BATCH_MAX);
      try {
        await insertAuditEntries(
          this.#database,
          batch.map(({ entry }) => entry),
        );
      } catch (error) {
        const requestIds = batch.map(({ entry }) => entry.requestId);
        this.#logger.error({ err: error, requestIds }, "refused openings not logged");
      }
      for (const { written } of batch) written();
    }
    this.#isWriting = false;
  }
}
