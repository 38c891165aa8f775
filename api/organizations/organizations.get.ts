import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { findOrganization } from "../../storage/accounts/organization-details.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { organizationSchema, presentOrganization } from "./organization-details.ts";

export const organizationsGet = defineOperation({
  id: "organizations.get",
  summary: "The caller's organization, and what it says of itself.",
  scope: "organizations:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "OrganizationGetInput",
  input: z.strictObject({
    /** The caller's own when left out. */
    organization_id: resourceId.nullable().optional(),
  }),
  outputName: "Organization",
  output: organizationSchema,
  resources: { organization: { kind: "organization", role: "viewer", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { principal }) {
    const row = await findOrganization(database, principal.organizationId);
    if (row === undefined) throw new ProblemError("not_found", "No such organization.");
    return presentOrganization(row);
  },
});
