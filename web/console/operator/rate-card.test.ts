import { expect, test } from "vitest";
import { textOfTiers, tiersIn } from "./rate-card.ts";

test("tiers are typed a line each, and the last one has no end", () => {
  const tiers = tiersIn("100000: 0.40\n\n 1000000:0.30 \n0.20");
  expect(tiers).toEqual([
    { up_to: 100_000, price_per_thousand: "0.40" },
    { up_to: 1_000_000, price_per_thousand: "0.30" },
    { up_to: null, price_per_thousand: "0.20" },
  ]);
  expect(textOfTiers(tiers, String)).toBe("≤ 100000: 0.40; ≤ 1000000: 0.30; 0.20");
});
