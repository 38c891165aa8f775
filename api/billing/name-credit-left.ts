import { InputError } from "../../core/errors.ts";
import { CURRENCY_DECIMALS, type Currency } from "../../core/billing/currencies.ts";
import { formatAmount } from "../../core/billing/money.ts";
import { CreditTooLargeError } from "../../storage/billing/billing-notes.ts";

/** Turns a CreditTooLargeError into one about the input; throws others as they are. */
export function nameCreditLeft(currency: Currency): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof CreditTooLargeError)) throw error;
    const left = formatAmount(error.left, CURRENCY_DECIMALS[currency]);
    throw InputError.at(
      "amount",
      `must be at most ${left} ${currency}: what was billed in ${currency} and not given back; force exceeds it`,
    );
  };
}
