const LINE_FEED = 10;

/** What COPY writes behind a backslash, where it is not the character itself. */
const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/**
 * Reads what `copy … to stdout` writes in its text format, as rows of texts in batches of one size. Several
 * times faster than a cursor: PostgreSQL goes on while rows are used, and there is one message a row without
 * fields.
 */
export async function* copiedRows(
  pieces: AsyncIterable<Uint8Array>,
  batchRows: number,
): AsyncGenerator<(string | null)[][]> {
  let rest: Uint8Array = new Uint8Array();
  let batch: (string | null)[][] = [];
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(LINE_FEED);
    if (end < 0) {
      rest = Buffer.concat([rest, piece]);
      continue;
    }
    const lines = Buffer.concat([rest, piece.subarray(0, end)]).toString("utf8");
    rest = piece.subarray(end + 1);
    for (const line of lines.split("\n")) {
      batch.push(fieldsOf(line));
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function fieldsOf(line: string): (string | null)[] {
  const fields: (string | null)[] = line.split("\t");
  // Few rows hold null or what COPY escapes.
  return line.includes("\\") ? fields.map(unescape) : fields;
}

function unescape(field: string | null): string | null {
  if (field === null || field === String.raw`\N`) return null;
  return field.replaceAll(/\\(.)/g, (_all, character: string) => ESCAPES[character] ?? character);
}
