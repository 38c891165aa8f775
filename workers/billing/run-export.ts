import { createHash } from "node:crypto";
import { EXPORT_FORMATS } from "../../core/billing/export-formats.ts";
import {
  findExport,
  insertExportFile,
  listExportFiles,
  updateExport,
  type ExportFileRow,
  type ExportRow,
} from "../../storage/billing/billing-exports.ts";
import type { ExportSelection } from "../../storage/billing/export-selection.ts";
import type { RowSpan } from "../../storage/billing/export-query.ts";
import { countExportRows, findRowKey, sumExportRows } from "../../storage/billing/export-rows.ts";
import { exportObjectKey, MANIFEST_NAME } from "../../storage/billing/export-objects.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { single, type Database } from "../../storage/database/database.ts";
import { keepSnapshot } from "../../storage/exports/provisional-snapshot.ts";
import { exportFileBytes } from "./export-files.ts";
import { describeExport, exportFileName, manifestText, selectionOf } from "./export-manifest.ts";

/** What an export is made with. */
interface Parts {
  readonly database: Database;
  readonly objectStore: ObjectStore;
  /** Called after every complete file. */
  readonly onProgress?: (rowsDone: number, rowsTotal: number) => void;
}

/** PostgreSQL takes longer to send rows than we to write them, with one process and connection for a file. */
const FILES_AT_ONCE = 2;

/**
 * Writes an export's files and its manifest into the object store. A run that is interrupted goes on after
 * its last whole file; running a finished export again changes nothing. What is exported belongs to a closed
 * month and is in a fixed order: the same export is the same bytes.
 */
export async function runExport(parts: Parts, exportId: string): Promise<void> {
  const { database, onProgress } = parts;
  const row = await findExport(database, exportId);
  if (row === undefined || row.status === "completed") return;
  await requireSnapshot(database, row);
  const selection = selectionOf(row);
  const rowsTotal = row.rows_total ?? (await countExportRows(database, selection));
  await updateExport(database, exportId, { status: "running", rowsTotal });
  const files = await listExportFiles(database, exportId);
  while (files.length === 0 || files.at(-1)?.last_key !== null) {
    const plans = await planFiles(database, selection, files.at(-1), row, FILES_AT_ONCE);
    const written = await Promise.allSettled(plans.map((plan) => writeFile(parts, row, selection, plan)));
    for (const outcome of written) {
      // What lies behind a failure is written again: files are noted in order.
      if (outcome.status === "rejected") throw outcome.reason;
      await insertExportFile(database, exportId, outcome.value);
      files.push(outcome.value);
      const rowsDone = files.reduce((sum, each) => sum + each.rows, 0);
      await updateExport(database, exportId, { status: "running", rowsDone });
      onProgress?.(rowsDone, rowsTotal);
    }
  }
  const manifestSha256 = await writeManifest(parts, exportId);
  const rowsDone = files.reduce((sum, each) => sum + each.rows, 0);
  await updateExport(database, exportId, { status: "completed", rowsDone, manifestSha256 });
}

/** The rows of a month that is not closed are read once, however often the export goes on. */
async function requireSnapshot(database: Database, row: ExportRow): Promise<void> {
  if (row.provisional?.as_of === undefined && row.provisional !== null)
    await keepSnapshot(database, row, Date.now());
}

/** A file that is to be written. */
export interface FilePlan {
  readonly number: number;
  readonly span: RowSpan;
}

/** The next files to write; the last one of all ends with no key. */
export async function planFiles(
  database: Database,
  selection: ExportSelection,
  previous: Pick<ExportFileRow, "number" | "last_key"> | undefined,
  { rows_per_file: rowsPerFile }: ExportRow,
  filesAtMost: number,
): Promise<FilePlan[]> {
  const plans: FilePlan[] = [];
  let after = previous?.last_key ?? null;
  for (let number = (previous?.number ?? 0) + 1; plans.length < filesAtMost; number += 1) {
    const through = await findRowKey(database, selection, after, rowsPerFile);
    plans.push({ number, span: { after, through } });
    if (through === null) break;
    after = through;
  }
  return plans;
}

async function writeFile(
  { database, objectStore }: Parts,
  row: ExportRow,
  selection: ExportSelection,
  { number, span }: FilePlan,
): Promise<ExportFileRow> {
  const { contentType } = EXPORT_FORMATS[row.format];
  const name = exportFileName(row, number);
  const hash = createHash("sha256");
  const hashed = hashing(inLargePieces(exportFileBytes(database, selection, span, row)), hash);
  const bytes = await objectStore.putStream(exportObjectKey(row.id, name), hashed, { contentType });
  const { rows, totals } = await sumExportRows(database, selection, span);
  return { number, name, rows, bytes, sha256: hash.digest("hex"), totals, last_key: span.through };
}

/** PostgreSQL sends a few kilobytes at a time; each write to a store costs the same, however small it is. */
const PIECE_BYTES = 256 * 1024;

async function* inLargePieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    bytes += piece.length;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(parts);
    parts = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(parts);
}

async function* hashing(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}

/** Resolves to the SHA-256 of what it wrote. Files are read again: those of a resumed export are. */
async function writeManifest({ database, objectStore }: Parts, exportId: string): Promise<string> {
  const row = single([await findExport(database, exportId)].flatMap((each) => each ?? []));
  const files = await listExportFiles(database, exportId);
  const bytes = Buffer.from(manifestText(await describeExport(database, row, files)));
  await objectStore.put(exportObjectKey(row.id, MANIFEST_NAME), bytes, { contentType: "application/json" });
  return createHash("sha256").update(bytes).digest("hex");
}
