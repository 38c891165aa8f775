import { LISTS, type ListedRows, type OperationId, type OperationTypes } from "./generated/operations.ts";
import type { CallOptions, Invoke } from "./invoke.ts";
import type { Paging } from "./paging.ts";

/** The id of an operation that answers a list in pages. */
export type ListId = keyof ListedRows & OperationId;

/** Goes through every row of a list, page by page. */
export type EachRow = <Id extends ListId>(
  id: Id,
  input?: OperationTypes[Id]["input"],
  options?: CallOptions,
) => AsyncGenerator<ListedRows[Id], void, undefined>;

/** Makes the iteration of a client; each page is a call of its own, with its own retries. */
export function createEachRow(invoke: Invoke): EachRow {
  async function* eachRow(id: ListId, input: object = {}, options: CallOptions = {}) {
    const paging: Paging = LISTS[id];
    let page: Record<string, unknown> = { ...input };
    for (;;) {
      const answer = (await invoke(id, page as never, options)) as unknown as Record<string, unknown>;
      const rows = answer[paging.rows] as readonly Record<string, unknown>[];
      yield* rows;
      const next = nextPage(paging, page, answer, rows);
      if (next === undefined) return;
      page = { ...page, ...next };
    }
  }
  return eachRow as unknown as EachRow;
}

function nextPage(
  paging: Paging,
  page: Readonly<Record<string, unknown>>,
  answer: Readonly<Record<string, unknown>>,
  rows: readonly Record<string, unknown>[],
): Record<string, unknown> | undefined {
  if (rows.length === 0) return undefined;
  const next = "next" in paging ? answer[paging.next ?? ""] : undefined;
  if (next === null) return undefined;
  if (next !== undefined) return { [paging.by]: next };
  if ("last" in paging) return { [paging.by]: rows.at(-1)?.[paging.last] };
  const offset = Number(page["offset"] ?? 0) + rows.length;
  const { total } = answer;
  if (typeof total === "number") return offset < total ? { offset } : undefined;
  const limit = Number(page["limit"] ?? ("limit" in paging ? paging.limit : 0));
  return rows.length < limit ? undefined : { offset };
}
