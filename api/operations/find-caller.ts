import type { CallerReference } from "../../core/access/caller-reference.ts";
import { userScopes } from "../../core/access/oauth.ts";
import type { SessionPrincipal } from "../../identity/session-directory.ts";
import { findUser } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";

/** The caller that a signed URL names, with the rights of this moment; undefined when it may act no more. */
export async function findCaller(
  { apiKeys, sessions, database }: Pick<Deps, "apiKeys" | "sessions" | "database">,
  reference: CallerReference | undefined,
): Promise<SessionPrincipal | undefined> {
  switch (reference?.kind) {
    case undefined:
      return undefined;
    case "api_key":
      return await apiKeys.findById(reference.id);
    case "session":
      return (await sessions.find(reference.id))?.principal;
    case "user": {
      // Only an external issuer's people have no session here.
      const user = await findUser(database, reference.id);
      if (user === undefined) return undefined;
      const { id, organization_id: organizationId, is_organization_admin: isOrganizationAdmin } = user;
      const scopes = new Set(userScopes(isOrganizationAdmin));
      return { type: "user", id, organizationId, isOrganizationAdmin, scopes };
    }
  }
}
