import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BOOKS_FORMAT, parseEntry, renderEntry } from "../../core/billing/books-entry.ts";
import { DAY_MS, type UsageEvent } from "../../core/usage/usage-event.ts";
import { newId } from "../../infra/new-id.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { checkExport } from "../../programs/finance/check-exports.ts";
import { checksOf } from "../../programs/finance/reconcile-month.ts";
import { writeBooks } from "../../programs/finance/write-books.ts";
import { findExport } from "../../storage/billing/billing-exports.ts";
import { closePeriod } from "../../storage/billing/billing-periods.ts";
import { listBooksEntries } from "../../storage/billing/books-entries.ts";
import { readSectionColumns } from "../../storage/billing/books-sections.ts";
import { readSections } from "../../storage/billing/read-sections.ts";
import { compareBooks } from "../../storage/billing/reconcile-books.ts";
import type { Database } from "../../storage/database/database.ts";
import { exportObjectKey } from "../../storage/billing/export-objects.ts";
import { recordUsage } from "../../storage/usage/usage-ledger.ts";
import { retireUsagePartitions } from "../../storage/usage/usage-partitions.ts";
import { exportMonth, startClosedMonths, type WrittenExport } from "../support/closed-months.ts";
import type { TestSystem } from "../support/system.ts";
import { listTamperings, tamper } from "../support/tamper.ts";
import { recordTiles } from "../support/usage.ts";

const OCTOBER = "2026-10-01";

let system: TestSystem;
let operatorId: string;
let brokenId: string;
let exports: WrittenExport[];

/** October holds one of everything: late tiles, a credit, a clock ahead, a dropped day, an open account. */
beforeAll(async () => {
  ({ system, operatorId } = await startClosedMonths());
  const { database } = system.deps;
  const broken = await system.addOrganization();
  brokenId = broken.organization.organizationId;
  const prices = { organization_id: brokenId, effective_from: "2026-10", currency: "EUR" };
  const tiers = [{ up_to: null, price_per_thousand: "900000000000000" }];
  await system.client.call("billing.rates.set", { ...prices, tiers });
  await recordTiles(database, { organizationId: brokenId, count: 5_000, at: "2026-10-20T00:00:00Z" });
  for (const day of ["01", "20"]) {
    await recordTiles(database, { organizationId: operatorId, count: 11, at: `2026-10-${day}T10:00:00Z` });
  }
  const late = { at: "2026-09-30T12:00:00Z", recordedAt: "2026-10-02T00:00:00Z" };
  await recordTiles(database, { organizationId: operatorId, count: 3, ...late });
  const now = Date.parse("2026-10-21T00:00:00Z");
  const ahead: UsageEvent = {
    eventId: newId(),
    kind: "tile",
    occurredAtMs: now + DAY_MS,
    organizationId: operatorId,
    linkId: newId(),
    targetId: newId(),
    bytes: 7,
    cacheResult: "render",
    status: 200,
  };
  await recordUsage(database, [ahead], now);
  const credit = { organization_id: operatorId, belongs_to: "2026-09", currency: "EUR" };
  await system.client.call("billing.credits.create", { ...credit, amount: "0.02", reason: "an outage" });
  await closePeriod(database, OCTOBER, "test");
  await retireUsagePartitions(database, Date.parse("2026-10-02T12:00:00Z"));
  exports = [
    await exportMonth(system, "statement", "ndjson", 1_000, OCTOBER),
    await exportMonth(system, "focus", "csv", 1_000, OCTOBER),
    await exportMonth(system, "usage", "parquet", 1_000, OCTOBER),
    await exportMonth(system, "usage", "csv", 1_000, OCTOBER, { excel: true }),
  ];
}, 120_000);
afterAll(() => system.stop());

/** The places that a reconciliation of October names; the quick checks come first. */
async function differences({ atOnce = false } = {}): Promise<string[]> {
  const named: string[] = [];
  for (const compare of checksOf(system.deps, OCTOBER).toReversed()) {
    const outcome = await compare();
    named.push(...outcome.differences.map(({ check, place }) => `${check}: ${place}`));
    if (atOnce && named.length > 0) break;
  }
  return named;
}

const firstDifference = () => differences({ atOnce: true });

/** Which rows belong to October, where not all do. */
const ROWS: Readonly<Record<string, string>> = {
  usage_events: `booked_in = '${OCTOBER}'`,
  usage_rollups: `booked_in = '${OCTOBER}'`,
  usage_days: `booked_in = '${OCTOBER}'`,
  usage_months: `booked_in = '${OCTOBER}'`,
  usage_retired_days: `day = '${OCTOBER}'`,
  credit_notes: `booked_in = '${OCTOBER}'`,
  statements: `month = '${OCTOBER}'`,
  statement_lines: `month = '${OCTOBER}'`,
  statement_digests: `statement_id in (select id from statements where month = '${OCTOBER}')`,
  billing_periods: `month = '${OCTOBER}'`,
  billing_period_cards: `month = '${OCTOBER}'`,
  billing_export_files: "export_id in (select id from billing_exports where layout = 'focus')",
  billing_exports: "layout = 'focus'",
  rate_cards: `id in (select rate_card_id from billing_period_cards where month = '${OCTOBER}')`,
};

test("a month as it was closed reconciles", async () => {
  expect(await differences()).toEqual([]);
});

test("a file for Excel begins with a byte order mark, and says so", () => {
  const { manifest, files } = exports.at(-1) ?? {};
  expect(manifest.byte_order_mark).toBe(true);
  expect(files?.[0]?.subarray(0, 16).toString()).toBe("\u{feff}organization_");
});

test("every cell and every row of every table of the books is named when it was changed by hand", async () => {
  const { database } = system.deps;
  const [unnamed, refused]: [string[], string[]] = [[], []];
  for (const tampering of await listTamperings(database)) {
    const { table, column } = tampering;
    // How many exports there are is not proved; that there are books is not data.
    if (column === null && ["billing_exports", "billing_books"].includes(table)) continue;
    const found = await tamper(database, tampering, ROWS[table] ?? "true", firstDifference);
    const name = `${table}.${column ?? "*"}`;
    if (found === undefined) refused.push(name);
    else if (found.length === 0) unnamed.push(name);
  }
  for (const [table, column] of [
    ["billing_periods", "closed_at"],
    ["statement_lines", "tier"],
    ["usage_events", "booked_in"],
  ] as const) {
    const cell = { table, column, type: "null", allowed: [] };
    const where = `${ROWS[table]} and ${column} is not null`;
    expect(await tamper(database, cell, where, firstDifference), column).not.toEqual([]);
  }
  expect(unnamed).toEqual([]);
  // What the database itself allows no other value for.
  expect(refused).toEqual(["billing_books.only_row"]);
  expect(await differences()).toEqual([]);
}, 120_000);

test("every field of every exported file and manifest is named when it was changed", async () => {
  const { database, objectStore } = system.deps;
  for (const { id, manifest, files } of exports) {
    const row = await findExport(database, id);
    if (row === undefined) throw new Error("there is an export");
    const namedIn = async (name: string, bytes: string | Buffer) => {
      const key = exportObjectKey(id, name);
      const before = (await objectStore.get(key)) ?? Buffer.alloc(0);
      await objectStore.put(key, Buffer.from(bytes), { contentType: "text/plain" });
      const findings = await checkExport(database, objectStore, row);
      await objectStore.put(key, before, { contentType: "text/plain" });
      return findings.filter((each) => each.expected !== each.found).map(({ place }) => place);
    };
    const [{ name }] = manifest.files;
    for (const [field, bytes] of changedFields(manifest.format, files[0] ?? Buffer.alloc(0))) {
      expect(await namedIn(name, bytes), field).toContain(name);
    }
    const paths: string[] = [];
    const changed = JSON.stringify(manifest, (key, value: unknown) =>
      typeof value === "object" && value !== null ? value : `changed ${key}`,
    );
    const visit = (value: unknown, path: string) => {
      if (typeof value !== "object" || value === null) paths.push(`manifest.json ${path.slice(1)}`);
      else for (const [key, each] of Object.entries(value)) visit(each, `${path}.${key}`);
    };
    visit(manifest, "");
    // Descriptions are named by the digest of the whole.
    const precise = paths.filter((path) => !path.endsWith(".description"));
    expect(await namedIn("manifest.json", changed)).toEqual(
      expect.arrayContaining(["manifest.json", ...precise]),
    );
    const more = JSON.stringify({ ...manifest, more: 1 });
    expect(await namedIn("manifest.json", more)).toContain("manifest.json more");
    expect(await namedIn("manifest.json", "{")).toContain("manifest.json");
  }
}, 120_000);

test("a file that was changed together with all that is noted about it is still named", async () => {
  const { database, objectStore } = system.deps;
  const [{ id, manifest, files } = { id: "", manifest: null, files: [] }] = exports;
  const [file] = manifest.files;
  const bytes = Buffer.from(String(files[0]).replaceAll("EUR", "USD"));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const text = JSON.stringify(manifest).replaceAll(file.sha256, sha256).replaceAll("EUR", "USD");
  const manifestSha256 = createHash("sha256").update(text).digest("hex");
  await objectStore.put(exportObjectKey(id, file.name), bytes, { contentType: "text/plain" });
  await objectStore.put(exportObjectKey(id, "manifest.json"), Buffer.from(text), {
    contentType: "text/plain",
  });
  const note = async (digest: string, ofManifest: string) => {
    await database.begin(async (transaction) => {
      await transaction`alter table billing_export_files disable trigger user`;
      await transaction`update billing_export_files set sha256 = ${digest} where export_id = ${id}`;
      await transaction`alter table billing_export_files enable trigger user`;
      await transaction`update billing_exports set manifest_sha256 = ${ofManifest} where id = ${id}`;
    });
  };
  const [kept] = await database<{ sha256: string }[]>`
    select manifest_sha256 as sha256 from billing_exports where id = ${id}`;
  await note(sha256, manifestSha256);
  const found = await differences();
  await objectStore.put(exportObjectKey(id, file.name), files[0] ?? bytes, { contentType: "text/plain" });
  const original = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
  await objectStore.put(exportObjectKey(id, "manifest.json"), original, { contentType: "text/plain" });
  await note(file.sha256, kept?.sha256 ?? "");
  expect(found.filter((place) => place.includes(file.name))).toHaveLength(2);
  expect(await differences()).toEqual([]);
});

test("statements that are written later have an entry of their own, and the script of the docs checks them all", async () => {
  const { client, deps, storeFolder } = system;
  const prices = { organization_id: brokenId, effective_from: "2026-10", currency: "EUR" };
  const tiers = [{ up_to: null, price_per_thousand: "1" }];
  await client.call("billing.rates.set", { ...prices, tiers });
  const before = await client.call("billing.books.list", {});
  const closed = await client.call("billing.periods.close", { period: "2026-10" });
  expect(closed.books.entry).toBe(before.entries.length + 1);
  const { entries } = await client.call("billing.books.list", { after: before.entries.length - 1 });
  expect(entries).toMatchObject([
    { entry: 3, period: "2026-10", sha256: before.entries[2].sha256 },
    { entry: 4, period: "2026-10", sha256: closed.books.sha256, previous: before.entries[2].sha256 },
  ]);
  expect(createHash("sha256").update(entries[1].document).digest("hex")).toBe(closed.books.sha256);
  // Exports of before are without the new statement, and say so by the entry that they name.
  expect(await differences()).toEqual([]);

  const { id, manifest } = await exportMonth(system, "statement", "ndjson", 5, OCTOBER);
  expect(manifest.books).toEqual({
    entry: 4,
    sha256: closed.books.sha256,
    previous: before.entries[2].sha256,
  });
  const folder = await mkdtemp(join(tmpdir(), "geopera-books-"));
  const printed: string[] = [];
  const parts = { ...deps, nowMs: Date.now(), progress: () => undefined };
  expect(await writeBooks({ ...parts, print: (text) => printed.push(text) }, folder)).toBe(0);
  expect(printed.join("")).toContain(closed.books.sha256);
  const docs = await readFile(join(packageRoot, "docs", "billing-proof.md"), "utf8");
  const [, script = ""] = /```python\n([^]*?)```/.exec(docs) ?? [];
  expect(script.trim().split("\n").length).toBeLessThanOrEqual(20);
  await writeFile(join(folder, "check.py"), script);
  const run = () =>
    execFileSync("python3", [join(folder, "check.py"), folder, join(storeFolder, "exports", id)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  expect(run()).toContain(closed.books.sha256);
  const sums = execFileSync("sha256sum", ["0003-entry.txt"], { cwd: folder, encoding: "utf8" });
  expect(await readFile(join(folder, "0004-entry.txt"), "utf8")).toContain(`previous ${sums.slice(0, 64)}\n`);
  for (const [name, from, to] of [
    ["0002-entry.txt", "period 2026-09", "period 2026-08"],
    ["0004-statements.txt", "-", "+"],
  ] as const) {
    const text = await readFile(join(folder, name), "utf8");
    await writeFile(join(folder, name), text.replace(from, to));
    expect(run, name).toThrow("AssertionError");
    await writeFile(join(folder, name), text);
  }
  const key = exportObjectKey(id, manifest.files[0].name);
  const file = (await deps.objectStore.get(key)) ?? Buffer.alloc(0);
  await deps.objectStore.put(key, Buffer.from(String(file).replace("EUR", "USD")), {
    contentType: "text/plain",
  });
  expect(run).toThrow("AssertionError");
  await rm(folder, { recursive: true });
}, 120_000);

test("digests are the same with and without help, and late events are found by the days of their sums", async () => {
  const { database } = system.deps;
  const columns = await readSectionColumns(database);
  const question = { format: BOOKS_FORMAT, columns } as const;
  const read = (helper: Database | undefined, lateDays: "booked" | "all") =>
    database.begin((own) => readSections({ own, helper }, "2026-11-01", { ...question, lateDays }));
  for (const at of ["2026-10-25T00:00:00Z", "2026-11-02T00:00:00Z"]) {
    await recordTiles(database, {
      organizationId: operatorId,
      count: 2,
      at,
      recordedAt: "2026-11-02T00:00:00Z",
    });
  }
  const sections = await read(undefined, "all");
  expect(sections.map(({ table, day }) => `${table} ${day}`)).toEqual(
    expect.arrayContaining(["usage_events 2026-10-25", "usage_events 2026-11-02"]),
  );
  expect(await read(database, "booked")).toEqual(sections);
});

test("what is hashed has built-in types, whose numbers are the same in every database", async () => {
  const { database } = system.deps;
  for (const [table, columns] of Object.entries(await readSectionColumns(database))) {
    const own = await database`
      select attname from pg_attribute where attrelid = ${table}::text::regclass and attname = any(${[...columns]}) and atttypid >= 16384`;
    expect(own, table).toEqual([]);
  }
});

test("an entry whose rows were hashed as JSON is compared as it was made", async () => {
  const { database } = system.deps;
  const columns = await readSectionColumns(database);
  const [last] = await listBooksEntries(database, { after: 3, limit: 1 });
  const latest = parseEntry(last?.document ?? "");
  if (latest === undefined || last === undefined) throw new Error("there is an entry");
  const sections = await database.begin((own) =>
    readSections({ own, helper: undefined }, OCTOBER, { format: 1, columns, lateDays: "all" }),
  );
  const former = { ...latest, format: 1, entry: 5, previous: last.sha256, columns, sections } as const;
  const document = renderEntry(former);
  expect(document).toMatch(/^geopera-share books 1\n/);
  await database`
    insert into books_entries (entry, month, made_at, document, sha256)
    values (5, ${OCTOBER}::text::date, ${former.made}::text::timestamptz, ${document}, ${createHash("sha256").update(document).digest("hex")})`;
  const compare = () => compareBooks(database, OCTOBER);
  expect(await compare()).toMatchObject({ different: 0 });
  const cell = { table: "usage_events", column: "cache_result", type: "text", allowed: [] };
  expect(await tamper(database, cell, ROWS["usage_events"] ?? "", compare)).toMatchObject({
    different: 1,
    differences: [{ place: expect.stringContaining("table usage_events") }],
  });
});

/** The file with one field of its first row changed, for each field; of a binary file one byte in ten. */
function* changedFields(format: string, file: Buffer): Generator<[string, Buffer]> {
  if (format === "parquet") {
    for (let at = 4; at < file.length; at += Math.ceil(file.length / 10)) {
      const bytes = Buffer.from(file);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      yield [`byte ${at}`, bytes];
    }
    return;
  }
  const text = file.toString();
  const fields =
    format === "csv"
      ? [...text.matchAll(/(?<=[,\n])("(?:[^"]|"")*"|[^,\n]*)(?=[,\n])/g)]
      : [...text.matchAll(/(?<=":)("(?:[^"\\]|\\.)*"|[^,}]*)(?=[,}])/g)];
  const [header = ""] = text.split("\n");
  const columns = format === "csv" ? header.split(",").length : Object.keys(JSON.parse(header)).length;
  const own = format === "csv" ? fields.slice(columns - 1, 2 * columns - 1) : fields.slice(0, columns);
  for (const [index, { index: at, 0: field }] of own.entries()) {
    const changed = text.slice(0, at + field.length - (field.endsWith('"') ? 1 : 0));
    yield [`field ${index}`, Buffer.from(`${changed}1${text.slice(changed.length)}`)];
  }
}
