import { periodOf, type Month } from "./month.ts";

/** The rows of one table that a month was closed with; of large tables those of one day. */
export interface BooksSection {
  readonly table: string;
  /** `2026-10-01`, or `-` for all rows of the month. */
  readonly day: string;
  /** Hex, of the concatenated SHA-256 of the rows; {@link BooksEntry.format} says in which order. */
  readonly sha256: string;
}

/**
 * How the rows of an entry are hashed. 1: each as the JSON array of its columns, in the order of their key.
 * 2: each in the binary form that PostgreSQL sends (`record_send`), in the order of their digests. Entries
 * keep theirs.
 */
export type BooksFormat = 1 | 2;

/** The format of entries to come. */
export const BOOKS_FORMAT: BooksFormat = 2;

/** An entry of the books: what a month was closed with, and the entry before. */
export interface BooksEntry {
  readonly format: BooksFormat;
  /** From 1, without gaps. */
  readonly entry: number;
  readonly month: Month;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly made: string;
  /** SHA-256 of the document of the entry before; {@link NO_ENTRY} for the first. */
  readonly previous: string;
  /** SHA-256 of the list of statements; see {@link statementsList}. */
  readonly statements: string;
  /** The columns that the rows of a table are hashed with. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly sections: readonly BooksSection[];
}

/** Stands for the entry before the first one. */
export const NO_ENTRY = "0".repeat(64);

const TITLE = "geopera-share books ";

/** The document of an entry: lines of text, made to be hashed by anyone. */
export function renderEntry({ columns, sections, ...head }: BooksEntry): string {
  const lines = [
    `${TITLE}${head.format}`,
    `entry ${head.entry}`,
    `period ${periodOf(head.month)}`,
    `made ${head.made}`,
    `previous ${head.previous}`,
    `statements ${head.statements}`,
    ...Object.entries(columns).map(([table, names]) => `columns ${table} ${names.join(",")}`),
    ...sections.map(({ table, day, sha256 }) => `rows ${table} ${day} ${sha256}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** Reads a document again; undefined for what {@link renderEntry} would not write. */
export function parseEntry(document: string): BooksEntry | undefined {
  const [title, ...lines] = document.split("\n").slice(0, -1);
  const words = lines.map((line) => line.split(" "));
  const head = (name: string) => words.find(([first]) => first === name)?.[1] ?? "";
  const of = (name: string) => words.filter(([first]) => first === name);
  const format = title === `${TITLE}1` ? 1 : 2;
  const entry: BooksEntry = {
    format,
    entry: Number(head("entry")),
    month: `${head("period")}-01`,
    made: head("made"),
    previous: head("previous"),
    statements: head("statements"),
    columns: Object.fromEntries(
      of("columns").map(([, table = "", names = ""]) => [table, names.split(",")] as const),
    ),
    sections: of("rows").map(([, table = "", day = "", sha256 = ""]) => ({ table, day, sha256 })),
  };
  return title === `${TITLE}${format}` && renderEntry(entry) === document ? entry : undefined;
}

/** The list of a month's statements that an entry names: `<SHA-256>  <statement id>` a line, by id. */
export function statementsList(
  digests: readonly { readonly statement_id: string; readonly sha256: string }[],
): string {
  return digests
    .toSorted((one, other) => (one.statement_id < other.statement_id ? -1 : 1))
    .map(({ statement_id: id, sha256 }) => `${sha256}  ${id}\n`)
    .join("");
}
