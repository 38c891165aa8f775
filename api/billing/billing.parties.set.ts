import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { operatesBilling } from "../../storage/accounts/organizations.ts";
import { readBuyer, setBuyer } from "../../storage/billing/billing-parties.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { buyerSchema } from "./party-schemas.ts";

export const billingPartiesSet = defineOperation({
  id: "billing.parties.set",
  summary:
    "Set what documents that are issued from now on say of a customer. Customers set their own; taxes and payment days are set by the operator.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  inputName: "BillingPartiesSet",
  input: z.strictObject({ organization_id: resourceId, party: buyerSchema }),
  audited: ["party"],
  auditedAnswer: ["replaces"],
  outputName: null,
  output: z.object({
    organization_id: z.string(),
    party: buyerSchema,
    /** What they said before. */
    replaces: buyerSchema,
  }),
  resources: { account: { kind: "billing_account", role: "admin", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, { party }, { resources, principal }) {
    const { id } = resources.account;
    if (id === null) throw InputError.at("organization_id", "must name one organization");
    const { taxes, payment_days: days } = await readBuyer(database, id);
    const isOperator = await operatesBilling(database, principal.organizationId);
    if (!isOperator && !isDeepStrictEqual([party.taxes, party.payment_days], [taxes, days])) {
      throw new ProblemError("forbidden", "taxes and payment_days are set by the operator of billing.");
    }
    const replaces = await setBuyer(database, id, party, principal.id);
    return { organization_id: id, party, replaces };
  },
});
