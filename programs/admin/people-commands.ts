import { UsageError } from "../../infra/command-line.ts";
import { listApiKeys, revokeApiKey } from "../../storage/accounts/api-keys.ts";
import { pageSecurityEvents } from "../../storage/accounts/security-events.ts";
import { listSessions } from "../../storage/accounts/sessions.ts";
import { findAnyUserByEmail, revokeSessionsOf, setUserDisabled } from "../../storage/accounts/users.ts";
import { REFRESH_TOKEN_SECONDS } from "../../core/access/oauth.ts";
import type { Database } from "../../storage/database/database.ts";
import type { AdminCommand, Values } from "./admin-command.ts";

const text = { type: "string" } as const;

const PAGE_ROWS = 5_000;

/** Commands for operators about the keys and log-ins of people, and the export of the security log. */
export const PEOPLE_COMMANDS: readonly AdminCommand[] = [
  {
    name: "list-access",
    usage: "--email ADDRESS",
    options: { email: text },
    async run({ database }, values) {
      const user = await personOf(database, values);
      const [keys, sessions] = await Promise.all([
        listApiKeys(database, user.organization_id),
        listSessions(database, user.organization_id, user.id, {
          now: new Date(),
          refreshSeconds: REFRESH_TOKEN_SECONDS,
          lifetimeMs: Infinity,
        }),
      ]);
      return {
        user: { id: user.id, email: user.email, disabled_at: user.disabled_at },
        sessions,
        api_keys: keys.filter((key) => key.user_id === user.id),
      };
    },
  },
  {
    name: "revoke-access",
    usage: "--email ADDRESS",
    options: { email: text },
    async run({ database }, values) {
      const user = await personOf(database, values);
      const sessionsEnded = await revokeSessionsOf(database, user.id);
      const keys = (await listApiKeys(database, user.organization_id)).filter(
        (key) => key.user_id === user.id && key.revoked_at === null,
      );
      for (const { id } of keys) await revokeApiKey(database, user.organization_id, id);
      return { sessions_ended: sessionsEnded, api_keys_revoked: keys.length };
    },
  },
  ...(["disable-user", "enable-user"] as const).map((name): AdminCommand => ({
    name,
    usage: "--email ADDRESS",
    options: { email: text },
    async run({ database }, values) {
      const { id, organization_id } = await personOf(database, values);
      const user = await setUserDisabled(database, organization_id, id, name === "disable-user");
      return { user_id: id, disabled_at: user?.disabled_at ?? null };
    },
  })),
  {
    name: "export-security-log",
    usage: "--from TIME --to TIME",
    options: { from: text, to: text },
    async run({ database }, values) {
      const [from, to] = [timeOf(values, "from"), timeOf(values, "to")];
      for (let after: string | undefined; ;) {
        const rows = await pageSecurityEvents(database, { from, to, after, limit: PAGE_ROWS });
        for (const row of rows) await writeLine(JSON.stringify(row));
        after = rows.at(-1)?.id;
        if (rows.length < PAGE_ROWS) return undefined;
      }
    },
  },
];

async function personOf(database: Database, values: Values) {
  const email = values["email"];
  if (typeof email !== "string") throw new UsageError("--email is missing");
  const user = await findAnyUserByEmail(database, email);
  if (user === undefined) throw new UsageError(`There is no user ${email}.`);
  return user;
}

function timeOf(values: Values, name: string): Date {
  const time = new Date(String(values[name]));
  if (Number.isNaN(time.getTime()))
    throw new UsageError(`--${name} must be a time such as 2026-11-01T00:00:00Z`);
  return time;
}

/** Waits while the reader of a pipe is slower. */
async function writeLine(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise((resolve) => process.stdout.once("drain", resolve));
}
