import { describe, expect, test } from "vitest";
import { decideProjectAccess, PROJECT_ROLES, type Principal } from "./access.ts";

const scopes = new Set<never>();
const key: Principal = { type: "api_key", id: "k", organizationId: "a", scopes };
const member: Principal = { type: "user", id: "u", organizationId: "a", scopes, isOrganizationAdmin: false };
const admin: Principal = { ...member, isOrganizationAdmin: true };
const project = { organizationId: "a" };

describe("access to the resources of a project", () => {
  test("is hidden from every other organization, whatever the role", () => {
    for (const principal of [key, member, admin]) {
      expect(decideProjectAccess(principal, { organizationId: "b" }, "viewer", "admin")).toBe("hidden");
    }
  });

  test("is allowed to keys and administrators of the organization", () => {
    expect(decideProjectAccess(key, project, "admin", undefined)).toBe("allowed");
    expect(decideProjectAccess(admin, project, "admin", undefined)).toBe("allowed");
  });

  test("is hidden from users who are no members, and forbidden to roles too weak", () => {
    expect(decideProjectAccess(member, project, "viewer", undefined)).toBe("hidden");
    for (const [had, role] of PROJECT_ROLES.entries()) {
      for (const [wanted, needed] of PROJECT_ROLES.entries()) {
        const decision = decideProjectAccess(member, project, needed, role);
        expect(decision).toBe(had >= wanted ? "allowed" : "forbidden");
      }
    }
  });
});
