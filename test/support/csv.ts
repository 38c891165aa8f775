/**
 * Parses comma-separated values (RFC 4180, line feeds); an empty field without quotes is null. Throws on
 * anything else.
 */
export function parseCsv(text: string): (string | null)[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\n)/y;
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [whole, quoted, plain, end] = cell.exec(text) ?? [];
    if (whole === undefined) throw new Error(`no CSV at ${at}: ${text.slice(at, at + 40)}`);
    row.push(quoted?.replaceAll('""', '"') ?? (plain === "" ? null : (plain ?? null)));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error("the last line does not end");
  return rows;
}

/** Rows of files with headings, as objects; in the columns of `free` a leading apostrophe is dropped. */
export function readCsvFiles(
  files: readonly Buffer[],
  free: readonly string[],
): Record<string, string | null>[] {
  return files.flatMap((file) => {
    const [headings = [], ...rows] = parseCsv(file.toString());
    const nameOf = (index: number) => headings[index] ?? "";
    return rows.map((row) =>
      Object.fromEntries(
        row.map((value, index) => [
          nameOf(index),
          free.includes(nameOf(index)) ? (value?.replace(/^'/, "") ?? null) : value,
        ]),
      ),
    );
  });
}
