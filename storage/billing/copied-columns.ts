const LINE_FEED = 10;

/** How COPY writes null. */
const NULL = String.raw`\N`;

/** What COPY writes behind a backslash, where it is not the character itself. */
const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** The values of columns in a batch of rows, as texts. */
export type TextColumns = readonly (string | null)[][];

/**
 * Reads what `copy … to stdout` writes in its text format, as columns of texts in batches of one number of
 * rows. Several times faster than a cursor: PostgreSQL goes on while rows are used, and there is one message
 * a row without fields.
 */
export async function* copiedColumns(
  pieces: AsyncIterable<Uint8Array>,
  width: number,
  batchRows: number,
): AsyncGenerator<TextColumns> {
  let rest: Uint8Array = new Uint8Array();
  const emptyBatch = () => Array.from({ length: width }, (): (string | null)[] => []);
  let batch = emptyBatch();
  const last: Fields = { texts: [], values: [] };
  let rows = 0;
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(LINE_FEED);
    if (end < 0) {
      rest = Buffer.concat([rest, piece]);
      continue;
    }
    const lines = Buffer.concat([rest, piece.subarray(0, end)]).toString("utf8");
    rest = piece.subarray(end + 1);
    for (const line of lines.split("\n")) {
      addLine(batch, last, line);
      rows += 1;
      if (rows < batchRows) continue;
      yield batch;
      batch = emptyBatch();
      rows = 0;
    }
  }
  if (rows > 0) yield batch;
}

/** Rows are in order: what a field has in common with the row before is kept once. */
function addLine(columns: readonly (string | null)[][], last: Fields, line: string): void {
  const fields = line.split("\t");
  for (const [index, column] of columns.entries()) {
    const field = fields[index] ?? "";
    if (field !== last.texts[index]) {
      last.texts[index] = field;
      last.values[index] = valueOf(field);
    }
    column.push(last.values[index] ?? null);
  }
}

/** The fields of a row: as they came, and what they say. */
interface Fields {
  readonly texts: string[];
  readonly values: (string | null)[];
}

/** Many rows hold null, and few what COPY escapes. */
function valueOf(field: string): string | null {
  if (field === NULL) return null;
  return field.includes("\\") ? unescape(field) : field;
}

function unescape(field: string): string {
  return field.replaceAll(/\\(.)/g, (_all, character: string) => ESCAPES[character] ?? character);
}
