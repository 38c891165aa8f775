import type { JournalAccounts } from "./journal-accounts.ts";

/** The versions of FOCUS that are exported. */
export const FOCUS_VERSIONS = ["1.3", "1.4"] as const;

/** One of {@link FOCUS_VERSIONS}. */
export type FocusVersion = (typeof FOCUS_VERSIONS)[number];

/** A dataset of FOCUS. */
interface FocusDataset {
  /** Its Dataset ID in the specification. */
  readonly id: string;
  /** The versions that have it; the first one is the default. */
  readonly versions: readonly FocusVersion[];
  /** Whether its rows lie in time, so that completeness is said for each span. */
  readonly isTimeSeries: boolean;
}

/** The layouts that are datasets of FOCUS. */
export const FOCUS_DATASETS: Readonly<Record<string, FocusDataset>> = {
  focus: { id: "CostAndUsage", versions: ["1.3", "1.4"], isTimeSeries: true },
  "focus-billing-period": { id: "BillingPeriod", versions: ["1.4"], isTimeSeries: false },
  "focus-invoice-detail": { id: "InvoiceDetail", versions: ["1.4"], isTimeSeries: false },
};

/** What a row of usage covers in layouts of lines: the whole month, or a day of it. */
export const CHARGE_PERIODS = ["month", "day"] as const;

/** One of {@link CHARGE_PERIODS}. */
export type ChargePeriod = (typeof CHARGE_PERIODS)[number];

/** The layouts whose lines can be cut by day. */
const BY_DAY_LAYOUTS: ReadonlySet<string> = new Set(["statement", "focus"]);

/** What an export is asked for besides layout and format; absent in exports of before there were options. */
export interface ExportOptions {
  readonly focus_version?: FocusVersion;
  /** False leaves texts in CSV as people wrote them. */
  readonly escape_formulas?: boolean;
  readonly journal_accounts?: JournalAccounts;
  /** Lines of usage are cut by day. */
  readonly charge_period?: "day";
}

/** The same, as it is asked for. */
export interface RequestedOptions {
  readonly focus_version?: FocusVersion | undefined;
  readonly escape_formulas?: boolean | undefined;
  readonly charge_period?: ChargePeriod | undefined;
}

/** A fault of a request: the field, and what is wrong with it. */
export interface OptionFault {
  readonly field: keyof RequestedOptions;
  readonly message: string;
}

/**
 * Completes what is asked for. FOCUS files keep the original spelling, as their specification says; others
 * are made for spreadsheets. Of an open month, lines are by day unless asked otherwise.
 */
export function exportOptions(
  layout: string,
  format: string,
  { focus_version: version, escape_formulas: escapes, charge_period: chargePeriod }: RequestedOptions,
  accounts: JournalAccounts,
  isProvisional = false,
): ExportOptions | OptionFault {
  const dataset = FOCUS_DATASETS[layout];
  if (version !== undefined && dataset?.versions.includes(version) !== true) {
    const versions = dataset === undefined ? "FOCUS layouts" : `version ${dataset.versions.join(" or ")}`;
    return { field: "focus_version", message: `is for ${versions} here` };
  }
  if (escapes !== undefined && format !== "csv")
    return { field: "escape_formulas", message: "is for csv only" };
  if (chargePeriod === "day" && !BY_DAY_LAYOUTS.has(layout)) {
    return { field: "charge_period", message: `day is for the layouts ${[...BY_DAY_LAYOUTS].join(" and ")}` };
  }
  const isByDay = BY_DAY_LAYOUTS.has(layout) && (chargePeriod ?? (isProvisional ? "day" : "month")) === "day";
  const focusVersion = version ?? dataset?.versions[0];
  return {
    ...(focusVersion !== undefined && { focus_version: focusVersion }),
    ...(format === "csv" && { escape_formulas: escapes ?? dataset === undefined }),
    ...(layout === "journal" && { journal_accounts: accounts }),
    ...(isByDay && { charge_period: "day" as const }),
  };
}
