import { z } from "zod";
import { LIMITS, LIMIT_NAMES, type LimitName } from "../../core/access/limits.ts";
import { countRows, ROW_AMOUNTS } from "../../storage/accounts/organization-amounts.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";

export const organizationsLimitsGet = defineOperation({
  id: "organizations.limits.get",
  summary: "The limits that bind the caller's organization, and what it uses of those that count rows.",
  scope: "usage:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "OrganizationLimitsInput",
  input: z.strictObject({}),
  outputName: "OrganizationLimitsOutput",
  output: z.object({
    limits: z.array(
      z.object({
        name: z.string(),
        limit: z.int(),
        /** `rate`: a minute's calls; `waiting`: requests at once; `amount`: what is kept. */
        kind: z.enum(["rate", "waiting", "amount"]),
        /** Null where counting would be costly. */
        used: z.int().nullable(),
        description: z.string(),
        remedy: z.string(),
      }),
    ),
  }),
  async run({ database, limits }: Pick<Deps, "database" | "limits">, _input, { principal }) {
    const { organizationId } = principal;
    const values = await limits.read(organizationId);
    const used = new Map<LimitName, number>();
    for (const name of ROW_AMOUNTS) {
      used.set(name, await countRows(database, organizationId, name, values[name]));
    }
    return {
      limits: LIMIT_NAMES.map((name) => ({
        name,
        limit: values[name],
        kind: LIMITS[name].kind,
        used: used.get(name) ?? null,
        description: LIMITS[name].what,
        remedy: LIMITS[name].remedy,
      })),
    };
  },
});
