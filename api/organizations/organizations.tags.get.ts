import { z } from "zod";
import { findOrganizationTags } from "../../storage/accounts/organization-tags.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTags } from "../operations/tag-schemas.ts";

export const organizationsTagsGet = defineOperation({
  id: "organizations.tags.get",
  summary: "The cost-allocation tags that all usage of the caller's organization has.",
  scope: "usage:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "OrganizationTagsGetInput",
  input: z.strictObject({}),
  outputName: "OrganizationTags",
  output: z.object({ organization_id: z.string(), tags: answeredTags }),
  async run({ database }: Pick<Deps, "database">, _input, { principal: { organizationId } }) {
    return { organization_id: organizationId, tags: await findOrganizationTags(database, organizationId) };
  },
});
