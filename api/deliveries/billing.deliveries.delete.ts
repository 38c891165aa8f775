import { z } from "zod";
import { deleteDelivery } from "../../storage/deliveries/export-deliveries.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

export const billingDeliveriesDelete = defineOperation({
  id: "billing.deliveries.delete",
  summary: "Delete a delivery and the record of its runs. What it wrote to the bucket stays there.",
  scope: "billing:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "BillingDeliveriesDelete",
  input: z.strictObject({ delivery_id: resourceId }),
  outputName: null,
  output: z.object({ deleted: z.boolean() }),
  resources: { delivery: { kind: "export_delivery", role: "admin", field: "delivery_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    await deleteDelivery(database, resources.delivery.id);
    return { deleted: true };
  },
});
