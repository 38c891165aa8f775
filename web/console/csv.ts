/** A value of a table, as a CSV file takes it. */
export type CsvValue = string | number | null | undefined;

/**
 * A CSV file (RFC 4180) with a head; cells that a spreadsheet would take for a formula begin with an
 * apostrophe.
 */
export function asCsv(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: CsvValue): string {
  const text = String(value ?? "");
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
