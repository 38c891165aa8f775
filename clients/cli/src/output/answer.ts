import type { Io } from "../io.ts";
import { colorJson } from "./color.ts";
import { delimited } from "./delimited.ts";
import type { OutputPlan } from "./form.ts";
import { harmless } from "./harmless.ts";
import { applyJq } from "./jq.ts";
import { fieldsTable, rowsTable, type Screen } from "./table.ts";
import { writeText } from "./write.ts";

/** How an answer is written. */
export interface AnswerOutput extends OutputPlan {
  readonly jq?: string | undefined;
  /** The field of the answer that is its list. */
  readonly rows?: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Writes an answer in its form, or what a jq program makes of it. */
export async function writeAnswer(io: Io, answer: unknown, output: AnswerOutput): Promise<void> {
  const { file, form } = output;
  const text = output.jq === undefined ? textOf(io, answer, output) : await applyJq(output.jq, answer);
  await writeText(io, isRead(io, file) && isAsGiven(output) ? harmless(text) : text, file);
  if (form === "table" && output.jq === undefined) hintAtMore(io, answer, output);
}

/** The rows of an answer: those of its list, or the answer itself. */
export function rowsOf(answer: unknown, rows: string | undefined): Fields[] {
  const list = rows ?? onlyList(answer);
  if (list !== undefined) return ((answer as Fields)[list] as unknown[]).map(asFields);
  return [asFields(answer)];
}

/** Whether people read what is written. */
function isRead(io: Io, file: string | undefined): boolean {
  return (file === undefined || file === "-") && io.terminal.stdout;
}

/** Whether texts are still as the service gave them: JSON and tables come with colours of ours. */
function isAsGiven({ form, jq }: AnswerOutput): boolean {
  return jq !== undefined || (form !== "json" && form !== "table");
}

function textOf(io: Io, answer: unknown, { form, file, rows }: AnswerOutput): string {
  const isForPeople = isRead(io, file);
  switch (form) {
    case "json": {
      const text = `${JSON.stringify(answer, undefined, isForPeople ? 2 : undefined)}\n`;
      if (!isForPeople) return text;
      return io.color.stdout ? colorJson(harmless(text)) : harmless(text);
    }
    case "ndjson":
      return rowsOf(answer, rows)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join("");
    case "csv":
    case "tsv":
      return delimited(rowsOf(answer, rows), form);
    case "table":
      return table(answer, rows, { columns: io.columns, hasColor: io.color.stdout && isForPeople });
  }
}

function table(answer: unknown, rows: string | undefined, screen: Screen): string {
  const list = rows ?? onlyList(answer);
  return list === undefined
    ? fieldsTable(onlyObject(answer), screen)
    : rowsTable(rowsOf(answer, list).map(shownRow), screen);
}

/** The one object in an answer that has nothing else, such as an item in `{ item }`; else the answer. */
function onlyObject(answer: unknown): Fields {
  const fields = asFields(answer);
  const [only, ...more] = Object.values(fields);
  const isWrapped = more.length === 0 && typeof only === "object" && only !== null && !Array.isArray(only);
  return isWrapped ? (only as Fields) : fields;
}

/** What a row of a table says: of a feature, its item, which commands take by that id. */
function shownRow(row: Fields): Fields {
  const { type, properties, id, collection } = row;
  if (type !== "Feature" || typeof properties !== "object" || properties === null) return row;
  const { title, datetime, "geopera:item_id": itemId } = properties as Fields;
  return { name: title, id: itemId ?? id, datetime, collection };
}

/** The one list of objects in an answer that has little else. */
function onlyList(answer: unknown): string | undefined {
  const entries = Object.entries(asFields(answer));
  const lists = entries.filter(
    ([, value]) => Array.isArray(value) && value.every((each) => typeof each === "object" && each !== null),
  );
  return lists.length === 1 && entries.length <= 3 ? lists[0]?.[0] : undefined;
}

/** Says on a terminal that a page is not all. */
function hintAtMore(io: Io, answer: unknown, { rows }: AnswerOutput): void {
  if (!io.terminal.stderr || rows === undefined) return;
  const { [rows]: list, numberMatched, total = numberMatched } = answer as Fields;
  const count = (list as unknown[]).length;
  if (count === 0) io.stderr.write("There are none.\n");
  else if (typeof total === "number" && total > count) {
    io.stderr.write(`${count} of ${total}; --all shows all.\n`);
  }
}

function asFields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : { value };
}
