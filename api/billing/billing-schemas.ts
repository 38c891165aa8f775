import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { CURRENCIES } from "../../core/billing/currencies.ts";
import { AMOUNT_DECIMALS, parseDecimal, PRICE_DECIMALS } from "../../core/billing/money.ts";
import { TIER_MODES, tierFault, type RateCard } from "../../core/billing/rate-card.ts";
import { parsePeriod, type Month } from "../../core/billing/month.ts";

/** More would not be a price list any more. */
const TIERS_MAX = 50;

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

/** A plain decimal that may be negative, as a whole number of its last decimal. */
export function signedDecimal(decimals: number) {
  const unsigned = decimal(decimals);
  return z
    .string()
    .transform((text) => ({ isNegative: text.startsWith("-"), size: text.replace(/^-/, "") }))
    .pipe(z.object({ isNegative: z.boolean(), size: unsigned }))
    .transform(({ isNegative, size }) => (isNegative ? -size : size));
}

/** What tiles cost, as operations about prices take it. */
export const cardTerms = {
  currency: z.enum(CURRENCIES),
  mode: z.enum(TIER_MODES).default("graduated"),
  free_tiles_per_month: z.int().min(0).default(0),
  minimum: decimal(AMOUNT_DECIMALS).default(0n),
  tiers: z
    .array(z.strictObject({ up_to: z.int().min(1).nullable(), price_per_thousand: decimal(PRICE_DECIMALS) }))
    .min(1)
    .max(TIERS_MAX),
};

/** Reads terms; throws an InputError where the tiers do not cover every number of tiles once. */
export function readTerms(
  effectiveFrom: Month,
  input: z.output<z.ZodObject<typeof cardTerms>>,
): Omit<RateCard, "id"> {
  const tiers = input.tiers.map((tier) => ({
    upTo: tier.up_to === null ? null : BigInt(tier.up_to),
    pricePerThousand: tier.price_per_thousand,
  }));
  const fault = tierFault(tiers);
  if (fault !== undefined) throw InputError.at(`tiers.${fault.index}`, fault.message);
  return {
    effectiveFrom,
    currency: input.currency,
    mode: input.mode,
    freeTilesPerMonth: BigInt(input.free_tiles_per_month),
    minimum: input.minimum,
    tiers,
  };
}

/** The name of a plan. */
export const planName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "must be a short lower-case name");
