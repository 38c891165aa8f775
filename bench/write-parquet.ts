import { parseArgs } from "node:util";
import { layoutOfVersion, EXPORT_VERSION } from "../storage/billing/export-layouts.ts";
import type { TextColumns } from "../storage/billing/copied-columns.ts";
import { writeParquet } from "../workers/billing/write-parquet.ts";

/**
 * How fast rows become Parquet, without the database: rows of the layout `usage` as PostgreSQL would send
 * them. `npx tsx bench/write-parquet.ts 1000000`.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const ROWS = Number(positionals[0] ?? 1_000_000);

const { columns } = layoutOfVersion("usage", EXPORT_VERSION);
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** One batch, made once: making rows takes longer than writing them. */
const batches = new Map<number, TextColumns>();

function batchOf(length: number): TextColumns {
  const known = batches.get(length);
  if (known !== undefined) return known;
  const rows = Array.from({ length }, (_, index) => {
    const hour = `2026-09-01T${String(Math.floor((24 * index) / length)).padStart(2, "0")}:00:00Z`;
    return [id(1), "2026-09", hour, id(index), id(index + 7), "10", `${200_000 + index}`, "0", "0"];
  });
  const batch = columns.map((_column, index) => rows.map((row) => row[index] ?? null));
  batches.set(length, batch);
  return batch;
}

async function* rows(batchRows: number): AsyncGenerator<TextColumns> {
  for (let start = 0; start < ROWS; start += batchRows) yield batchOf(Math.min(batchRows, ROWS - start));
}

async function measure(name: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const startedAt = performance.now();
  let size = 0;
  let peak = 0;
  for await (const piece of bytes) {
    size += piece.length;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const rate = Math.round(ROWS / seconds).toLocaleString("en");
  console.log(
    `${name}: ${rate} rows/s, ${(size / 1e6).toFixed(1)} MB, at most ${Math.round(peak / 1e6)} MB resident`,
  );
  return seconds;
}

for (let run = 0; run < 2; run += 1) {
  await measure("version 2", writeParquet(columns, 2, rows));
  await measure(`version ${EXPORT_VERSION}`, writeParquet(columns, EXPORT_VERSION, rows));
}
