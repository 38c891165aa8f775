import type { Month } from "../../core/billing/month.ts";
import type { Logger } from "../../infra/logger.ts";
import {
  closePeriod,
  listMonthsToClose,
  PeriodNotClosableError,
} from "../../storage/billing/billing-periods.ts";
import { previewClose } from "../../storage/billing/preview-close.ts";
import { readBulk } from "../../storage/billing/bulk-reading.ts";
import { compareEventsWithRollups, compareRollupsWithMonths } from "../../storage/billing/reconcile-usage.ts";
import type { Database } from "../../storage/database/database.ts";

const DAY_MS = 86_400_000;

/** How months close by themselves (settings `BILLING_CLOSE_*`). */
export interface AutomaticClose {
  /** Days after a month's end; `off` leaves closing to people. */
  readonly afterDays: number | "off";
  /** Leaves a month open while tiles have no price, or a statement cannot be made. */
  readonly refusesUnpriced: boolean;
  /** Leaves a month open while its usage does not reconcile. */
  readonly refusesUnreconciled: boolean;
}

/** Closes the months that are due, in order; one that is refused keeps the later ones open. */
export async function closeDueMonths(
  database: Database,
  settings: AutomaticClose,
  nowMs: number,
  logger: Logger,
): Promise<void> {
  if (settings.afterDays === "off") return;
  for (const month of await listMonthsToClose(database, nowMs - settings.afterDays * DAY_MS)) {
    const reasons = await reasonsToWait(database, month, settings);
    if (reasons.length > 0) {
      logger.warn({ month, reasons }, "month left open: look at it with billing.periods.preview");
      return;
    }
    const closed = await closePeriod(database, month, "schedule").catch(draftFault);
    if (closed instanceof PeriodNotClosableError) {
      logger.info({ month, reason: closed.message }, "month is a draft");
      return;
    }
    const { statements, open_accounts: open } = closed;
    logger.info({ month, statements }, "month closed");
    if (open.length > 0) logger.error({ month, open }, "statements of some organizations are left open");
  }
}

/** What keeps a draft from being issued; other errors are thrown. */
function draftFault(error: unknown): PeriodNotClosableError {
  if (!(error instanceof PeriodNotClosableError)) throw error;
  if (error.reason !== "draft_days" && error.reason !== "not_approved") throw error;
  return error;
}

/** Enough to know what is wrong. */
const REASONS_MAX = 20;

async function reasonsToWait(
  database: Database,
  month: Month,
  { refusesUnpriced, refusesUnreconciled }: AutomaticClose,
): Promise<string[]> {
  const reasons: string[] = [];
  if (refusesUnreconciled) {
    for (const compare of [compareEventsWithRollups, compareRollupsWithMonths]) {
      const { check, different } = await readBulk(database, (reader) => compare(reader, month));
      if (different > 0) reasons.push(`${check}: ${different} differences`);
    }
  }
  if (!refusesUnpriced) return reasons;
  for await (const { organization_id: id, findings } of previewClose(database, month, Infinity)) {
    for (const { kind, message } of findings) {
      if (kind === "unpriced" || kind === "fault") reasons.push(`organization ${id}: ${message}`);
    }
    if (reasons.length >= REASONS_MAX) break;
  }
  return reasons;
}
