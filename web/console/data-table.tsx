import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useWording } from "../languages/translate.ts";
import { asCsv, type CsvValue } from "./csv.ts";

/** A column of a {@link DataTable}. */
export interface Column<Row> {
  readonly title: string;
  /** What is sorted by and saved; also shown where there is no `cell`. */
  readonly value: (row: Row) => CsvValue;
  readonly cell?: (row: Row) => ComponentChildren;
  readonly isNumber?: boolean;
  /** Of a column that is no fact of its row, as what can be done with it. */
  readonly isUnsorted?: boolean;
}

/** What a {@link DataTable} shows. */
export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The name of the CSV file; without one, none is offered. */
  readonly fileName?: string;
  readonly empty: string;
}

/** A table that sorts by its heads and is saved as CSV; the first column names the row. */
export function DataTable<Row>({ label, columns, rows, keyOf, fileName, empty }: DataTableProps<Row>) {
  const { t } = useWording();
  const [order, setOrder] = useState<{ readonly column: number; readonly isDown: boolean }>();
  if (rows.length === 0) return <p class="empty">{empty}</p>;
  const sorted = order === undefined ? rows : sortedBy(rows, columns[order.column]?.value, order.isDown);
  const csv = `data:text/csv;charset=utf-8,${encodeURIComponent(
    asCsv(
      columns.map(({ title }) => title),
      sorted.map((row) => columns.map(({ value }) => value(row))),
    ),
  )}`;
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("table.of", { label })}>
        <table>
          <thead>
            <tr>
              {columns.map(({ title, isUnsorted = false }, at) =>
                isUnsorted ? (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ) : (
                  <th
                    key={title}
                    scope="col"
                    aria-sort={order?.column !== at ? "none" : order.isDown ? "descending" : "ascending"}
                  >
                    <button
                      type="button"
                      class="sort"
                      onClick={() => setOrder({ column: at, isDown: order?.column === at && !order.isDown })}
                    >
                      {title}
                    </button>
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column, at) => {
                  const content = column.cell ? column.cell(row) : column.value(row);
                  return at === 0 ? (
                    <th key={column.title} scope="row">
                      {content}
                    </th>
                  ) : (
                    <td key={column.title} class={column.isNumber ? "number" : undefined}>
                      {content}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fileName ? (
        <p>
          <a class="quiet" href={csv} download={fileName}>
            {t("links.export")}
          </a>
        </p>
      ) : null}
    </>
  );
}

function sortedBy<Row>(
  rows: readonly Row[],
  value: ((row: Row) => CsvValue) | undefined,
  isDown: boolean,
): readonly Row[] {
  if (value === undefined) return rows;
  const compare = (one: CsvValue, other: CsvValue) =>
    typeof one === "number" && typeof other === "number"
      ? one - other
      : String(one ?? "").localeCompare(String(other ?? ""), undefined, { numeric: true });
  return [...rows].sort((one, other) => compare(value(one), value(other)) * (isDown ? -1 : 1));
}
