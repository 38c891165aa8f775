import { plainText } from "./delimited.ts";
import { oneLine } from "./harmless.ts";

/** What a table is drawn for. */
export interface Screen {
  /** How many characters fit into a line. */
  readonly columns: number;
  readonly hasColor: boolean;
}

/** Columns that say what a row is, in the order that they are shown in; the others follow as they come. */
const FIRST_COLUMNS = [
  "name",
  "label",
  "file_name",
  "key",
  "email",
  "type",
  "kind",
  "status",
  "state",
  "role",
];

/** Columns that are shown however little room there is. */
const ALWAYS = new Set(["id", "name", "label"]);

const GAP = 2;
const CELL_MAX = 40;
/** The part of a line that one text may take. */
const CELL_SHARE = 0.3;

/** Rows as a table: as many columns as fit, ids whole, nested values left out. */
export function rowsTable(rows: readonly Record<string, unknown>[], screen: Screen): string {
  if (rows.length === 0) return "";
  const longest = Math.max(16, Math.min(CELL_MAX, Math.floor(screen.columns * CELL_SHARE)));
  const shown = chooseColumns(rows, screen.columns, longest);
  const header = shown.map(({ name, width, isNumber }) => pad(title(name), width, isNumber));
  const lines = rows.map((row) =>
    shown.map(({ name, width, isNumber }) => pad(cellText(row[name], longest), width, isNumber)),
  );
  const head = header.join(" ".repeat(GAP)).trimEnd();
  const body = lines.map((cells) => cells.join(" ".repeat(GAP)).trimEnd());
  return `${[screen.hasColor ? bold(head) : head, ...body].join("\n")}\n`;
}

/** One object as lines of name and value; nested values as JSON. */
export function fieldsTable(answer: Readonly<Record<string, unknown>>, screen: Screen): string {
  const entries = Object.entries(answer);
  const width = Math.max(0, ...entries.map(([name]) => title(name).length));
  const lines = entries.map(([name, value]) => {
    const label = title(name).padEnd(width);
    return `${screen.hasColor ? bold(label) : label}${" ".repeat(GAP)}${cellText(value, Infinity)}`.trimEnd();
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

interface Column {
  readonly name: string;
  readonly width: number;
  readonly isNumber: boolean;
}

function chooseColumns(rows: readonly Record<string, unknown>[], room: number, longest: number): Column[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
    rows.some((row) => row[name] !== null && row[name] !== undefined && typeof row[name] !== "object"),
  );
  const rank = (name: string) => {
    const first = FIRST_COLUMNS.indexOf(name);
    return first >= 0 ? first : FIRST_COLUMNS.length + names.indexOf(name);
  };
  const ordered = names.toSorted((one, other) => rank(one) - rank(other));
  const columns = ordered.map((name): Column => {
    const widths = rows.map((row) => widthOf(cellText(row[name], longest)));
    return {
      name,
      width: Math.max(title(name).length, ...widths),
      isNumber: rows.every((row) => typeof row[name] === "number" || row[name] === null),
    };
  });
  let left = room + GAP;
  for (const { name, width } of columns) if (ALWAYS.has(name)) left -= width + GAP;
  return columns.filter(({ name, width }) => {
    if (ALWAYS.has(name)) return true;
    if (width + GAP > left) return false;
    left -= width + GAP;
    return true;
  });
}

/** A value in a cell: times to the minute, yes and no, long texts cut. */
function cellText(value: unknown, longest: number): string {
  if (value === null || value === undefined) return "-";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = oneLine(plainText(value));
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/.test(text))
    return text.slice(0, 16).replace("T", " ");
  return text.length > longest && !/^\S+$/.test(text) ? `${text.slice(0, longest - 1)}…` : text;
}

function title(name: string): string {
  return name.replaceAll("_", " ").toUpperCase();
}

/** The width on a screen: letters of East Asia take two places. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += /\p{Mark}/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

function pad(text: string, width: number, isNumber: boolean): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return isNumber ? space + text : text + space;
}

function bold(text: string): string {
  return `\u001b[1m${text}\u001b[22m`;
}
