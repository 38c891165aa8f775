import type { ExportColumn } from "./export-column.ts";

/** A table of rows in a fixed order, by which an export can be cut into files and go on after a crash. */
export interface ExportLayout {
  readonly columns: readonly ExportColumn[];
  /** `from …` with aliases, without a condition. */
  readonly from: string;
  /**
   * The alias of the only table, where that is all that `from` names: its rows are sorted as they are, before
   * texts are made of them.
   */
  readonly onlyTable?: string;
  /** The column that names the month a row is booked in. */
  readonly month: string;
  /** Null where rows belong to no organization: then every export has them. */
  readonly organization: string | null;
  /** The rest of the unique key after month and organization, with the SQL types. */
  readonly key: readonly { readonly sql: string; readonly type: string }[];
  /** The currency of a row's money, by which totals are kept apart; absent where there is no money. */
  readonly currency?: string;
  /** The statement of a row, where rows are lines of statements. */
  readonly statement?: string;
  /** Sums that the manifest shows, by name. */
  readonly totals: Readonly<Record<string, string>>;
}
