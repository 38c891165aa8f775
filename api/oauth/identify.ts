import { secretHash } from "../../core/access/api-key.ts";
import { userScopes } from "../../core/access/oauth.ts";
import { findUserByEmail } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import type { Identified } from "./start-session.ts";

/** The holder of an API key, or undefined. */
export async function identifyByKey(
  { apiKeys }: Pick<Deps, "apiKeys">,
  key: string,
): Promise<Identified | undefined> {
  const principal = await apiKeys.find(key);
  return (
    principal && {
      organizationId: principal.organizationId,
      holder: { apiKeyId: principal.id },
      scopes: principal.scopes,
    }
  );
}

/**
 * The user with this address and password, or undefined. An unknown address, one without a password and a
 * wrong password take the same time. Throws `too_many_requests` after too many failures.
 */
export async function identifyByPassword(
  deps: Pick<Deps, "database" | "passwords" | "throttle">,
  email: string,
  password: string,
  clientAddress: string,
): Promise<Identified | undefined> {
  const { database, passwords, throttle } = deps;
  const name = `user:${secretHash(email.toLowerCase()).toString("base64url", 0, 12)}`;
  const group = await throttle.check(name, clientAddress);
  const user = email.includes("\0") ? undefined : await findUserByEmail(database, email);
  const isRight = await passwords.matches(password, user?.password_hash ?? undefined, group);
  if (!isRight || user === undefined) {
    await throttle.countFailure(name, clientAddress);
    return undefined;
  }
  await throttle.countSuccess(name, clientAddress);
  return {
    organizationId: user.organization_id,
    holder: { userId: user.id },
    scopes: new Set(userScopes(user.is_organization_admin)),
  };
}
