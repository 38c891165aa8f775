import type { Link } from "../owned.ts";

const COLUMNS = [
  "id",
  "label",
  "target_id",
  "target_name",
  "status",
  "created_at",
  "expires_at",
  "access_count",
  "last_accessed_at",
] as const satisfies readonly (keyof Link)[];

/**
 * Links as a CSV file (RFC 4180); cells that a spreadsheet would take for a formula begin with an apostrophe.
 */
export function linksAsCsv(links: readonly Link[]): string {
  const rows = links.map((link) => COLUMNS.map((column) => cell(link[column])).join(","));
  return [COLUMNS.join(","), ...rows].map((line) => `${line}\r\n`).join("");
}

function cell(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
