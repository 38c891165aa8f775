import { z } from "zod";
import { updateOrganization } from "../../storage/accounts/organization-details.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { requireAdministrator } from "../people/require-administrator.ts";
import {
  organizationDetails,
  organizationSchema,
  presentOrganization,
  sentDetails,
} from "./organization-details.ts";

export const organizationsUpdate = defineOperation({
  id: "organizations.update",
  summary:
    "Change the name of the organization, which pages of links show, and what it says of itself. For its administrators. Invoices follow billing.parties.set.",
  scope: "organizations:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.item,
  inputName: "OrganizationUpdateInput",
  input: z.strictObject({
    organization_id: resourceId,
    name: text(1, 255).nullable().optional(),
    ...organizationDetails,
  }),
  audited: ["name"],
  outputName: "Organization",
  output: organizationSchema,
  resources: { organization: { kind: "organization", role: "admin", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, input, { principal, resources: { organization } }) {
    await requireAdministrator({ database }, principal);
    const details = sentDetails(input);
    return presentOrganization(
      await updateOrganization(database, organization.id, input.name ?? undefined, details),
    );
  },
});
