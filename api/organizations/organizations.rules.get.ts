import { z } from "zod";
import { findLinkRules } from "../../storage/accounts/organization-rules.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { linkRulesOutput } from "./link-rules-schemas.ts";

export const organizationsRulesGet = defineOperation({
  id: "organizations.rules.get",
  summary: "The rules of the caller's organization for its links.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "OrganizationRulesGetInput",
  input: z.strictObject({}),
  outputName: "OrganizationRules",
  output: linkRulesOutput,
  async run({ database }: Pick<Deps, "database">, _input, { principal: { organizationId } }) {
    return { organization_id: organizationId, ...(await findLinkRules(database, organizationId)) };
  },
});
