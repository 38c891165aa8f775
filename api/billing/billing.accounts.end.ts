import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { periodOf } from "../../core/billing/month.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { endBilling } from "../../storage/billing/rate-cards.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { period } from "./billing-schemas.ts";

export const billingAccountsEnd = defineOperation({
  id: "billing.accounts.end",
  summary:
    "End an organization's account after a month: later months have no minimum. Tiles, if there are any, are charged as before.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  inputName: "BillingAccountsEnd",
  input: z.strictObject({
    organization_id: resourceId,
    /** The last month with a minimum; null takes the end back. */
    last_period: period.nullable(),
    reason: text(1, 500),
  }),
  audited: ["last_period", "reason"],
  auditedAnswer: ["replaces"],
  outputName: null,
  output: z.object({
    organization_id: z.string(),
    last_period: z.string().nullable(),
    /** The end of before. */
    replaces: z.string().nullable(),
  }),
  async run({ database }: Pick<Deps, "database">, { organization_id, last_period: lastMonth }) {
    if (!(await organizationExists(database, organization_id))) {
      throw new ProblemError("not_found", "No such organization.");
    }
    const before = await endBilling(database, organization_id, lastMonth);
    const asPeriod = (month: string | null) => (month === null ? null : periodOf(month));
    return { organization_id, last_period: asPeriod(lastMonth), replaces: asPeriod(before) };
  },
});
