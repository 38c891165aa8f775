import type { FocusVersion } from "../../core/billing/export-options.ts";

/** What a value is, the same in every format. */
export type ColumnType = "text" | "integer" | "decimal" | "timestamp" | "json";

/** A column of an export: its name, what it is, whether it may be null, and the SQL that gives it. */
export interface ExportColumn {
  readonly name: string;
  readonly type: ColumnType;
  /**
   * An expression over the layout's source whose text form is the value's; decimals and times are written in
   * SQL, once for all formats.
   */
  readonly sql: string;
  /** One sentence for readers of the manifest. */
  readonly doc: string;
  readonly nullable: boolean;
  /**
   * Written by people: may hold anything, also what separates values in a file or what a spreadsheet takes
   * for a formula.
   */
  readonly isFree: boolean;
  /** The version of exports that has the column first. */
  readonly since: number;
  /** The last version that has it; absent where the latest one has. */
  readonly last?: number;
  /** The only version of FOCUS that has it; absent where all have. */
  readonly focusVersion?: FocusVersion;
  /** Its name in versions up to and including `until`. */
  readonly former?: {
    readonly until: number;
    readonly name: string;
    /** What it held then, where that was something else. */
    readonly type?: ColumnType;
    readonly sql?: string;
  };
}

/** What a column is besides its type: nullable, written by people, or part of a history of versions. */
type Trait =
  | "null"
  | "free"
  | { readonly since: number }
  | { readonly last: number }
  | NonNullable<ExportColumn["former"]>
  | { readonly focus: FocusVersion };

/** A column as layouts write it. */
export type ColumnDefinition = readonly [
  name: string,
  type: ColumnType,
  sql: string,
  doc: string,
  ...traits: Trait[],
];

/** Reads definitions. */
export function defineColumns(definitions: readonly ColumnDefinition[]): ExportColumn[] {
  return definitions.map(([name, type, sql, doc, ...traits]) => {
    const former = traits.find((trait) => typeof trait === "object" && "until" in trait);
    const focus = traits.find((trait) => typeof trait === "object" && "focus" in trait);
    const since = traits.find((trait) => typeof trait === "object" && "since" in trait);
    const last = traits.find((trait) => typeof trait === "object" && "last" in trait);
    return {
      name,
      type,
      sql,
      doc,
      nullable: traits.includes("null"),
      isFree: traits.includes("free"),
      since: since?.since ?? 1,
      ...(last && { last: last.last }),
      ...(focus && { focusVersion: focus.focus }),
      ...(former && { former }),
    };
  });
}

/** The columns as a version of exports has them: without later ones, under the names of then. */
export function columnsOfVersion(columns: readonly ExportColumn[], version: number): readonly ExportColumn[] {
  return columns
    .filter(({ since, last = version }) => since <= version && version <= last)
    .map((column) =>
      column.former !== undefined && version <= column.former.until
        ? { ...column, ...formerOf(column.former) }
        : column,
    );
}

function formerOf({ until: _until, ...former }: NonNullable<ExportColumn["former"]>) {
  return former;
}

/** The version that has the latest of the columns and names. */
export function latestVersion(columns: readonly ExportColumn[]): number {
  return Math.max(1, ...columns.flatMap(({ since, former }) => [since, (former?.until ?? 0) + 1]));
}

/**
 * A time as `2026-10-01T00:00:00Z`. Several times faster than to_char; the database speaks ISO dates in UTC.
 */
export const timeSql = (sql: string) => `${TIME_BEFORE}${sql}${TIME_AFTER}`;

const TIME_BEFORE = "replace((";
const TIME_AFTER = ")::timestamp(0)::text, ' ', 'T') || 'Z'";

/** The time itself of which {@link timeSql} made a text; undefined for other texts. */
export function timeBehind(text: string): string | undefined {
  if (!text.startsWith(TIME_BEFORE) || !text.endsWith(TIME_AFTER)) return undefined;
  return `(${text.slice(TIME_BEFORE.length, -TIME_AFTER.length)})::timestamp(0)`;
}

/** A month as `2026-10`. */
export const periodSql = (sql: string) => `left((${sql})::text, 7)`;

/** A number without zeros at its end. */
export const decimalSql = (sql: string) => `trim_scale((${sql})::numeric)`;
