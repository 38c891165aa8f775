import { z } from "zod";
import { runReconciliation } from "../../storage/billing/usage-drift.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { firstCompared, presentRun, runSchema, thresholdBytes } from "./present-run.ts";

/** Of the flagged ones, those that are answered; billing.reconciliation.list_runs has the others. */
const RUNS_MAX = 100;

export const billingReconciliationRunAll = defineOperation({
  id: "billing.reconciliation.run_all",
  summary: "Compare the usage of open months of every organization that has any, and keep the results.",
  scope: "admin:write",
  sideEffect: "compute",
  bearer: "required",
  audience: "operator",
  idempotent: true,
  inputName: "RunAllInput",
  input: z.strictObject({ threshold_bytes: thresholdBytes }),
  outputName: null,
  output: z.object({
    batch_id: z.string().nullable(),
    first_day: z.string(),
    organizations: z.int(),
    flagged_count: z.int(),
    runs: z.array(runSchema),
  }),
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { principal }) {
    const since = await firstCompared(database, clock());
    const runs = await runReconciliation(database, {
      organizationId: null,
      since,
      thresholdBytes: input.threshold_bytes,
      createdBy: principal.id,
    });
    const flagged = runs.filter((run) => run.flagged);
    return {
      batch_id: runs[0]?.batch_id ?? null,
      first_day: since,
      organizations: runs.length,
      flagged_count: flagged.length,
      runs: flagged.slice(0, RUNS_MAX).map(presentRun),
    };
  },
});
