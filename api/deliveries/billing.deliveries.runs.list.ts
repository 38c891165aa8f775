import { z } from "zod";
import { listRuns } from "../../storage/deliveries/delivery-runs.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { nextOffset, nextOffsetOf, paging, resourceId } from "../operations/schemas.ts";
import { deliveryRunSchema, presentRun } from "./present-delivery.ts";

export const billingDeliveriesRunsList = defineOperation({
  id: "billing.deliveries.runs.list",
  summary: "What a delivery brought or could not bring to its bucket, the latest first.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingDeliveriesRunsList",
  input: z.strictObject({ delivery_id: resourceId, ...paging }),
  outputName: null,
  output: z.object({ runs: z.array(deliveryRunSchema), total: z.int(), next_offset: nextOffset }),
  resources: { delivery: { kind: "export_delivery", role: "viewer", field: "delivery_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { runs, total } = await listRuns(database, resources.delivery.id, input);
    return { runs: runs.map(presentRun), total, next_offset: nextOffsetOf(input, runs.length, total) };
  },
});
