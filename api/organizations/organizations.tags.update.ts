import { z } from "zod";
import { updateOrganizationTags } from "../../storage/accounts/organization-tags.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { answeredTags, tags } from "../operations/tag-schemas.ts";
import { requireAdministrator } from "../people/require-administrator.ts";

export const organizationsTagsUpdate = defineOperation({
  id: "organizations.tags.update",
  summary: "Set the cost-allocation tags that all usage of the organization has. For its administrators.",
  scope: "billing:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "OrganizationTagsUpdateInput",
  input: z.strictObject({ organization_id: resourceId, tags }),
  audited: ["tags"],
  outputName: "OrganizationTags",
  output: z.object({ organization_id: z.string(), tags: answeredTags }),
  resources: { organization: { kind: "organization", role: "admin", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources: { organization }, principal }) {
    await requireAdministrator({ database }, principal);
    await updateOrganizationTags(database, organization.id, input.tags);
    return { organization_id: organization.id, tags: input.tags };
  },
});
