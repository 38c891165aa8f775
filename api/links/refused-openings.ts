import { GroupCommit } from "../../infra/group-commit.ts";
import type { Logger } from "../../infra/logger.ts";
import { insertAuditEntries, type AuditEntry } from "../../storage/audit-log.ts";
import type { Database } from "../../storage/database/database.ts";
import type { Attempt } from "./shared-link.ts";

/** Entries in one statement. */
const BATCH_MAX = 1_000;

/** Entries that wait. A flood above that goes to the log of the process only. */
const ENTRIES_MAX = 20_000;

/**
 * How long an entry waits for others: no refusal needs to be quick, and a flood must not cost PostgreSQL a
 * statement each.
 */
const GATHER_MS = 50;

const NOT_LOGGED = "refused openings not logged";

/**
 * Writes refused openings into the audit log of the link's organization; those of unknown tokens belong to no
 * organization.
 */
export class RefusedOpenings {
  readonly #entries: GroupCommit<AuditEntry>;
  readonly #logger: Logger;

  constructor(database: Database, logger: Logger) {
    this.#logger = logger;
    this.#entries = new GroupCommit<AuditEntry>({
      write: (entries) => insertAuditEntries(database, entries),
      itemsMax: ENTRIES_MAX,
      batchMax: BATCH_MAX,
      gatherMs: GATHER_MS,
      // A refusal has to be answered, whether or not PostgreSQL takes its entry.
      onFailure: "drop",
      onError: (error, entries) =>
        logger.error({ err: error, requestIds: entries.map(({ requestId }) => requestId) }, NOT_LOGGED),
    });
  }

  /**
   * Logs a refusal and resolves when it is written. The work is the same with and without a link, so that the
   * time of an answer does not tell whether the link exists.
   */
  async log(
    link: { readonly id: string; readonly organization_id: string } | undefined,
    attempt: Attempt,
    outcome: number,
    reason: string,
  ): Promise<void> {
    const written = this.#entries.add({
      organizationId: link?.organization_id ?? null,
      principalType: "link_holder",
      principalId: null,
      operationId: attempt.operationId,
      subject: { reason, ...(link === undefined ? {} : { link_id: link.id }) },
      outcome,
      clientAddress: attempt.clientAddress,
      requestId: attempt.requestId,
    });
    if (written === undefined) this.#logger.error({ requestIds: [attempt.requestId] }, NOT_LOGGED);
    await written;
  }

  /** Writes the entries that wait. */
  async close(): Promise<void> {
    await this.#entries.close();
  }
}
