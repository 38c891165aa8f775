import type { ColumnType } from "./export-column.ts";
import { timeBehind } from "./export-column.ts";
import { AMOUNT_DECIMALS } from "../../core/billing/money.ts";

/** How PostgreSQL sends the values of a field in binary. */
export type FieldForm = "text" | "uuid" | "integer" | "decimal" | "time" | "time text";

/** Ids of types in PostgreSQL, which never change. */
const TEXTS = [25, 1043];
const UUID = 2950;
/** Types whose text is the same in COPY as by a cast. */
const CASTS = [20, 21, 23, 114, 1082, 1700, 3802];

/** An expression in the form that is quickest to send and to read, by its type in PostgreSQL. */
export function sentForm(
  { type, sql }: { readonly type: ColumnType; readonly sql: string },
  typeId: number,
): { readonly form: FieldForm; readonly sql: string } {
  switch (type) {
    case "text":
    case "json":
      if (typeId === UUID) return { form: "uuid", sql };
      if (TEXTS.includes(typeId)) return { form: "text", sql };
      if (CASTS.includes(typeId)) return { form: "text", sql: `(${sql})::text` };
      throw new Error(`"${sql}" is of type ${typeId}, which has no form here`);
    case "integer":
      return { form: "integer", sql: `(${sql})::int8` };
    case "decimal":
      return { form: "decimal", sql: `(${sql})::numeric` };
    case "timestamp": {
      const time = timeBehind(sql);
      return time === undefined ? { form: "time text", sql } : { form: "time", sql: time };
    }
  }
}

/** The value of a field that is a number or a time: a decimal in 10^-12, a time in milliseconds. */
export function valueOf(form: FieldForm, bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (form) {
    case "integer":
      return view.getBigInt64(0);
    case "time":
      return view.getBigInt64(0) / 1000n + EPOCH_MS;
    case "time text":
      return BigInt(Date.parse(Buffer.from(bytes).toString()));
    case "decimal":
      return decimalOf(view);
    case "text":
    case "uuid":
      throw new Error("a text is no number");
  }
}

/** PostgreSQL counts times from the year 2000. */
const EPOCH_MS = 946_684_800_000n;

/** A `numeric`: the number of its digits, the weight of the first, a sign and its scale, then digits. */
const DIGITS_AT = 8;
/** Where its scale is: how many decimals are shown, which does not change the value. */
export const SCALE_AT = 6;
const NEGATIVE = 0x4000;
/** Each digit is of base 10^4. */
const DIGIT_DECIMALS = 4;
const BASE = 10_000n;

function decimalOf(view: DataView): bigint {
  const count = view.getInt16(0);
  const sign = view.getUint16(4);
  if (sign !== 0 && sign !== NEGATIVE) throw new Error("not a number is no amount");
  let value = 0n;
  for (let index = 0; index < count; index += 1) {
    value = value * BASE + BigInt(view.getInt16(DIGITS_AT + 2 * index));
  }
  // Of the last digit: in decimals of an amount.
  const exponent = DIGIT_DECIMALS * (view.getInt16(2) - count + 1) + AMOUNT_DECIMALS;
  if (exponent < 0 && value % 10n ** BigInt(-exponent) !== 0n) {
    throw new Error(`an amount has at most ${AMOUNT_DECIMALS} decimals`);
  }
  value = exponent < 0 ? value / 10n ** BigInt(-exponent) : value * 10n ** BigInt(exponent);
  return sign === NEGATIVE ? -value : value;
}
