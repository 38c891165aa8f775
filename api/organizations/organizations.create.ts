import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { createOrganization } from "../../storage/accounts/organization-details.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { text } from "../operations/schemas.ts";
import {
  organizationDetails,
  organizationSchema,
  presentOrganization,
  sentDetails,
} from "./organization-details.ts";

export const organizationsCreate = defineOperation({
  id: "organizations.create",
  summary:
    "Create an organization, with a first API key that holds every scope and is answered only here. For operators of the service.",
  scope: "organizations:write",
  sideEffect: "compute",
  bearer: "required",
  audience: "operator",
  idempotent: true,
  body: BODY_LIMITS.item,
  inputName: "OrganizationCreateInput",
  input: z.strictObject({
    name: text(1, 255),
    ...organizationDetails,
    billing_admin_id: z.string().nullable().optional(),
    enterprise_billing: z.boolean().default(false),
  }),
  outputName: "OrganizationCreateOutput",
  output: organizationSchema.extend({ api_key: z.string() }),
  async run({ database }: Pick<Deps, "database">, input) {
    if (typeof input.billing_admin_id === "string") {
      throw InputError.at("billing_admin_id", "is not sent: a new organization has no people yet");
    }
    if (input.enterprise_billing) {
      throw InputError.at("enterprise_billing", "must be false: billing.plans.assign sets the plan");
    }
    const { row, apiKey } = await createOrganization(database, input.name, sentDetails(input));
    return { ...presentOrganization(row), api_key: apiKey };
  },
});
