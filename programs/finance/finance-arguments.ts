import { EXPORT_FORMATS, type ExportFormat } from "../../core/billing/export-formats.ts";
import { parsePeriod, type Month } from "../../core/billing/month.ts";
import { parseCommandLine, UsageError } from "../../infra/command-line.ts";
import { EXPORT_LAYOUT_NAMES, type ExportLayoutName } from "../../storage/billing/export-layouts.ts";

/** What `npm run finance` was asked for. */
export type FinanceCommand =
  | { readonly kind: "help" }
  | { readonly kind: "close" | "preview"; readonly month: Month }
  | { readonly kind: "reconcile"; readonly month: Month; readonly asJson: boolean }
  /** Into a folder, or null to print only. */
  | { readonly kind: "books"; readonly folder: string | null }
  | {
      readonly kind: "export";
      readonly month: Month;
      readonly layout: ExportLayoutName;
      readonly format: ExportFormat;
      /** CSV with a byte order mark. */
      readonly excel: boolean;
      /** Null: all. */
      readonly organizationId: string | null;
    };

/** What `npm run finance -- help` prints. */
export const FINANCE_HELP = `npm run finance -- close 2026-10                 close a month that is over, for good
npm run finance -- close 2026-10 --dry-run       what closing it would write, and what to look at first
npm run finance -- export 2026-10 [options]      write a closed month into the object store
    --layout ${EXPORT_LAYOUT_NAMES.join("|")}   (statement)
    --format ${Object.keys(EXPORT_FORMATS).join("|")}        (csv)
    --organization <id>                          (all)
    --excel                                      csv that Excel reads as UTF-8
npm run finance -- reconcile 2026-10 [--json]    prove that events = rollups = statements = exports = books
npm run finance -- books [--into <folder>]       the chain of closed months, for anyone to check

DATABASE_URL and OBJECT_STORE_URL say where; without them the system of npm start in this clone is used.
The exit code is 1 when something differs or cannot be done, 2 when the command is wrong.
`;

/** Reads the arguments after `npm run finance --`; throws a UsageError. */
export function parseFinanceArguments(argv: readonly string[]): FinanceCommand {
  const { positionals, values } = parseCommandLine({
    args: [...argv],
    allowPositionals: true,
    options: {
      layout: { type: "string", default: "statement" },
      format: { type: "string", default: "csv" },
      organization: { type: "string", default: "all" },
      "dry-run": { type: "boolean", default: false },
      excel: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      into: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const [kind, period, ...rest] = positionals;
  const { layout, format, organization, help } = values;
  if (help || kind === undefined || kind === "help") return { kind: "help" };
  if (kind === "books" && period === undefined) return { kind, folder: values.into ?? null };
  if (kind === "books") throw new UsageError("books takes no month");
  if (kind !== "close" && kind !== "export" && kind !== "reconcile") {
    throw new UsageError(`there is no command "${kind}"`);
  }
  const month = period === undefined ? undefined : parsePeriod(period);
  if (month === undefined || rest.length > 0) {
    throw new UsageError(`${kind} takes one month, such as 2026-10`);
  }
  if (values["dry-run"]) {
    if (kind !== "close") throw new UsageError(`--dry-run belongs to close, not to ${kind}`);
    return { kind: "preview", month };
  }
  if (kind === "reconcile") return { kind, month, asJson: values.json };
  if (kind === "close") return { kind, month };
  const layoutName = EXPORT_LAYOUT_NAMES.find((name) => name === layout);
  if (layoutName === undefined) throw new UsageError(`there is no layout "${layout}"`);
  if (!Object.hasOwn(EXPORT_FORMATS, format)) throw new UsageError(`there is no format "${format}"`);
  if (values.excel && format !== "csv") throw new UsageError("--excel is for csv only");
  return {
    kind,
    month,
    layout: layoutName,
    format: format as ExportFormat,
    excel: values.excel,
    organizationId: organization === "all" ? null : organization,
  };
}
