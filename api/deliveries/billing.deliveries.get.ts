import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { deliverySchema, presentDelivery } from "./present-delivery.ts";

export const billingDeliveriesGet = defineOperation({
  id: "billing.deliveries.get",
  summary: "One delivery of exports.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingDeliveriesGet",
  input: z.strictObject({ delivery_id: resourceId }),
  outputName: null,
  output: deliverySchema,
  resources: { delivery: { kind: "export_delivery", role: "viewer", field: "delivery_id" } },
  run(_deps: Deps, _input, { resources }) {
    return Promise.resolve(presentDelivery(resources.delivery));
  },
});
