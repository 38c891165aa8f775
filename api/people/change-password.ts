import { setUserPassword } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";

/** Replaces a person's password and ends all their sessions. */
export async function changePassword(
  {
    database,
    passwords,
    sessions,
    securityLog,
  }: Pick<Deps, "database" | "passwords" | "sessions" | "securityLog">,
  { organizationId, userId }: { readonly organizationId: string; readonly userId: string },
  password: string,
  clientAddress: string,
): Promise<void> {
  await setUserPassword(database, { userId }, await passwords.hash(password, organizationId));
  sessions.forgetAll();
  securityLog.note({
    kind: "password_changed",
    outcome: "allowed",
    organizationId,
    principalType: "user",
    principalId: userId,
    subject: {},
    clientAddress,
  });
}
