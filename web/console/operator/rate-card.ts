/** A price list, as far as the console reads it. */
export interface RateCard {
  readonly id: string;
  readonly organization_id: string | null;
  readonly plan: string | null;
  readonly effective_from: string;
  readonly currency: string;
  readonly mode: string;
  readonly free_tiles_per_month: number;
  readonly minimum: string;
  readonly tiers: readonly Tier[];
  readonly returns_to_plan: boolean;
}

/** The price of the tiles up to a number; null for all above. */
export interface Tier {
  readonly up_to: number | null;
  readonly price_per_thousand: string;
}

/** Tiers as they are typed: a line for each, such as `100000: 0.40`, and the price of all above. */
export function tiersIn(text: string): Tier[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [upTo, price] = line.split(":").map((part) => part.trim());
      return price === undefined
        ? { up_to: null, price_per_thousand: upTo ?? "" }
        : { up_to: Number(upTo), price_per_thousand: price };
    });
}

/** Tiers in a line, each with where it ends. */
export function textOfTiers(tiers: readonly Tier[], number: (value: number) => string): string {
  return tiers
    .map(({ up_to: upTo, price_per_thousand: price }) =>
      upTo === null ? price : `≤ ${number(upTo)}: ${price}`,
    )
    .join("; ");
}
