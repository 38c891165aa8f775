import type { Field } from "./shape.ts";

/** How the next page of a list is asked for. */
export type Paging =
  | { readonly rows: string; readonly by: "offset"; readonly next?: string; readonly limit?: number }
  | { readonly rows: string; readonly by: "before" | "after" | "token"; readonly next: string }
  | { readonly rows: string; readonly by: "before" | "after" | "token"; readonly last: string };

/** Fields of rows that cursors name. */
const CURSORS = ["sequence", "entry"];

/** Lists beside the one that goes on from page to page. */
const BESIDES = ["totals", "currencies", "assets", "links"];

/**
 * How an operation answers a list in pages, or undefined: its input has an offset or a cursor, and its answer
 * one list that goes on.
 */
export function pagingOf(
  input: readonly Field[],
  answer: readonly Field[],
  fieldsOfRow: (rows: Field) => readonly Field[],
): Paging | undefined {
  const has = (fields: readonly Field[], name: string) => fields.some((field) => field.name === name);
  const by = has(answer, "next_token")
    ? "token"
    : (["offset", "before", "after"] as const).find((name) => has(input, name));
  const rows = rowsOf(answer);
  if (by === undefined || rows === undefined) return undefined;
  const next = answer.find(({ name }) => name === `next_${by}`)?.name;
  if (by === "offset") {
    const limit = input.find(({ name }) => name === "limit")?.default;
    return {
      rows: rows.name,
      by,
      ...(next === undefined ? {} : { next }),
      ...(typeof limit === "number" ? { limit } : {}),
    };
  }
  if (next !== undefined) return { rows: rows.name, by, next };
  const last = fieldsOfRow(rows).find(({ name }) => CURSORS.includes(name));
  return last === undefined ? undefined : { rows: rows.name, by, last: last.name };
}

function rowsOf(answer: readonly Field[]): Field | undefined {
  const lists = answer.filter(({ shape }) => shape.kind === "array");
  const [only, ...others] = lists.length === 1 ? lists : lists.filter(({ name }) => !BESIDES.includes(name));
  return others.length === 0 ? only : undefined;
}
