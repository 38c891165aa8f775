import { z } from "zod";
import { listDeliveriesOf } from "../../storage/deliveries/export-deliveries.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { requireAdministrator } from "../people/require-administrator.ts";
import { deliverySchema, presentDelivery } from "./present-delivery.ts";

export const billingDeliveriesList = defineOperation({
  id: "billing.deliveries.list",
  summary: "The deliveries of exports that your organization has, the oldest first.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingDeliveriesList",
  input: z.strictObject({}),
  outputName: null,
  output: z.object({ deliveries: z.array(deliverySchema) }),
  async run({ database }: Pick<Deps, "database">, _input, { principal }) {
    await requireAdministrator({ database }, principal);
    const rows = await listDeliveriesOf(database, principal.organizationId);
    return { deliveries: rows.map(presentDelivery) };
  },
});
