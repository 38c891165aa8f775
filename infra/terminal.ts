const BAR_WIDTH = 30;

/**
 * Columns under their headings, numbers aligned to the right. Control characters are replaced: people choose
 * the names.
 */
export function formatTable(headings: readonly string[], cells: readonly (readonly string[])[]): string {
  if (cells.length === 0) return "(nothing)\n";
  const rows = cells.map((row) => row.map((cell) => cell.replaceAll(/\p{Cc}/gu, "\u{fffd}")));
  const widths = headings.map((heading, index) =>
    Math.max(heading.length, ...rows.map((row) => (row[index] ?? "").length)),
  );
  const isNumeric = headings.map((_heading, index) =>
    rows.every((row) => /^-?[\d,.]+$/.test(row[index] ?? "")),
  );
  const format = (row: readonly string[]) =>
    row
      .map((cell, index) =>
        isNumeric[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [format(headings), rule, ...rows.map(format), ""].join("\n");
}

/** A bar of progress, in one line. */
export function progressBar(what: string, done: number, total: number): string {
  const share = total === 0 ? 1 : done / total;
  const filled = Math.round(share * BAR_WIDTH);
  const bar = "#".repeat(filled).padEnd(BAR_WIDTH, ".");
  return `[${bar}] ${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${what}`;
}
