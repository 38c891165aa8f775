import { newId } from "../../infra/new-id.ts";
import { announceChange } from "../database/change-notices.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** A row of `users`. */
export interface UserRow {
  readonly id: string;
  readonly organization_id: string;
  readonly email: string;
  readonly name: string;
  readonly is_organization_admin: boolean;
  readonly password_hash: string | null;
  readonly disabled_at: Date | null;
  /** Until when an issued password works; null for one that its owner chose. */
  readonly password_expires_at: Date | null;
}

/** Adds a person to an organization. */
export async function insertUser(
  database: Queryable,
  values: {
    organizationId: string;
    email: string;
    name: string;
    isOrganizationAdmin: boolean;
    passwordHash: string | null;
    /** For a password that is issued: until when it works. */
    passwordExpiresAt?: Date | null;
  },
): Promise<UserRow> {
  return single(
    await database<UserRow[]>`
      insert into users
        (id, organization_id, email, name, is_organization_admin, password_hash, password_expires_at)
      values (${newId()}, ${values.organizationId}, ${values.email}, ${values.name}, ${values.isOrganizationAdmin},
        ${values.passwordHash}, ${values.passwordExpiresAt ?? null})
      returning *`,
  );
}

/** The person with this address, whatever its case, unless disabled. */
export async function findUserByEmail(database: Queryable, email: string): Promise<UserRow | undefined> {
  const [row] = await database<UserRow[]>`
    select * from users where lower(email) = lower(${email}) and disabled_at is null`;
  return row;
}

/** The person with this address, whatever its case, disabled or not. */
export async function findAnyUserByEmail(database: Queryable, email: string): Promise<UserRow | undefined> {
  const [row] = await database<UserRow[]>`select * from users where lower(email) = lower(${email})`;
  return row;
}

/** The person with this id, unless disabled. */
export async function findUser(database: Queryable, id: string): Promise<UserRow | undefined> {
  const [row] = await database<UserRow[]>`
    select * from users where id = ${idParameter(id)} and disabled_at is null`;
  return row;
}

/**
 * The person an external issuer means: known by `sub`, or else by an address the issuer has verified; then
 * the `sub` is remembered and the address never asked again.
 */
export async function findExternalUser(
  database: Queryable,
  subject: string,
  verifiedEmail: string | undefined,
): Promise<UserRow | undefined> {
  const [known] = await database<UserRow[]>`
    select * from users where external_subject = ${subject} and disabled_at is null`;
  if (known !== undefined || verifiedEmail === undefined) return known;
  const [linked] = await database<UserRow[]>`
    update users set external_subject = ${subject}
    where lower(email) = lower(${verifiedEmail}) and external_subject is null and disabled_at is null
    returning *`;
  return linked;
}

/**
 * Sets a password and ends every session the person has; false when there is no such person. An issued one
 * works until `expiresAt`.
 */
export async function setUserPassword(
  database: Database,
  who: { readonly email: string } | { readonly userId: string },
  passwordHash: string,
  expiresAt: Date | null = null,
): Promise<boolean> {
  return await database.begin(async (transaction) => {
    const [user] = await transaction<{ id: string }[]>`
      update users set password_hash = ${passwordHash}, password_expires_at = ${expiresAt} where
        ${"email" in who ? transaction`lower(email) = lower(${who.email})` : transaction`id = ${who.userId}`}
      returning id`;
    if (user === undefined) return false;
    await endSessionsOf(transaction, user.id);
    return true;
  });
}

/** The people of an organization, by address. */
export async function listUsers(database: Queryable, organizationId: string): Promise<UserRow[]> {
  return await database<UserRow[]>`
    select * from users where organization_id = ${organizationId} order by lower(email)`;
}

/**
 * Disables a person of an organization, which ends their sessions and the keys that belong to them, or
 * enables them again. Undefined when there is no such person.
 */
export async function setUserDisabled(
  database: Database,
  organizationId: string,
  id: string,
  isDisabled: boolean,
): Promise<UserRow | undefined> {
  return await database.begin((transaction) => changeDisabled(transaction, organizationId, id, isDisabled));
}

/**
 * Disables a person as {@link setUserDisabled} does; `last_administrator`, without the change, for the only
 * administrator who is not disabled. Two who disable each other at once do not both succeed.
 */
export async function disableUnlessLast(
  database: Database,
  organizationId: string,
  id: string,
): Promise<UserRow | "last_administrator" | undefined> {
  return await database.begin(async (transaction) => {
    const administrators = await transaction<{ id: string }[]>`
      select id from users where organization_id = ${organizationId} and is_organization_admin
        and disabled_at is null order by id for update`;
    const isLast = administrators.length === 1 && administrators[0]?.id === id;
    return isLast ? "last_administrator" : await changeDisabled(transaction, organizationId, id, true);
  });
}

async function changeDisabled(
  transaction: Queryable,
  organizationId: string,
  id: string,
  isDisabled: boolean,
): Promise<UserRow | undefined> {
  const [user] = await transaction<UserRow[]>`
    update users set disabled_at = ${isDisabled ? transaction`coalesce(disabled_at, now())` : null}
    where id = ${idParameter(id)} and organization_id = ${organizationId} returning *`;
  if (user === undefined) return undefined;
  if (isDisabled) await endSessionsOf(transaction, user.id);
  // Keys that belong to a person are looked up again.
  await announceChange(transaction, "api_key", user.id);
  return user;
}

/** Ends all sessions of a person; resolves to how many there were. */
export async function revokeSessionsOf(database: Database, userId: string): Promise<number> {
  return await database.begin((transaction) => endSessionsOf(transaction, userId));
}

async function endSessionsOf(transaction: Queryable, userId: string): Promise<number> {
  const ended = await transaction<{ id: string }[]>`
    update sessions set revoked_at = now() where user_id = ${userId} and revoked_at is null returning id`;
  for (const { id } of ended) await announceChange(transaction, "session", id);
  return ended.length;
}
