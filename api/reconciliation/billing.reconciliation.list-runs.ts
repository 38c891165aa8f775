import { z } from "zod";
import { listReconciliationRuns } from "../../storage/billing/usage-drift.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { paging, resourceId } from "../operations/schemas.ts";
import { presentRun, runSchema } from "./present-run.ts";

export const billingReconciliationListRuns = defineOperation({
  id: "billing.reconciliation.list_runs",
  summary: "Comparisons of usage that were kept, the latest first; each for 90 days.",
  scope: "admin:read",
  sideEffect: "read",
  bearer: "required",
  audience: "operator",
  inputName: "RunsInput",
  input: z.strictObject({
    organization_id: resourceId.nullable().optional(),
    flagged_only: z.boolean().default(false),
    limit: paging.limit.default(50),
  }),
  outputName: null,
  output: z.object({ runs: z.array(runSchema) }),
  async run({ database }: Pick<Deps, "database">, input) {
    const runs = await listReconciliationRuns(database, {
      organizationId: input.organization_id ?? null,
      flaggedOnly: input.flagged_only,
      limit: input.limit,
    });
    return { runs: runs.map(presentRun) };
  },
});
