/**
 * An exact amount of money: whole picos, 10^-12 of the currency's main unit. Prices have at most nine
 * decimals and are for 1,000 tiles, so that quantity times price always is a whole number of picos: nothing
 * is rounded before the total of a statement.
 */
export type Picos = bigint;

/** Decimals of an amount. */
export const AMOUNT_DECIMALS = 12;

/** Decimals of a price for 1,000 tiles; three more make the amount. */
export const PRICE_DECIMALS = 9;

const DECIMAL = /^(-?)(\d{1,26})(?:\.(\d{1,12}))?$/;

/**
 * Reads a plain decimal such as `-12.5` into 10^-decimals; undefined for anything else or for more decimals
 * than that.
 */
export function parseDecimal(text: string, decimals: number): bigint | undefined {
  const [, sign, whole = "", fraction = ""] = DECIMAL.exec(text) ?? [];
  if (sign === undefined || fraction.length > decimals) return undefined;
  const digits = BigInt(whole + fraction.padEnd(decimals, "0"));
  return sign === "-" ? -digits : digits;
}

/** Reads an amount that this program wrote; throws on anything else. */
export function parseAmount(text: string): Picos {
  const amount = parseDecimal(text, AMOUNT_DECIMALS);
  if (amount === undefined) throw new Error(`"${text}" is no amount`);
  return amount;
}

/**
 * Writes 10^-decimals as a plain decimal: no exponent, no zeros at the end beyond `atLeast` decimals, no
 * minus zero.
 */
export function formatDecimal(value: bigint, decimals: number, atLeast = 0): string {
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits
    .slice(digits.length - decimals)
    .replace(/0+$/, "")
    .padEnd(atLeast, "0");
  return `${value < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Writes an amount. */
export function formatAmount(amount: Picos, atLeast = 0): string {
  return formatDecimal(amount, AMOUNT_DECIMALS, atLeast);
}

/** Rounds to a number of decimals, halves away from zero: what a person does with a bill. */
export function roundAmount(amount: Picos, decimals: number): Picos {
  const unit = 10n ** BigInt(AMOUNT_DECIMALS - decimals);
  const half = unit / 2n;
  const rounded = ((amount < 0n ? -amount : amount) + half) / unit;
  return (amount < 0n ? -rounded : rounded) * unit;
}
