/** Rows as CSV (RFC 4180) or TSV with a header; objects and lists in a cell are JSON. */
export function delimited(rows: readonly Record<string, unknown>[], form: "csv" | "tsv"): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = form === "csv" ? csvCell : tsvCell;
  const line = (cells: readonly string[]) => `${cells.map(cell).join(form === "csv" ? "," : "\t")}\n`;
  return line(columns) + rows.map((row) => line(columns.map((column) => plainText(row[column])))).join("");
}

/** A value as plain text: nothing for null, JSON for objects and lists. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As PostgreSQL's COPY and `jq @tsv` write it. */
function tsvCell(text: string): string {
  const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
  return text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
