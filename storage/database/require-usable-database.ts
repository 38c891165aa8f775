import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { hostsOf, parseHostListUrl } from "../../infra/host-list-url.ts";
import { newId } from "../../infra/new-id.ts";
import { StartFault } from "../../infra/start-fault.ts";
import { ConnectionError } from "./connections/socket.ts";
import { openDatabase, type Database } from "./database.ts";

/** How long a notification may take, on the busiest machine. */
const NOTICE_DEADLINE_MS = 5_000;

/** Links end and usage is booked by the clock. */
const CLOCK_DIFFERENCE_MS_MAX = 60_000;

const POOLED =
  "a pooler in transaction mode lies between: use session mode, or connect to PostgreSQL directly.";

/**
 * Throws a StartFault when the database cannot serve: unreachable, a standby, pooled by transaction, or of
 * another time.
 */
export async function requireUsableDatabase(url: string, nowMs: () => number = Date.now): Promise<void> {
  const database = openDatabase(url, 1);
  try {
    await requireNotices(database, (channel) => look(database, channel, nowMs));
  } catch (error) {
    throw databaseFault("DATABASE_URL", url, error);
  } finally {
    await database.end({ timeout: 5 });
  }
}

/** Changes of links are announced by NOTIFY: a process that misses it goes on serving what has ended. */
async function requireNotices(database: Database, notify: (channel: string) => Promise<void>): Promise<void> {
  const channel = `start_${newId().replaceAll("-", "")}`;
  const heard = new AbortController();
  const listening = await database.listen(
    channel,
    () => heard.abort(),
    () => undefined,
  );
  try {
    await notify(channel);
    await sleep(NOTICE_DEADLINE_MS, undefined, heard).catch(() => undefined);
  } finally {
    await listening.close();
  }
  if (!heard.signal.aborted) throw new StartFault(`DATABASE_URL: notifications do not arrive; ${POOLED}`);
}

/** Announces on the channel, and compares the clocks. A standby refuses the announcement. */
async function look(database: Database, channel: string, nowMs: () => number): Promise<void> {
  const before = nowMs();
  const [row] = await database<{ ms: number }[]>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms, pg_notify(${channel}, '')`;
  const theirs = row?.ms ?? before;
  // A long wait for the answer is no difference.
  const difference = theirs < before ? before - theirs : Math.max(0, theirs - nowMs());
  if (difference <= CLOCK_DIFFERENCE_MS_MAX) return;
  const seconds = Math.round(difference / 1000);
  const side = theirs < before ? "ahead of" : "behind";
  throw new StartFault(
    `The clock of this machine is ${seconds} s ${side} that of PostgreSQL: set both by NTP; links would end and usage be booked at wrong times.`,
  );
}

/** An error of PostgreSQL at the start as what to do about it; other errors as they are. */
export function databaseFault(setting: string, url: string, error: unknown): unknown {
  if (error instanceof StartFault) return error;
  const text = describe(url, error);
  return text === undefined ? error : new StartFault(`${setting}: ${text}`, { cause: error });
}

function describe(url: string, error: unknown): string | undefined {
  const { username: role = "", pathname = "" } = parseHostListUrl(url) ?? {};
  const [host, name] = [hostsOf(url), pathname.slice(1)];
  if (error instanceof ConnectionError) {
    return `PostgreSQL does not answer at ${host} (${error.message}): start it, or correct the address.`;
  }
  if (!(error instanceof postgres.PostgresError)) return undefined;
  switch (error.code) {
    case "28P01":
      return `PostgreSQL refuses the password of role ${role}: correct it; programs/prepare gives the serving role that of its URL.`;
    case "28000":
      return `PostgreSQL does not let role ${role} in (${error.message}): run programs/prepare, which makes it, or see pg_hba.conf.`;
    case "3D000":
      return `there is no database ${name} at ${host}: create it, or correct the name.`;
    case "53300":
      return "PostgreSQL has no connection left: raise max_connections, or lower DATABASE_POOL_SIZE.";
    case "25006":
      return "this PostgreSQL is a standby, which takes no writes: name the primary, or all hosts.";
    case "26000":
    case "42P05":
      return `prepared statements are lost; ${POOLED}`;
    case "08P01":
      return /startup parameter/.test(error.message)
        ? `the pooler refuses settings (${error.message}): set ignore_startup_parameters = statement_timeout, idle_in_transaction_session_timeout in PgBouncer.`
        : undefined;
    default:
      return undefined;
  }
}
