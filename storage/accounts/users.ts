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
  },
): Promise<UserRow> {
  return single(
    await database<UserRow[]>`
      insert into users (id, organization_id, email, name, is_organization_admin, password_hash)
      values (${newId()}, ${values.organizationId}, ${values.email}, ${values.name}, ${values.isOrganizationAdmin},
        ${values.passwordHash})
      returning *`,
  );
}

/** The person with this address, whatever its case, unless disabled. */
export async function findUserByEmail(database: Queryable, email: string): Promise<UserRow | undefined> {
  const [row] = await database<UserRow[]>`
    select * from users where lower(email) = lower(${email}) and disabled_at is null`;
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

/** Sets a password and ends every session the person has; false when there is no such person. */
export async function setUserPassword(
  database: Database,
  email: string,
  passwordHash: string,
): Promise<boolean> {
  return await database.begin(async (transaction) => {
    const [user] = await transaction<{ id: string }[]>`
      update users set password_hash = ${passwordHash} where lower(email) = lower(${email}) returning id`;
    if (user === undefined) return false;
    const ended = await transaction<{ id: string }[]>`
      update sessions set revoked_at = now() where user_id = ${user.id} and revoked_at is null returning id`;
    for (const { id } of ended) await announceChange(transaction, "session", id);
    return true;
  });
}
