import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { runReconciliation } from "../../storage/billing/usage-drift.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { firstCompared, presentRun, runSchema, thresholdBytes } from "./present-run.ts";

export const billingReconciliationRun = defineOperation({
  id: "billing.reconciliation.run",
  summary:
    "Compare an organization's usage of open months in events, hours, days and months, and keep the result.",
  scope: "admin:write",
  sideEffect: "compute",
  bearer: "required",
  audience: "operator",
  idempotent: true,
  inputName: "RunInput",
  input: z.strictObject({ organization_id: resourceId, threshold_bytes: thresholdBytes }),
  outputName: null,
  output: runSchema,
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { principal }) {
    const { organization_id: organizationId } = input;
    if (!(await organizationExists(database, organizationId))) throw noSuchOrganization();
    const [run] = await runReconciliation(database, {
      organizationId,
      since: await firstCompared(database, clock()),
      thresholdBytes: input.threshold_bytes,
      createdBy: principal.id,
    });
    if (run === undefined) throw noSuchOrganization();
    return presentRun(run);
  },
});

function noSuchOrganization(): ProblemError {
  return new ProblemError("not_found", "No such organization.");
}
