import { z } from "zod";
import { findRun, insertRun } from "../../storage/deliveries/delivery-runs.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

/** How long the call waits for the attempt; it goes on without the caller. */
const WAIT_MS = 15_000;

export const billingDeliveriesTest = defineOperation({
  id: "billing.deliveries.test",
  summary: "Write a small object to the bucket of a delivery and delete it again; answers what came of it.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  inputName: "BillingDeliveriesTest",
  input: z.strictObject({ delivery_id: resourceId }),
  outputName: null,
  output: z.object({
    status: z.enum(["pending", "delivered", "failed"]),
    error: z.string().nullable().meta({ description: "As the bucket's server says it." }),
    run_id: z.string(),
  }),
  resources: { delivery: { kind: "export_delivery", role: "admin", field: "delivery_id" } },
  async run({ database, attempts }: Pick<Deps, "database" | "attempts">, _input, { resources }) {
    const { id } = await insertRun(database, resources.delivery, {
      month: null,
      exportId: null,
      isFinal: null,
    });
    const run = await attempts.watch(id, WAIT_MS, async () => {
      const found = await findRun(database, id);
      return found?.status === "pending" ? undefined : found;
    });
    const notYet = "not attempted yet: see billing.deliveries.runs.list";
    return { status: run?.status ?? "pending", error: run === undefined ? notYet : run.error, run_id: id };
  },
});
