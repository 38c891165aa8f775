import type { Scope } from "../../core/access/access.ts";
import { userScopes } from "../../core/access/oauth.ts";
import type { ApiKeyPrincipal } from "../../identity/api-key-directory.ts";
import type { SessionHolder } from "../../storage/accounts/sessions.ts";
import type { UserRow } from "../../storage/accounts/users.ts";

/** The proven holder of an API key or of a password. */
export interface Identified {
  readonly organizationId: string;
  readonly holder: SessionHolder;
  readonly scopes: ReadonlySet<Scope>;
  /** The password is one that an operator issued: the person chooses one before anything else. */
  readonly mustChangePassword?: boolean;
}

/** A person with the rights of their role. */
export function identifiedUser(user: UserRow): Identified {
  return {
    organizationId: user.organization_id,
    holder: { userId: user.id },
    scopes: new Set(userScopes(user.is_organization_admin)),
  };
}

/** A key with its rights. */
export function identifiedKey({ organizationId, id, scopes }: ApiKeyPrincipal): Identified {
  return { organizationId, holder: { apiKeyId: id }, scopes };
}
