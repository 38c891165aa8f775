import * as fc from "fast-check";
import { parseDecimal, PRICE_DECIMALS } from "./money.ts";
import type { TileCount } from "./pricing.ts";
import type { RateCard } from "./rate-card.ts";

/** A price for 1,000 tiles. */
export const price = (text: string): bigint => parseDecimal(text, PRICE_DECIMALS) ?? -1n;

/** 1,000 free; then 0.40 up to 10,000, 0.30 up to 100,000, 0.20 beyond; for 1,000 tiles. */
export const CARD: RateCard = {
  id: "card",
  effectiveFrom: "2026-01-01",
  currency: "EUR",
  mode: "graduated",
  freeTilesPerMonth: 1_000n,
  minimum: 0n,
  tiers: [
    { upTo: 10_000n, pricePerThousand: price("0.40") },
    { upTo: 100_000n, pricePerThousand: price("0.30") },
    { upTo: null, pricePerThousand: price("0.20") },
  ],
};

/** Tiles of a link, booked in October. */
export const count = (linkId: string, tiles: bigint, bookedIn = "2026-10-01"): TileCount => ({
  bookedIn,
  linkId,
  targetId: `item of ${linkId}`,
  tiles,
});

/** Bookings of up to three months. */
export const anyCounts = fc.array(
  fc.record({
    bookedIn: fc.constantFrom("2026-10-01", "2026-11-01", "2026-12-01"),
    linkId: fc.constantFrom("A", "B", "C", "D"),
    targetId: fc.constantFrom("x", "y"),
    tiles: fc.bigInt({ min: 0n, max: 300_000n }),
  }),
  { maxLength: 12 },
);
/** Terms for {@link cardOf}. */
export const anyCard = fc.record({
  mode: fc.constantFrom("graduated" as const, "volume" as const),
  freeTilesPerMonth: fc.bigInt({ min: 0n, max: 5_000n }),
  minimum: fc.bigInt({ min: 0n, max: 10n ** 13n }),
  prices: fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 3, maxLength: 3 }),
});
/** A card with borders at 10,000 and 100,000 tiles. */
export const cardOf = ({
  prices,
  ...terms
}: { prices: bigint[] } & Pick<RateCard, "mode" | "freeTilesPerMonth" | "minimum">): RateCard => ({
  ...CARD,
  ...terms,
  tiers: [10_000n, 100_000n, null].map((upTo, index) => ({ upTo, pricePerThousand: prices[index] ?? 0n })),
});
