import { useWording } from "../languages/translate.ts";
import type { Column } from "./data-table.tsx";

/** Columns of times, which sort by the time and read in the language of the page. */
export function useTimeColumns() {
  const { moment, day } = useWording();
  const column =
    (write: (time: string) => string) =>
    <Row,>(title: string, timeOf: (row: Row) => string | null | undefined, without = ""): Column<Row> => ({
      title,
      value: timeOf,
      cell: (row) => {
        const time = timeOf(row);
        return time ? write(time) : without;
      },
    });
  return { momentColumn: column(moment), dayColumn: column(day) };
}
