import { z } from "zod";
import { NO_USAGE } from "../../core/billing/billable.ts";
import { utcMonthStart } from "../../core/usage/usage-event.ts";
import { sumStorageBytes } from "../../storage/catalog/assets.ts";
import { sumUsageByMonth } from "../../storage/usage/usage-ledger.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentUsagePeriod, usagePeriodShape } from "./present-usage.ts";
import { resourceId } from "../operations/schemas.ts";

export const usageCurrent = defineOperation({
  id: "usage.current",
  summary: "Usage of the current billing period.",
  scope: "usage:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "UsageCurrentInput",
  input: z.strictObject({ organization_id: resourceId }),
  outputName: null,
  output: z.object({ organization_id: z.string(), ...usagePeriodShape, storage_bytes: z.int() }),
  resources: { organization: { kind: "organization", role: "viewer", field: "organization_id" } },
  async run({ database, clock }: Pick<Deps, "database" | "clock">, _input, { resources }) {
    const { id } = resources.organization;
    const from = utcMonthStart(clock());
    const to = utcMonthStart(clock(), 1);
    const [[sum], storageBytes] = await Promise.all([
      sumUsageByMonth(database, id, [from]),
      sumStorageBytes(database, id),
    ]);
    return {
      organization_id: id,
      ...presentUsagePeriod(from, to, sum ?? NO_USAGE),
      storage_bytes: storageBytes,
    };
  },
});
