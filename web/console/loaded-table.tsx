import { DataTable, type DataTableProps } from "./data-table.tsx";
import { Problem } from "./problem.tsx";

interface LoadedTableProps<Row> extends Omit<DataTableProps<Row>, "rows"> {
  /** Why the list cannot be shown or changed. */
  readonly problem: string;
  /** Undefined until they are there. */
  readonly rows: readonly Row[] | undefined;
}

/** A list of the service as a table, below what is wrong with it. */
export function LoadedTable<Row>({ problem, rows, ...table }: LoadedTableProps<Row>) {
  return (
    <>
      <Problem text={problem} />
      {rows ? <DataTable {...table} rows={rows} /> : null}
    </>
  );
}
