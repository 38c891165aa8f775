import type { ExportOptions } from "../../core/billing/export-options.ts";
import type { Month } from "../../core/billing/month.ts";
import type { ExportLayoutName } from "./export-layouts.ts";

/** The rows of one export. */
export interface ExportSelection {
  readonly layout: ExportLayoutName;
  /** Of the layout; see `layoutOfVersion`. */
  readonly version: number;
  readonly month: Month;
  /** Null: all organizations. */
  readonly organizationId: string | null;
  /** Only statements that are on the list of this entry of the books; null for all of the month. */
  readonly throughEntry: number | null;
  readonly options: ExportOptions;
  /** The export whose kept rows are read; null for those of a closed month. */
  readonly provisionalId: string | null;
}
