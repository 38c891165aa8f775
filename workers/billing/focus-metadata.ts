import { AMOUNT_DECIMALS } from "../../core/billing/money.ts";
import { FOCUS_DATASETS } from "../../core/billing/export-options.ts";
import { monthStartMs, nextMonth, type Month } from "../../core/billing/month.ts";
import type { ExportRow } from "../../storage/billing/billing-exports.ts";
import type { ColumnType, ExportColumn } from "../../storage/billing/export-column.ts";

const DATA_TYPES: Readonly<Record<ColumnType, object>> = {
  text: { DataType: "STRING", StringEncoding: "UTF-8" },
  json: { DataType: "JSON", StringEncoding: "UTF-8" },
  integer: { DataType: "DECIMAL", NumericPrecision: 19, NumberScale: 0 },
  decimal: { DataType: "DECIMAL", NumericPrecision: 38, NumberScale: AMOUNT_DECIMALS },
  timestamp: { DataType: "DATETIME" },
};

/** Columns of JSON that layouts have as text, because they were always null. */
const JSON_COLUMNS: ReadonlySet<string> = new Set(["Tags", "SkuPriceDetails"]);

/** Columns that the next version of FOCUS does not have any more. */
const DEPRECATED: ReadonlySet<string> = new Set(["ProviderName", "PublisherName"]);

/** When these schemas were first written: a schema that changes has another id. */
const SCHEMAS_CREATED = "2026-11-28T00:00:00Z";

/**
 * The metadata of FOCUS 1.3 and later: who made the data, its schema, the dataset's instance, and how
 * complete it is: a closed month is, an open one is not.
 */
export function focusMetadata(row: ExportRow, columns: readonly ExportColumn[], updatedAt: Date): object {
  const dataset = FOCUS_DATASETS[row.layout];
  const instanceId = `${row.layout}-${row.organization_id ?? "all"}`;
  const updated = updatedAt.toISOString();
  const isComplete = row.provisional === null;
  return {
    DataGenerator: { DataGenerator: "geopera-share" },
    DatasetInstance: [
      {
        DatasetInstanceId: instanceId,
        DatasetInstanceName: `Geopera Share ${dataset?.id} by month`,
        FocusDatasetId: dataset?.id,
      },
    ],
    Schema: [
      {
        SchemaId: schemaId(row),
        FocusVersion: row.options.focus_version,
        DataGeneratorVersion: String(row.export_version),
        DatasetInstanceId: instanceId,
        CreationDate: SCHEMAS_CREATED,
        ColumnDefinition: columns.map(({ name, type }) => ({
          ColumnName: name,
          ...DATA_TYPES[JSON_COLUMNS.has(name) ? "json" : type],
          ...(DEPRECATED.has(name) ? { Deprecated: true } : {}),
        })),
      },
    ],
    Recency: [
      {
        DatasetInstanceId: instanceId,
        DatasetInstanceLastUpdated: updated,
        ...(dataset?.isTimeSeries === true
          ? { TimeSectors: [timeSector(row.month, updated, isComplete)] }
          : { DatasetInstanceComplete: isComplete }),
      },
    ],
  };
}

/** Columns of an open month are null where those of a closed one are not. */
function schemaId({ layout, options, export_version: version, provisional }: ExportRow): string {
  return `${layout}-${options.focus_version}-${version}${provisional === null ? "" : "-provisional"}`;
}

function timeSector(month: Month, updated: string, isComplete: boolean): object {
  return {
    TimeSectorStart: new Date(monthStartMs(month)).toISOString(),
    TimeSectorEnd: new Date(monthStartMs(nextMonth(month))).toISOString(),
    TimeSectorComplete: isComplete,
    TimeSectorLastUpdated: updated,
  };
}
