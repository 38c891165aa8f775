import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { assignPlan } from "../../storage/billing/rate-cards.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { planName } from "./billing-schemas.ts";

export const billingPlansAssign = defineOperation({
  id: "billing.plans.assign",
  summary: "Put an organization on a plan, for all months that are not closed.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  inputName: "BillingPlansAssign",
  input: z.strictObject({ organization_id: resourceId, plan: planName }),
  audited: ["plan"],
  outputName: null,
  output: z.object({ organization_id: z.string(), plan: z.string() }),
  async run({ database }: Pick<Deps, "database">, { organization_id, plan }) {
    if (!(await organizationExists(database, organization_id))) {
      throw new ProblemError("not_found", "No such organization.");
    }
    if (!(await assignPlan(database, organization_id, plan))) {
      throw InputError.at("plan", "has no rate card; set one first");
    }
    return { organization_id, plan };
  },
});
