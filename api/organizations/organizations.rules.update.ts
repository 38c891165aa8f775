import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { findLinkRules, updateLinkRules } from "../../storage/accounts/organization-rules.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { linkRulesOutput, linkRulesShape } from "./link-rules-schemas.ts";

export const organizationsRulesUpdate = defineOperation({
  id: "organizations.rules.update",
  summary:
    "Set rules of the organization for its links; null and an empty list take one away. Administrators of the organization only. Links made before follow when they are changed or rotated.",
  // The scope of administrators: its holders may make keys of any kind.
  scope: "api_keys:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "OrganizationRulesUpdateInput",
  input: z.strictObject({ organization_id: resourceId, ...linkRulesShape }).partial({
    link_lifetime_max_days: true,
    link_lifetime_default_days: true,
    link_password_min_length: true,
    link_allowed_origins: true,
  }),
  outputName: "OrganizationRules",
  output: linkRulesOutput,
  resources: { organization: { kind: "organization", role: "admin", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources: { organization } }) {
    return await database.begin(async (transaction) => {
      const { organization_id, ...sent } = input;
      const before = await findLinkRules(transaction, organization.id);
      const rules = {
        ...before,
        ...(Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Partial<
          typeof before
        >),
      };
      const { link_lifetime_max_days: max, link_lifetime_default_days: usual } = rules;
      if (max !== null && usual !== null && usual > max) {
        throw InputError.at("link_lifetime_default_days", "must not be longer than link_lifetime_max_days");
      }
      await updateLinkRules(transaction, organization.id, rules);
      return { organization_id, ...rules };
    });
  },
});
