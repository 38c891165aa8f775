/** Every scope a key can hold, in the order they are listed to people. */
export const SCOPES = [
  "shares:read",
  "shares:write",
  "items:read",
  "items:write",
  "collections:read",
  "collections:write",
  "projects:read",
  "projects:write",
  "uploads:read",
  "uploads:write",
  "api_keys:read",
  "api_keys:write",
  "tiles:read",
  "band_formulas:read",
  "band_formulas:write",
  "usage:read",
  "usage:write",
  "billing:read",
  "billing:write",
  "audit:read",
  "people:read",
  "people:write",
  "event_subscriptions:read",
  "event_subscriptions:write",
  "organizations:read",
  "organizations:write",
  "provenance:read",
  "admin:read",
  "admin:write",
] as const;

/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number];

/** Whether text names a scope. */
export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

/** What a member may do in a project, weakest first. */
export const PROJECT_ROLES = ["viewer", "editor", "admin"] as const;

/** One of {@link PROJECT_ROLES}. */
export type ProjectRole = (typeof PROJECT_ROLES)[number];

/**
 * The caller: an API key acts for its whole organization, a user acts in the projects that the user is a
 * member of.
 */
export type Principal =
  | {
      readonly type: "api_key";
      readonly id: string;
      readonly organizationId: string;
      readonly scopes: ReadonlySet<Scope>;
    }
  | {
      readonly type: "user";
      readonly id: string;
      readonly organizationId: string;
      readonly scopes: ReadonlySet<Scope>;
      readonly isOrganizationAdmin: boolean;
    };

/** Whether a principal may do something to the resources of a project. */
export type AccessDecision = "allowed" | "forbidden" | "hidden";

/**
 * Decides access to the resources of a project. Answer `hidden` exactly like "does not exist": it covers
 * other organizations, and projects that a user is no member of. `memberRole` is the user's role in the
 * project, if any; keys need none.
 */
export function decideProjectAccess(
  principal: Principal,
  project: { readonly organizationId: string },
  needed: ProjectRole,
  memberRole: ProjectRole | undefined,
): AccessDecision {
  if (project.organizationId !== principal.organizationId) return "hidden";
  if (principal.type === "api_key" || principal.isOrganizationAdmin) return "allowed";
  if (memberRole === undefined) return "hidden";
  return PROJECT_ROLES.indexOf(memberRole) >= PROJECT_ROLES.indexOf(needed) ? "allowed" : "forbidden";
}
