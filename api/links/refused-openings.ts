import { GroupCommit } from "../../infra/group-commit.ts";
import type { Logger } from "../../infra/logger.ts";
import { MinuteSums } from "../../infra/minute-sums.ts";
import { insertAuditEntries, type AuditEntry } from "../../storage/audit-log.ts";
import type { Database } from "../../storage/database/database.ts";
import type { Attempt } from "./shared-link.ts";

/** Entries in one statement. */
const BATCH_MAX = 1_000;

/** Entries that wait for PostgreSQL. */
const ENTRIES_MAX = 5_000;

/**
 * Different refusals of a process's minute: beyond, each organization's are sums without link and address.
 */
const KINDS_MAX = 200;

/** How long an entry waits for others. */
const GATHER_MS = 50;

const NOT_LOGGED = "refused openings not logged";

/**
 * Writes refused openings into the audit log of the link's organization; those of unknown tokens belong to no
 * organization. The first refusal of a link, reason and address is an entry at once. Its repeats in the same
 * minute are one more, with their `count`: a flood buries no log and fills no disk.
 */
export class RefusedOpenings {
  readonly #entries: GroupCommit<AuditEntry>;
  readonly #sums: MinuteSums<AuditEntry>;

  constructor(database: Database, logger: Logger) {
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
    this.#sums = new MinuteSums<AuditEntry>({
      write: (entry, count) => {
        const counted =
          count === 1 ? entry : { ...entry, subject: { ...entry.subject, count: String(count) } };
        if (this.#entries.add(counted) === undefined) logger.error({ count }, NOT_LOGGED);
      },
      kindsMax: KINDS_MAX,
      blur: (entry) => ({
        ...entry,
        clientAddress: null,
        subject: { reason: entry.subject["reason"] ?? "" },
      }),
      nameOf: ({ organizationId, operationId, subject, outcome, clientAddress }) =>
        JSON.stringify([organizationId, operationId, subject, outcome, clientAddress]),
    });
  }

  /**
   * Logs a refusal; nothing waits for it. All unknown tokens together are one kind, whatever their addresses.
   * The work is the same with and without a link, so that the time of an answer does not tell whether the
   * link exists.
   */
  log(
    link: { readonly id: string; readonly organization_id: string } | undefined,
    attempt: Attempt,
    outcome: number,
    reason: string,
  ): void {
    this.#sums.add({
      organizationId: link?.organization_id ?? null,
      principalType: "link_holder",
      principalId: null,
      operationId: attempt.operationId,
      subject: { reason, ...(link === undefined ? {} : { link_id: link.id }) },
      outcome,
      clientAddress: link === undefined ? null : attempt.clientAddress,
      requestId: attempt.requestId,
    });
  }

  /** Writes the entries that wait. */
  async close(): Promise<void> {
    this.#sums.close();
    await this.#entries.close();
  }
}
