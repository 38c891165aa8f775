/** `CN-000012` of a credit note, `DN-000012` of a debit note, whose amount is negative. */
export function noteNumber({ number, amount }: { readonly number: number; readonly amount: string }): string {
  return `${amount.startsWith("-") ? "DN" : "CN"}-${String(number).padStart(6, "0")}`;
}
