import type { ExportColumn } from "./export-column.ts";
import type { ExportSelection } from "./export-selection.ts";
import { exportSettings, layoutOf, selectRows, type RowSpan } from "./export-query.ts";
import type { Database } from "../database/database.ts";

/**
 * The rows as lines of text, in pieces as they come from PostgreSQL, which writes them: comma-separated
 * values without a header, or JSON objects.
 */
export async function* copyExportLines(
  database: Database,
  selection: ExportSelection,
  span: RowSpan,
  format: "csv" | "ndjson",
): AsyncGenerator<Uint8Array> {
  const copy = format === "csv" ? csvCopy(selection, span) : jsonCopy(selection, span);
  yield* database.copy(copy, exportSettings(selection));
}

/** RFC 4180 with line feeds: null is nothing, what people wrote is always quoted. */
function csvCopy(selection: ExportSelection, span: RowSpan): string {
  const { columns } = layoutOf(selection);
  const escapes = selection.options.escape_formulas !== false;
  const list = columns.map(
    ({ name, sql, isFree }) => `${isFree && escapes ? harmless(sql) : sql} as "${name}"`,
  );
  const free = columns.filter(({ isFree }) => isFree).map(({ name }) => `"${name}"`);
  const quoting = free.length === 0 ? "" : `, force_quote (${free.join(", ")})`;
  return `copy (${selectRows(selection, span, list)}) to stdout with (format csv${quoting})`;
}

/**
 * Spreadsheets take a cell that begins like this for a formula, quoted or not. Such a text gets an apostrophe
 * in front, and so does one that begins with an apostrophe: a reader who drops one leading apostrophe from
 * every free text gets the original.
 */
const FORMULA_STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'"];

function harmless(sql: string): string {
  const starts = FORMULA_STARTS.map((start) => `chr(${start.charCodeAt(0)})`);
  return `case when left(${sql}, 1) in (${starts.join(", ")}) then chr(39) else '' end || (${sql})`;
}

/**
 * JSON holds no control characters as such: with these, COPY has nothing to quote and hands every line out as
 * it is.
 */
const JSON_COPY = String.raw`(format csv, delimiter E'\x01', quote E'\x02')`;

/** A function of PostgreSQL takes at most 100 arguments. */
const ARGUMENTS_PER_CALL = 80;

function jsonCopy(selection: ExportSelection, span: RowSpan): string {
  const rows = selectRows(selection, span, [jsonLineSql(layoutOf(selection).columns)]);
  return `copy (${rows}) to stdout with ${JSON_COPY}`;
}

/** An expression of a row as a JSON object on one line, without its line feed. */
export function jsonLineSql(columns: readonly ExportColumn[]): string {
  const pieces = columns.flatMap((column, index) => [
    { text: `${index === 0 ? "{" : ","}"${column.name}":` },
    ...jsonValue(column),
  ]);
  const joined = joinTexts([...pieces, { text: "}" }]);
  const calls: string[] = [];
  for (let start = 0; start < joined.length; start += ARGUMENTS_PER_CALL) {
    calls.push(`concat(${joined.slice(start, start + ARGUMENTS_PER_CALL).join(", ")})`);
  }
  return calls.length === 1 ? (calls[0] ?? "") : `concat(${calls.join(", ")})`;
}

/** A part of a line: the same in all of them, or of the row. */
type LinePiece = { readonly text: string } | { readonly sql: string };

/** Only what people wrote can hold what JSON escapes. */
function jsonValue({ type, sql, nullable, isFree }: ExportColumn): LinePiece[] {
  const isNumber = type === "integer" || type === "decimal";
  if (isNumber) return [{ sql: nullable ? `coalesce((${sql})::text, 'null')` : sql }];
  if (isFree || type === "json") {
    const quoted = `to_json(${sql})::text`;
    return [{ sql: nullable ? `coalesce(${quoted}, 'null')` : quoted }];
  }
  if (nullable) return [{ sql: `coalesce('"' || (${sql}) || '"', 'null')` }];
  const quote = { text: '"' };
  return [quote, LITERAL.test(sql) ? { text: sql.slice(1, -1) } : { sql }, quote];
}

/** A text in SQL that JSON writes the same. */
const LITERAL = /^'[\w ().-]*'$/;

/** The arguments of `concat`, of which there are fewer when texts beside each other are one. */
function joinTexts(pieces: readonly LinePiece[]): string[] {
  const joined: string[] = [];
  let text = "";
  const endText = () => {
    if (text !== "") joined.push(`'${text}'`);
    text = "";
  };
  for (const piece of pieces) {
    if ("text" in piece) {
      text += piece.text;
      continue;
    }
    endText();
    joined.push(piece.sql);
  }
  endText();
  return joined;
}
