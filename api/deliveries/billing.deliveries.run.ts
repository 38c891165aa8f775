import { z } from "zod";
import { monthAt } from "../../core/billing/month.ts";
import { InputError } from "../../core/errors.ts";
import { beginRun } from "../../storage/deliveries/begin-runs.ts";
import { period } from "../billing/billing-schemas.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { deliveryRunSchema, presentRun } from "./present-delivery.ts";

export const billingDeliveriesRun = defineOperation({
  id: "billing.deliveries.run",
  summary: "Bring a month to the bucket now: an open one as it is, a closed one as final, also once more.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  inputName: "BillingDeliveriesRun",
  input: z.strictObject({ delivery_id: resourceId, period: period.optional() }),
  audited: ["period"],
  outputName: "BillingDeliveryRun",
  output: deliveryRunSchema,
  resources: { delivery: { kind: "export_delivery", role: "admin", field: "delivery_id" } },
  async run(
    { database, jobs, clock }: Pick<Deps, "database" | "jobs" | "clock">,
    { period: month = monthAt(clock()) },
    { resources },
  ) {
    if (month > monthAt(clock())) throw InputError.at("period", "has not begun yet");
    const begun = await database.begin((transaction) => beginRun(transaction, resources.delivery, month));
    const { run, exportId, organizationId } = begun;
    await jobs.enqueue("billing.export", { exportId }, { deduplicationId: exportId, organizationId });
    return presentRun(run);
  },
});
