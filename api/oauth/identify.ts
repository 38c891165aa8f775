import { secretHash } from "../../core/access/api-key.ts";
import { passwordFault } from "../../core/access/password.ts";
import { findUserByEmail, type UserRow } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import { OAuthError } from "./oauth-error.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { identifiedKey, identifiedUser, type Identified } from "./identified.ts";

type IdentifyDeps = Pick<Deps, "database" | "passwords" | "throttle" | "pace" | "securityLog" | "clock">;

/** The answer to a person with an issued password. */
export const CHANGE_PASSWORD = "Choose a password of your own at /password first: this one was issued.";

/** The holder of an API key, or undefined. */
export async function identifyByKey(
  { apiKeys }: Pick<Deps, "apiKeys">,
  key: string,
): Promise<Identified | undefined> {
  const principal = await apiKeys.find(key);
  return principal && identifiedKey(principal);
}

/**
 * The user with this address and password, or undefined. An issued password ends after some days. An unknown
 * address, one without a password and a wrong password take the same time. Throws `too_many_requests` after
 * too many failures, and an OAuthError for text that no password can be.
 */
export async function identifyByPassword(
  deps: IdentifyDeps,
  email: string,
  password: string,
  clientAddress: string,
): Promise<Identified | undefined> {
  const startedAt = performance.now();
  const fault = passwordFault(password);
  if (fault !== undefined) throw new OAuthError("invalid_request", `The password ${fault}.`);
  try {
    const user = await findByPassword(deps, email, password, clientAddress);
    if (user === undefined) await deps.pace.hold(startedAt, undefined);
    return user;
  } catch (error) {
    await deps.pace.hold(startedAt, error);
    throw error;
  }
}

async function findByPassword(
  deps: IdentifyDeps,
  email: string,
  password: string,
  clientAddress: string,
): Promise<Identified | undefined> {
  const { database, passwords, throttle, clock } = deps;
  const name = `user:${secretHash(email.toLowerCase()).toString("base64url", 0, 12)}`;
  const attempt = await throttle.begin(name, clientAddress);
  let aimedAt: UserRow | undefined;
  const isRight = async () => {
    const user = email.includes("\0") ? undefined : await findUserByEmail(database, email);
    aimedAt = user;
    const hash = user?.password_hash ?? undefined;
    return (await passwords.matches(password, hash, "log-ins", attempt)) ? user : undefined;
  };
  const user = await throttle.comparing(attempt, isRight);
  if (user === undefined) {
    const who = aimedAt && { organizationId: aimedAt.organization_id, holder: { userId: aimedAt.id } };
    noteSignIn(deps, { kind: "log_in", outcome: "refused", who, clientAddress });
    return undefined;
  }
  const issuedUntil = user.password_expires_at?.getTime();
  if (issuedUntil !== undefined && issuedUntil <= clock()) return undefined;
  return {
    ...identifiedUser(user),
    ...(issuedUntil === undefined ? {} : { mustChangePassword: true }),
  };
}
