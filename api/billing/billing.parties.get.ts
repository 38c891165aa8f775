import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { readBuyer } from "../../storage/billing/billing-parties.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { buyerSchema } from "./party-schemas.ts";

export const billingPartiesGet = defineOperation({
  id: "billing.parties.get",
  summary:
    "What documents say of a customer: legal name, address, tax ids, references. Its name alone where nothing is set.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingPartiesGet",
  input: z.strictObject({ organization_id: resourceId }),
  outputName: null,
  output: z.object({ organization_id: z.string(), party: buyerSchema }),
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    const { id } = resources.account;
    if (id === null) throw InputError.at("organization_id", "must name one organization");
    return { organization_id: id, party: await readBuyer(database, id) };
  },
});
