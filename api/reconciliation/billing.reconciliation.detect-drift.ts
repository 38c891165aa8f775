import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { findUsageDrift, listDriftingDays } from "../../storage/billing/usage-drift.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { dayShape, driftShape, firstCompared, presentDrift, presentSums } from "./present-run.ts";

export const billingReconciliationDetectDrift = defineOperation({
  id: "billing.reconciliation.detect_drift",
  summary: "Compare an organization's usage of open months, name the days that differ, and keep nothing.",
  scope: "admin:read",
  sideEffect: "read",
  bearer: "required",
  audience: "operator",
  inputName: "DriftInput",
  input: z.strictObject({ organization_id: resourceId }),
  outputName: null,
  output: z.object({
    organization_id: z.string(),
    first_day: z.string(),
    has_drift: z.boolean(),
    ...driftShape,
    drifting_days: z.array(z.object(dayShape)),
  }),
  async run({ database, clock }: Pick<Deps, "database" | "clock">, { organization_id: id }) {
    const since = await firstCompared(database, clock());
    const exists = await organizationExists(database, id);
    const found = exists ? await findUsageDrift(database, id, since) : undefined;
    if (found === undefined) throw new ProblemError("not_found", "No such organization.");
    const hasDrift = found.drift_bytes > 0 || found.drift_count > 0;
    // Days that make up for each other are no drift of the sums, but one of the days.
    const drifting = await listDriftingDays(database, id, since);
    return {
      organization_id: id,
      first_day: since,
      has_drift: hasDrift || drifting.length > 0,
      ...presentDrift(found),
      drifting_days: drifting.map(({ date, events, hours, days }) => ({
        date,
        events: presentSums(events),
        hours: presentSums(hours),
        days: presentSums(days),
      })),
    };
  },
});
