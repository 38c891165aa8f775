import { z } from "zod";
import { parseDecimal } from "../../core/billing/money.ts";
import { parsePeriod, type Month } from "../../core/billing/month.ts";

/** A month from 2000 to 2199, `2026-10`, as its first day: no price begins earlier. */
export const period = z
  .string()
  .regex(/^2[01]\d{2}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-10")
  .transform((text): Month => parsePeriod(text) ?? z.NEVER);

/** A plain decimal that is not negative, as a whole number of its last decimal. */
export function decimal(decimals: number) {
  return z.string().transform((text, context) => {
    const value = parseDecimal(text, decimals);
    if (value !== undefined && value >= 0n && value < 10n ** BigInt(15 + decimals)) return value;
    context.addIssue({
      code: "custom",
      message: `must be a decimal that is not negative, such as "0.40", with at most ${decimals} decimals`,
    });
    return z.NEVER;
  });
}

/** The name of a plan. */
export const planName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "must be a short lower-case name");
