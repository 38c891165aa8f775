import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { hashPassword } from "../../identity/hash-password.ts";
import { isLimitName, LIMITS, LIMIT_NAMES, type LimitName } from "../../core/access/limits.ts";
import { setOrganizationLimit } from "../../storage/accounts/organization-limits.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { createFirstOrganization } from "../../storage/accounts/first-organization.ts";
import { migrate } from "../../storage/database/migrate.ts";
import { isUniqueViolation, type Database } from "../../storage/database/database.ts";
import {
  listPrefixesOf,
  listStorePrefixes,
  mapStorePrefix,
  unmapStorePrefix,
} from "../../storage/catalog/store-prefixes.ts";
import { prefixFault } from "../../storage/object-store/asset-href.ts";
import { insertUser, setUserPassword } from "../../storage/accounts/users.ts";
import { UsageError } from "../../infra/command-line.ts";
import type { AdminConfig } from "../../infra/config.ts";
import type { AdminCommand, Values } from "./admin-command.ts";
import { PEOPLE_COMMANDS } from "./people-commands.ts";
import { replayJournal } from "./replay-journal.ts";
import { verifyAssets } from "./verify-assets.ts";

const text = { type: "string" } as const;

/** Every command of `npm run admin`. */
export const ADMIN_COMMANDS: readonly AdminCommand[] = [
  {
    name: "create-organization",
    usage: "--name NAME --email ADDRESS [--administrator NAME]",
    options: { name: text, email: text, administrator: text },
    async run({ database, config }, values) {
      await migrate(config.DATABASE_URL);
      const email = required(values, "email");
      const { password, hash } = await newPassword(config);
      const made = await refusingKnownAddress(email, () =>
        createFirstOrganization(database, {
          organization: required(values, "name"),
          administrator: optional(values, "administrator") ?? "Administrator",
          email,
          passwordHash: hash,
          passwordExpiresAt: issuedUntil(),
        }),
      );
      return {
        organization_id: made.organizationId,
        user_id: made.userId,
        email,
        password,
        api_key: made.apiKey,
      };
    },
  },
  {
    name: "create-user",
    usage: "--organization ID --name NAME --email ADDRESS [--admin]",
    options: { organization: text, name: text, email: text, admin: { type: "boolean" } },
    async run({ database, config }, values) {
      const organizationId = await knownOrganization(database, values);
      const email = required(values, "email");
      const { password, hash } = await newPassword(config);
      const user = await refusingKnownAddress(email, () =>
        insertUser(database, {
          organizationId,
          email,
          name: required(values, "name"),
          isOrganizationAdmin: values["admin"] === true,
          passwordHash: hash,
          passwordExpiresAt: issuedUntil(),
        }),
      );
      return { user_id: user.id, email, password };
    },
  },
  {
    name: "reset-password",
    usage: "--email ADDRESS",
    options: { email: text },
    async run({ database, config }, values) {
      const email = required(values, "email");
      const { password, hash } = await newPassword(config);
      if (!(await setUserPassword(database, { email }, hash, issuedUntil())))
        throw new UsageError(`There is no user ${email}.`);
      return { email, password };
    },
  },
  {
    name: "set-limit",
    usage: `--organization ID --name ${LIMIT_NAMES.join("|")} --value NUMBER|default`,
    options: { organization: text, name: text, value: text },
    async run({ database }, values) {
      const organizationId = await knownOrganization(database, values);
      const name = required(values, "name");
      if (!isLimitName(name)) throw new UsageError(`There is no limit ${name}.`);
      const value = limitValue(name, required(values, "value"));
      await setOrganizationLimit(database, organizationId, name, value);
      return { organization_id: organizationId, name, value: value ?? "default" };
    },
  },
  {
    name: "map-prefix",
    usage: "--organization ID --prefix FOLDER/",
    options: { organization: text, prefix: text },
    async run({ database }, values) {
      const organization_id = await knownOrganization(database, values);
      const prefix = requiredPrefix(values);
      await mapStorePrefix(database, { prefix, organization_id });
      return { organization_id, prefixes: await listPrefixesOf(database, organization_id) };
    },
  },
  {
    name: "unmap-prefix",
    usage: "--organization ID --prefix FOLDER/",
    options: { organization: text, prefix: text },
    async run({ database }, values) {
      const organization_id = await knownOrganization(database, values);
      const prefix = requiredPrefix(values);
      if (!(await unmapStorePrefix(database, { prefix, organization_id }))) {
        throw new UsageError(`${prefix || "The whole store"} is not mapped to this organization.`);
      }
      return { organization_id, prefixes: await listPrefixesOf(database, organization_id) };
    },
  },
  {
    name: "list-prefixes",
    usage: "",
    options: {},
    run: async ({ database }) => ({ prefixes: await listStorePrefixes(database) }),
  },
  {
    name: "replay-journal",
    usage: "--directory DIRECTORY",
    options: { directory: text },
    async run({ database }, values) {
      const directory = required(values, "directory");
      if (!existsSync(directory)) throw new UsageError(`There is no ${directory}.`);
      return await replayJournal(database, directory);
    },
  },
  {
    name: "verify-assets",
    usage: "[--adopt]",
    options: { adopt: { type: "boolean" } },
    run: async (parts, values) => await verifyAssets(parts, values["adopt"] === true),
  },
  ...PEOPLE_COMMANDS,
];

/** A password that an operator issues works this long, for choosing another one at `/password`. */
const ISSUED_DAYS = 7;

function issuedUntil(): Date {
  return new Date(Date.now() + ISSUED_DAYS * 86_400_000);
}

/** The usage of all commands. */
export function describeCommands(): string {
  const lines = ADMIN_COMMANDS.map(({ name, usage }) => `  npm run admin -- ${name} ${usage}\n`);
  return `Commands:\n${lines.join("")}DATABASE_URL names the database.\n`;
}

/** Passwords are generated, so none is weak and none is in a shell's history. */
async function newPassword({ BCRYPT_COST }: AdminConfig): Promise<{ password: string; hash: string }> {
  const password = randomBytes(18).toString("base64url");
  return { password, hash: await hashPassword(password, BCRYPT_COST) };
}

async function knownOrganization(database: Database, values: Values): Promise<string> {
  const id = required(values, "organization");
  if (await organizationExists(database, id)) return id;
  throw new UsageError(`There is no organization ${id}.`);
}

/** A limit of calls or waiting requests is at least 1; an amount may be 0. */
function limitValue(name: LimitName, text: string): number | null {
  if (text === "default") return null;
  const value = Number(text);
  const minimum = LIMITS[name].kind === "amount" ? 0 : 1;
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= minimum) return value;
  throw new UsageError(`--value must be "default" or a whole number from ${minimum} on.`);
}

async function refusingKnownAddress<T>(email: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isUniqueViolation(error, "users_email_key"))
      throw new UsageError(`There is a user ${email} already.`);
    throw error;
  }
}

/** An empty prefix must be written out: `--prefix ""`. */
function requiredPrefix(values: Values): string {
  const prefix = values["prefix"];
  if (typeof prefix !== "string") throw new UsageError("--prefix is missing.");
  const fault = prefixFault(prefix);
  if (fault !== undefined) throw new UsageError(`--prefix ${fault}.`);
  return prefix;
}

function optional(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function required(values: Values, name: string): string {
  const value = optional(values, name);
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  if (name === "email" && !/^[^@\s]+@[^@\s]+$/.test(value)) throw new UsageError(`${value} is no address.`);
  return value;
}
