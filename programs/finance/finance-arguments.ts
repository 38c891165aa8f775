import { EXPORT_FORMATS, type ExportFormat } from "../../core/billing/export-formats.ts";
import { CHARGE_PERIODS, FOCUS_VERSIONS, type RequestedOptions } from "../../core/billing/export-options.ts";
import {
  DOCUMENT_FORMATS,
  DOCUMENT_LANGUAGES,
  type DocumentFormat,
  type DocumentLanguage,
} from "../../core/billing/documents/party.ts";
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
      readonly asked: RequestedOptions;
      /** A month that is not closed, as it is now. */
      readonly isProvisional: boolean;
    }
  | {
      readonly kind: "document";
      /** Of a statement or note. */
      readonly id: string;
      readonly format: DocumentFormat;
      /** Null: the customer's. */
      readonly language: DocumentLanguage | null;
      readonly folder: string;
    }
  | OperationCommand;

/** A command that does what an operation of the API does, by the same rules. */
export interface OperationCommand {
  readonly kind: "operation";
  readonly operation: "draft" | "approve" | "adjust" | "void";
  /** As a body of the operation would say it. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What `npm run finance -- help` prints. */
export const FINANCE_HELP = `npm run finance -- close 2026-10                 close a month that is over, for good
npm run finance -- close 2026-10 --dry-run       what closing it would write, and what to look at first
npm run finance -- draft 2026-10                 make it a draft first: nothing is booked in it any more
npm run finance -- approve 2026-10               approve a draft that another person made
npm run finance -- adjust --organization <id> --currency EUR --amount 12.50 --reason <text>
                                                 charge an amount by a note; --amount=-12.50 gives it back
    --period 2026-09                             the month that it is about
    --statement <id> --line <number>             what it corrects
    --force                                      gives back more than was billed
npm run finance -- void <note id> --reason <text>
                                                 undo a note by one of the opposite amount
npm run finance -- export 2026-10 [options]      write a closed month into the object store
    --layout ${EXPORT_LAYOUT_NAMES.join("|")}   (statement)
    --format ${Object.keys(EXPORT_FORMATS).join("|")}        (csv)
    --organization <id>                          (all)
    --excel                                      csv that Excel reads as UTF-8
    --focus-version ${FOCUS_VERSIONS.join("|")}                      (1.3, where the layout has it)
    --escape-formulas yes|no                     csv that spreadsheets take no formula from (yes; focus: no)
    --charge-period ${CHARGE_PERIODS.join("|")}                    lines of usage by day (month; provisional: day)
    --provisional                                a month that is not closed, as it is now
npm run finance -- document <statement or note id> [options]
                                                 write it as a file
    --format ${Object.keys(DOCUMENT_FORMATS).join("|")}                        (pdf)
    --language ${DOCUMENT_LANGUAGES.join("|")}                        (the customer's, else en)
    --into <folder>                              (.)
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
      format: { type: "string" },
      language: { type: "string" },
      organization: { type: "string", default: "all" },
      "dry-run": { type: "boolean", default: false },
      excel: { type: "boolean", default: false },
      "focus-version": { type: "string" },
      "escape-formulas": { type: "string" },
      "charge-period": { type: "string" },
      provisional: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      into: { type: "string" },
      currency: { type: "string" },
      amount: { type: "string" },
      reason: { type: "string" },
      period: { type: "string" },
      statement: { type: "string" },
      line: { type: "string" },
      force: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const [kind, period, ...rest] = positionals;
  const { layout, format = "csv", organization, help } = values;
  if (help || kind === undefined || kind === "help") return { kind: "help" };
  if (kind === "books" && period === undefined) return { kind, folder: values.into ?? null };
  if (kind === "books") throw new UsageError("books takes no month");
  if (kind === "document") return readDocument(positionals.slice(1), values);
  const operation = readOperation(kind, positionals.slice(1), values);
  if (operation !== undefined) return operation;
  if (kind !== "close" && kind !== "export" && kind !== "reconcile") {
    throw new UsageError(`there is no command "${kind}"`);
  }
  const month = period === undefined ? undefined : parsePeriod(period);
  if (month === undefined || rest.length > 0 || !isBillingMonth(month)) {
    throw new UsageError(`${kind} takes one month from 2000-01 to 2199-12, such as 2026-10`);
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
    asked: readAsked(values),
    isProvisional: values.provisional,
  };
}

/** No price begins earlier, and no database holds the year 0. */
function isBillingMonth(month: Month): boolean {
  return month >= "2000-01-01" && month < "2200-01-01";
}

function readDocument(
  [id, ...rest]: readonly string[],
  values: { readonly format?: string; readonly language?: string; readonly into?: string },
): FinanceCommand {
  const { format: asked = "pdf", language: spoken, into: folder = "." } = values;
  if (id === undefined || rest.length > 0)
    throw new UsageError("document takes the id of one statement or note");
  if (!Object.hasOwn(DOCUMENT_FORMATS, asked)) throw new UsageError(`there is no format "${asked}"`);
  const language = DOCUMENT_LANGUAGES.find((each) => each === spoken) ?? null;
  if (spoken !== undefined && language === null) throw new UsageError(`there is no language "${spoken}"`);
  return { kind: "document", id, format: asked as DocumentFormat, language, folder };
}

function readAsked(values: {
  readonly "focus-version"?: string | undefined;
  readonly "escape-formulas"?: string | undefined;
  readonly "charge-period"?: string | undefined;
}): RequestedOptions {
  const { "focus-version": version, "escape-formulas": escapes } = values;
  const known = FOCUS_VERSIONS.find((each) => each === version);
  if (version !== undefined && known === undefined) {
    throw new UsageError(`there is no FOCUS version "${version}"`);
  }
  const chargePeriod = CHARGE_PERIODS.find((each) => each === values["charge-period"]);
  if (values["charge-period"] !== undefined && chargePeriod === undefined) {
    throw new UsageError(`--charge-period is ${CHARGE_PERIODS.join(" or ")}`);
  }
  if (escapes !== undefined && escapes !== "yes" && escapes !== "no") {
    throw new UsageError("--escape-formulas is yes or no");
  }
  return {
    ...(known !== undefined && { focus_version: known }),
    ...(chargePeriod !== undefined && { charge_period: chargePeriod }),
    ...(escapes !== undefined && { escape_formulas: escapes === "yes" }),
  };
}

/** What `parseArgs` made of the options that notes have. */
interface NoteOptions {
  readonly organization: string;
  readonly currency?: string | undefined;
  readonly amount?: string | undefined;
  readonly reason?: string | undefined;
  readonly period?: string | undefined;
  readonly statement?: string | undefined;
  readonly line?: string | undefined;
  readonly force: boolean;
}

/** A command that is an operation; undefined for others. What is missing or wrong, the operation says. */
function readOperation(
  kind: string,
  subjects: readonly string[],
  values: NoteOptions,
): OperationCommand | undefined {
  const [subject, ...rest] = subjects;
  switch (kind) {
    case "draft":
    case "approve":
      if (subject === undefined || rest.length > 0) {
        throw new UsageError(`${kind} takes one month, such as 2026-10`);
      }
      return { kind: "operation", operation: kind, input: { period: subject } };
    case "void":
      if (subject === undefined || rest.length > 0) throw new UsageError("void takes the id of one note");
      return {
        kind: "operation",
        operation: kind,
        input: { adjustment_id: subject, reason: values.reason },
      };
    case "adjust":
      if (subject !== undefined) throw new UsageError(`adjust takes options only, not "${subject}"`);
      return { kind: "operation", operation: kind, input: noteInput(values) };
    default:
      return undefined;
  }
}

function noteInput(values: NoteOptions): OperationCommand["input"] {
  const { organization, currency, amount, reason, period, statement, line, force } = values;
  return {
    organization_id: organization,
    currency,
    amount,
    reason,
    belongs_to: period,
    statement_id: statement,
    line_number: line === undefined ? undefined : Number(line),
    force,
  };
}
