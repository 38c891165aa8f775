import type { Clock } from "../core/clock.ts";
import { GroupCommit } from "../infra/group-commit.ts";
import type { Logger } from "../infra/logger.ts";
import { MinuteSums } from "../infra/minute-sums.ts";
import { insertSecurityEvents, type SecurityEvent } from "../storage/accounts/security-events.ts";
import type { Database } from "../storage/database/database.ts";

/** Different events of a process's minute: beyond, organization, caller and address are left out. */
const KINDS_MAX = 200;

const ROWS_MAX = 5_000;
const BATCH_MAX = 1_000;
const GATHER_MS = 200;

const NOT_LOGGED = "security events not logged";

interface Row {
  readonly event: SecurityEvent;
  readonly count: number;
  readonly at: Date;
}

/**
 * The security log: log-ins, tokens, keys, devices, people. Equal events of a minute are one row with their
 * count, so a flood costs at most some hundred rows a minute. Nothing waits for it.
 */
export class SecurityLog {
  readonly #sums: MinuteSums<SecurityEvent>;
  readonly #rows: GroupCommit<Row>;

  constructor(database: Database, clock: Clock, logger: Logger) {
    this.#rows = new GroupCommit<Row>({
      write: (rows) => insertSecurityEvents(database, rows),
      itemsMax: ROWS_MAX,
      batchMax: BATCH_MAX,
      gatherMs: GATHER_MS,
      // Events wait for PostgreSQL as long as there is room.
      onFailure: "requeue",
      onError: (error, rows) => logger.warn({ err: error, events: rows.length }, NOT_LOGGED),
    });
    this.#sums = new MinuteSums<SecurityEvent>({
      write: (event, count) => {
        const written = this.#rows.add({ event, count, at: new Date(clock()) });
        if (written === undefined) logger.error({ kind: event.kind, count }, NOT_LOGGED);
        else written.catch(() => undefined);
      },
      kindsMax: KINDS_MAX,
      blur: ({ kind, outcome }) => ({
        kind,
        outcome,
        organizationId: null,
        principalType: null,
        principalId: null,
        subject: {},
        clientAddress: null,
      }),
      nameOf: (event) => JSON.stringify(event),
    });
  }

  /** Records an event. */
  note(event: SecurityEvent): void {
    this.#sums.add(event);
  }

  /** Writes what waits. */
  async close(): Promise<void> {
    this.#sums.close();
    await this.#rows.close();
  }
}
