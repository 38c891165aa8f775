import { z } from "zod";
import { seal } from "../../core/access/sealed-box.ts";
import { BUCKET_SECRET_PURPOSE } from "../../core/deliveries/delivery-bucket.ts";
import { nextRunMs } from "../../core/deliveries/delivery-schedule.ts";
import { bucketOf, updateDelivery } from "../../storage/deliveries/export-deliveries.ts";
import type { Deps } from "../deps.ts";
import { requireDeliverySecret } from "../events/present-subscription.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { deliverySchema, hour, presentDelivery, requireBucket, secretAccessKey } from "./present-delivery.ts";

export const billingDeliveriesUpdate = defineOperation({
  id: "billing.deliveries.update",
  summary: "Change a delivery's name, hour, key or state. For another place or layout make another one.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  inputName: "BillingDeliveriesUpdate",
  input: z.strictObject({
    delivery_id: resourceId,
    name: text(1, 255).optional(),
    provisional: z.boolean().optional(),
    hour: hour.optional(),
    access_key_id: text(1, 200).optional(),
    secret_access_key: secretAccessKey.optional(),
    active: z.boolean().optional(),
  }),
  audited: ["name", "access_key_id", "active"],
  outputName: "BillingDelivery",
  output: deliverySchema,
  resources: { delivery: { kind: "export_delivery", role: "admin", field: "delivery_id" } },
  async run(
    { config, database, clock }: Pick<Deps, "config" | "database" | "clock">,
    { delivery_id: _id, secret_access_key: secret, ...change },
    { resources },
  ) {
    const { delivery } = resources;
    const accessKeyId = change.access_key_id ?? delivery.access_key_id;
    requireBucket(config, { ...bucketOf(delivery), accessKeyId });
    const purpose = `${BUCKET_SECRET_PURPOSE} ${delivery.id}`;
    const isRescheduled = change.hour !== undefined || change.active === true;
    const row = await updateDelivery(database, delivery.id, {
      ...change,
      sealed_secret: secret === undefined ? undefined : seal(secret, requireDeliverySecret(config), purpose),
      next_run_at: isRescheduled ? new Date(nextRunMs(change.hour ?? delivery.hour, clock())) : undefined,
    });
    return presentDelivery(row);
  },
});
