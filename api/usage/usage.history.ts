import { z } from "zod";
import { utcMonthStart } from "../../core/usage/usage-event.ts";
import { sumUsageByMonth } from "../../storage/usage/usage-ledger.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentUsagePeriod, usagePeriodShape } from "./present-usage.ts";
import { resourceId } from "../operations/schemas.ts";

export const usageHistory = defineOperation({
  id: "usage.history",
  summary: "Usage of the past N months.",
  scope: "usage:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "UsageHistoryInput",
  input: z.strictObject({ organization_id: resourceId, months: z.int().min(1).max(120).default(3) }),
  outputName: null,
  output: z.object({ organization_id: z.string(), months: z.array(z.object(usagePeriodShape)) }),
  resources: { organization: { kind: "organization", role: "viewer", field: "organization_id" } },
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { resources }) {
    const { id } = resources.organization;
    const now = clock();
    const starts = Array.from({ length: input.months }, (_, index) => utcMonthStart(now, -index));
    const sums = await sumUsageByMonth(database, id, starts);
    const months = sums.map((sum, index) =>
      presentUsagePeriod(utcMonthStart(now, -index), utcMonthStart(now, 1 - index), sum),
    );
    return { organization_id: id, months };
  },
});
