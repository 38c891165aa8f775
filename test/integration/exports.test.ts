import { createHash } from "node:crypto";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ExportFormat } from "../../core/billing/export-formats.ts";
import { checkExport } from "../../programs/finance/check-exports.ts";
import { closePeriod } from "../../storage/billing/billing-periods.ts";
import { exportObjectKey } from "../../storage/billing/export-objects.ts";
import { pruneProvisionalExports } from "../../storage/exports/prune-provisional.ts";
import {
  EXPORT_LAYOUT_NAMES,
  EXPORT_VERSION,
  type ExportLayoutName,
} from "../../storage/billing/export-layouts.ts";
import { findExport, insertExport, listExportFiles } from "../../storage/billing/billing-exports.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { runExport } from "../../workers/billing/run-export.ts";
import { exportMonth, NAMES, readExport, startClosedMonths } from "../support/closed-months.ts";
import { readCsvFiles } from "../support/csv.ts";
import { scaled } from "../support/focus-columns.ts";
import { focusColumnFaults, focusRowFaults } from "../support/focus.ts";
import { recordTiles } from "../support/usage.ts";
import type { TestSystem } from "../support/system.ts";

let system: TestSystem;
let operatorId: string;
beforeAll(async () => {
  ({ system, operatorId } = await startClosedMonths({ pools: ["billing"] }));
});
afterAll(() => system.stop());

const exported = (
  layout: ExportLayoutName,
  format: ExportFormat,
  rowsPerFile: number,
  month = "2026-08-01",
  options: Parameters<typeof exportMonth>[5] = {},
) => exportMonth(system, layout, format, rowsPerFile, month, options);

/** As if the month had been closed by the version that wrote these exports. */
async function setExportVersion(version: number): Promise<void> {
  await system.deps.database.begin(async (transaction) => {
    await transaction`alter table billing_periods disable trigger billing_periods_immutable`;
    await transaction`update billing_periods set export_version = ${version} where month = '2026-08-01'`;
    await transaction`alter table billing_periods enable trigger billing_periods_immutable`;
  });
}

const ndjson = (files: readonly Buffer[]) =>
  files
    .flatMap((file) => file.toString().split("\n").slice(0, -1))
    .map((line) => ({ line, row: JSON.parse(line) }));

describe("an export", () => {
  test.each([
    ["statement", "csv"],
    ["statement", "ndjson"],
    ["statement", "parquet"],
    ["usage", "csv"],
    ["usage", "parquet"],
    ["focus", "csv"],
    ["focus", "ndjson"],
    ["focus", "parquet"],
  ] as const)(
    "of %s as %s is the same bytes every time, and its manifest says which",
    async (layout, format) => {
      const first = await exported(layout, format, 7);
      const second = await exported(layout, format, 7);
      expect(first.files.length).toBeGreaterThan(2);
      expect(second.files).toEqual(first.files);
      const { export_id: _id, created, ...rest } = first.manifest;
      expect(second.manifest).toMatchObject(rest);
      expect(created).toMatch(/^\d{4}-\d\d-\d\dT/);
      for (const [index, file] of first.files.entries()) {
        expect(first.manifest.files[index]).toMatchObject({
          bytes: file.length,
          sha256: createHash("sha256").update(file).digest("hex"),
        });
      }
      const whole = await exported(layout, format, 1_000);
      expect(whole.files).toHaveLength(1);
      expect(whole.manifest).toMatchObject({ rows: first.manifest.rows, totals: first.manifest.totals });
      expect(first.manifest.rows).toBeGreaterThan(14);
    },
  );

  test("says the same in every format, and sums to the statements", async () => {
    const { database } = system.deps;
    const [json, parquet] = [
      await exported("statement", "ndjson", 9),
      await exported("statement", "parquet", 1_000),
    ];
    const rows = ndjson(json.files).map(({ row }) => row);
    const [file] = parquet.files;
    if (file === undefined) throw new Error("there is a file");
    const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer;
    const columnar = await parquetReadObjects({ file: buffer });
    const plain = columnar.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
      ),
    );
    expect(plain).toEqual(rows);
    const [sum] = await database<{ total: string; tiles: number }[]>`
      select trim_scale(sum(total))::text as total, sum(tiles)::bigint as tiles from statements where month = '2026-08-01'`;
    expect(json.manifest.totals).toEqual([
      { currency: "EUR", tiles: String(sum?.tiles), amount: sum?.total },
    ]);
  });

  test("is the same bytes when everything was renamed meanwhile", async () => {
    const { database } = system.deps;
    const before = await Promise.all([exported("focus", "csv", 1_000), exported("statement", "csv", 1_000)]);
    const names = await database<{ id: string; name: string }[]>`select id, name from organizations`;
    await database`update organizations set name = 'renamed'`;
    await database`update share_links set label = 'renamed'`;
    await database`update items set name = 'renamed'`;
    const after = await Promise.all([exported("focus", "csv", 1_000), exported("statement", "csv", 1_000)]);
    expect(after.map(({ files }) => files)).toEqual(before.map(({ files }) => files));
    for (const { id, name } of names)
      await database`update organizations set name = ${name} where id = ${id}`;
  });

  test("of focus as csv has every text as people wrote it, unless it is asked for spreadsheets", async () => {
    const [csv, json] = [await exported("focus", "csv", 1_000), await exported("focus", "ndjson", 1_000)];
    expect(csv.manifest).toMatchObject({ escape_formulas: false, focus_version: "1.3" });
    const names = readCsvFiles(csv.files, []).map((row) => row["ResourceName"]);
    expect(names).toEqual(ndjson(json.files).map(({ row }) => row["ResourceName"]));
    expect(names).toEqual(expect.arrayContaining([...NAMES]));
  });

  test("of usage as parquet marks its times as UTC", async () => {
    const { files } = await exported("usage", "parquet", 1_000);
    const bytes = files[0] ?? Buffer.alloc(0);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const hour = parquetMetadata(file).schema.find(({ name }) => name === "hour");
    expect(hour?.logical_type).toEqual({ type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" });
  });

  test.each(["statement", "usage", "focus"] as const)(
    "of %s keeps the columns that its month was closed with: only later months have the new names",
    async (layout) => {
      await setExportVersion(2);
      const [csv, json] = [await exported(layout, "csv", 1_000), await exported(layout, "ndjson", 1_000)];
      expect(csv.manifest).toMatchObject({ layout_version: 2 });
      const namesOf = ({ manifest: { schema } }: { manifest: { schema: { name: string }[] } }) =>
        schema.map(({ name }) => name).filter((name) => /project/i.test(name));
      expect(namesOf(csv)).toEqual([]);
      for (const { description } of csv.manifest.schema) expect(description).toMatch(/\.$/);
      await setExportVersion(1);
      const old = [await exported(layout, "csv", 1_000), await exported(layout, "ndjson", 1_000)];
      await setExportVersion(EXPORT_VERSION);
      const projects = {
        statement: ["project_id", "project_name"],
        usage: [],
        focus: ["x_ProjectId", "x_ProjectName"],
      };
      expect(namesOf(await exported(layout, "csv", 1_000))).toEqual(projects[layout]);
      const withOldNames = (text: string) =>
        text.replaceAll(/(^|[,"])target_(id|name)(?=[,"])/gm, "$1item_$2");
      const texts = [csv, json].map(({ files }) => files.map(String).map(withOldNames));
      expect(old.map(({ files }) => files.map(String))).toEqual(texts);
      const [manifest] = old.map((each) => each.manifest);
      expect(manifest).not.toHaveProperty("layout_version");
      expect(Object.keys(manifest.schema[0])).toEqual(["name", "type", "nullable", "free_text"]);
    },
  );

  test.each(["statement", "focus"] as const)(
    "of %s as csv holds no formula in what people wrote, and the text can be had back; numbers stay numbers",
    async (layout) => {
      const [csv, json] = [
        await exported(layout, "csv", 1_000, undefined, { escape_formulas: true }),
        await exported(layout, "ndjson", 1_000),
      ];
      const free: string[] = csv.manifest.schema
        .filter((column: { free_text: boolean }) => column.free_text)
        .map((column: { name: string }) => column.name);
      const written = readCsvFiles(csv.files, []);
      for (const row of written) {
        for (const [name, value] of Object.entries(row)) {
          const isHarmless = value === null || !/^[=+\-@\t\r\n]/.test(value) || /^-\d+(\.\d+)?$/.test(value);
          expect(isHarmless, `${name} ${value}`).toBe(true);
        }
      }
      const texts = (row: Record<string, unknown>) => free.map((name) => row[name]);
      const originals = ndjson(json.files).map(({ row }) => texts(row));
      expect(readCsvFiles(csv.files, free).map(texts)).toEqual(originals);
      for (const name of NAMES) expect(originals.flat()).toContain(name);
    },
  );

  test("of usage sums to what was booked, late tiles in the month that could still take them", async () => {
    expect((await exported("usage", "csv", 1_000)).manifest.totals.tiles).toBe(
      String(3 * (3 + 4 + 5 + 6 + 7 + 8)),
    );
    expect((await exported("usage", "csv", 1_000, "2026-09-01")).manifest.totals.tiles).toBe("9");
  });

  test("goes on after its last whole file when it was interrupted, to the same bytes", async () => {
    const { database, objectStore } = system.deps;
    const whole = await exported("usage", "csv", 5);
    const { id } = await insertExport(database, {
      ownerOrganizationId: operatorId,
      organizationId: null,
      month: "2026-08-01",
      layout: "usage",
      format: "csv",
      createdBy: "test",
      rowsPerFile: 5,
    });
    let files = 0;
    const putStream: ObjectStore["putStream"] = async (...rest) => {
      files += 1;
      if (files === 3) throw new Error("the process was killed here");
      return await objectStore.putStream(...rest);
    };
    const put: ObjectStore["put"] = (...rest) => objectStore.put(...rest);
    const breaking = { put, putStream } as ObjectStore;
    await expect(runExport({ database, objectStore: breaking }, id)).rejects.toThrow("killed");
    expect(await listExportFiles(database, id)).toHaveLength(2);
    expect(await findExport(database, id)).toMatchObject({ status: "running", rows_done: 10 });
    const written: string[] = [];
    const noting: ObjectStore["putStream"] = async (key, ...rest) => {
      written.push(key);
      return await objectStore.putStream(key, ...rest);
    };
    await runExport({ database, objectStore: { put, putStream: noting } as ObjectStore }, id);
    expect(written).toHaveLength(whole.files.length - 2);
    expect((await readExport(system, id)).files).toEqual(whole.files);
  });
});

describe("over HTTP", () => {
  test("an export is asked for, watched and downloaded", async () => {
    const { client } = system;
    const asked = await client.call("billing.exports.create", {
      organization_id: "all",
      period: "2026-08",
      layout: "focus",
    });
    expect(asked).toMatchObject({ status: "queued", organization_id: null, rows_done: 0 });
    const watch = () => client.call("billing.exports.get", { export_id: asked.id });
    await expect.poll(watch, { timeout: 10_000 }).toMatchObject({ status: "completed" });
    const { files, rows_total } = await watch();
    const manifest = await client.call("billing.exports.download", { export_id: asked.id });
    expect(manifest.rows).toBe(rows_total);
    const file = await client.try("billing.exports.download", { export_id: asked.id, file: files[0].name });
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect(createHash("sha256").update(file.bytes).digest("hex")).toBe(files[0].sha256);
    const missing = await client.try("billing.exports.download", { export_id: asked.id, file: "../secret" });
    expect(missing.status).toBe(404);
    expect((await client.call("billing.exports.list")).exports[0].id).toBe(asked.id);
  });

  test("an open month is not exported, and a foreign export does not exist", async () => {
    const { client, organization } = await system.addOrganization();
    const input = { organization_id: organization.organizationId, period: "2026-10" };
    expect((await client.try("billing.exports.create", input)).status).toBe(409);
    expect((await client.try("billing.exports.create", { ...input, organization_id: "all" })).status).toBe(
      404,
    );
    const { exports } = await system.client.call("billing.exports.list");
    for (const operation of ["get", "download"]) {
      const answer = await client.try(`billing.exports.${operation}`, { export_id: exports[0].id });
      expect(answer.status).toBe(404);
    }
  });
});

describe("an export of the open month", () => {
  const OCTOBER = "2026-10-01";
  const open = { isProvisional: true } as const;
  type Row = Record<string, string | null>;

  beforeAll(async () => {
    const { database } = system.deps;
    const used = await database<{ organizationId: string; linkId: string; targetId: string }[]>`
      select distinct organization_id as "organizationId", link_id as "linkId", target_id as "targetId" from usage_rollups
      where booked_in = '2026-08-01' order by 1, 2`;
    for (const [index, link] of used.entries()) {
      await recordTiles(database, { ...link, count: 4 + index, at: `2026-10-0${1 + (index % 3)}T05:00:00Z` });
      await recordTiles(database, { ...link, count: 3, at: "2026-10-03T23:59:59Z" });
    }
  });

  const rowsOf = ({ files }: { files: readonly Buffer[] }): Row[] => readCsvFiles(files, []);
  const sumOf = (rows: readonly Row[], keys: readonly string[], amount: string) => {
    const sums = new Map<string, bigint>();
    for (const row of rows) {
      const key = keys.map((name) => row[name]).join(" ");
      sums.set(key, (sums.get(key) ?? 0n) + scaled(row[amount], 12));
    }
    return sums;
  };

  test.each([
    ...EXPORT_LAYOUT_NAMES.map((layout) => ({ layout, format: "csv" as const })),
    { layout: "focus" as const, format: "parquet" as const },
    { layout: "statement" as const, format: "ndjson" as const },
  ])(
    "of $layout as $format says in name and manifest that it is not final, and is the same bytes while nothing happens",
    async ({ layout, format }) => {
      const first = await exported(layout, format, 1_000, OCTOBER, open);
      const second = await exported(layout, format, 1_000, OCTOBER, open);
      const untimed = (files: readonly Buffer[]) =>
        files.map((file) => file.toString("latin1").replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, ""));
      // Only the time that an open billing period is of.
      if (layout === "focus-billing-period" || layout.endsWith("detail"))
        expect(untimed(second.files)).toHaveLength(1);
      else expect(second.files).toEqual(first.files);
      expect(first.manifest).toMatchObject({ final: false, left_out: [], period: "2026-10" });
      expect(first.manifest.files[0].name).toContain("-2026-10-all-provisional-0001.");
      expect(first.manifest.rows).toBeGreaterThan(0);
    },
  );

  test("cuts the statement's lines by day, and the pieces sum to them", async () => {
    const whole = rowsOf(
      await exported("statement", "csv", 1_000, OCTOBER, { ...open, charge_period: "month" }),
    );
    const byDay = rowsOf(await exported("statement", "csv", 5, OCTOBER, open));
    const keys = ["statement_id", "line_number", "link_id", "tier"];
    expect(sumOf(byDay, keys, "amount")).toEqual(sumOf(whole, keys, "amount"));
    expect(sumOf(byDay, keys, "quantity")).toEqual(sumOf(whole, keys, "quantity"));
    expect(byDay.length).toBeGreaterThan(whole.length);
    const tiles = await system.deps.database<{ key: string; tiles: string }[]>`
      select link_id || ' ' || (hour at time zone 'UTC')::date as key, sum(tile_requests)::text as tiles from usage_rollups
      where booked_in = ${OCTOBER}::text::date group by 1`;
    const usage = byDay.filter(({ kind }) => kind === "usage");
    expect(sumOf(usage, ["link_id", "day"], "quantity")).toEqual(
      new Map(tiles.map(({ key, tiles: count }) => [key, scaled(count, 12)])),
    );
    const { lines, total } = await system.client.call("billing.statements.get", {
      organization_id: operatorId,
      period: "2026-10",
    });
    const own = byDay.filter((row) => row["organization_id"] === operatorId);
    expect(sumOf(own, ["organization_id"], "amount").get(operatorId)).toBe(scaled(total, 12));
    expect(lines.length).toBeGreaterThan(0);
  });

  test("keeps every rule of FOCUS, with days as charge periods", async () => {
    for (const name of [
      "CostAndUsage 1.3",
      "CostAndUsage 1.4",
      "BillingPeriod 1.4",
      "InvoiceDetail 1.4",
    ] as const) {
      const [dataset, version] = name.split(" ") as [string, "1.3" | "1.4"];
      const layout = {
        CostAndUsage: "focus",
        BillingPeriod: "focus-billing-period",
        InvoiceDetail: "focus-invoice-detail",
      }[dataset];
      const asked = { ...open, focus_version: version };
      const written = await exported(layout as ExportLayoutName, "csv", 1_000, OCTOBER, asked);
      expect(
        focusColumnFaults(
          written.manifest.schema.map((column: { name: string }) => column.name),
          name,
        ),
      ).toEqual([]);
      // The rule about months is that of closed months.
      const faults = rowsOf(written).flatMap((row) => focusRowFaults(row, name));
      expect(faults.filter((fault) => fault !== "ChargePeriodEnd: is the exclusive end of a month")).toEqual(
        [],
      );
      for (const { ChargePeriodStart: start, ChargePeriodEnd: end } of rowsOf(written)) {
        expect(start == null || end == null || start < end).toBe(true);
      }
      const [recency] = written.manifest.focus.Recency;
      const complete = recency.TimeSectors?.[0].TimeSectorComplete ?? recency.DatasetInstanceComplete;
      expect(complete).toBe(false);
      const days = new Set(rowsOf(written).map((row) => row["ChargePeriodStart"]?.slice(0, 10)));
      if (dataset === "CostAndUsage")
        expect(days).toEqual(new Set(["2026-10-01", "2026-10-02", "2026-10-03"]));
    }
  });

  test("is asked for by an operation, and final once its month is closed; then the provisional one goes", async () => {
    const { database, objectStore } = system.deps;
    const asked = { organization_id: "all", period: "2026-10", layout: "focus", format: "parquet" };
    expect((await system.client.try("billing.exports.create", asked)).status).toBe(409);
    expect(
      (await system.client.try("billing.exports.create", { ...asked, period: "2199-01", provisional: true }))
        .status,
    ).toBe(422);
    const create = () =>
      system.client.call("billing.exports.create", { ...asked, provisional: true, charge_period: "day" });
    const completed = async ({ id }: { id: string }) =>
      await vi.waitFor(
        async () => {
          const found = await system.client.call("billing.exports.get", { export_id: id });
          expect(found.status).toBe("completed");
          return found;
        },
        { timeout: 20_000 },
      );
    const early = await completed(await create());
    expect(early).toMatchObject({ final: false, charge_period: "day" });
    expect(early.as_of).toMatch(/^2/);
    await closePeriod(database, OCTOBER, "test");
    const late = await completed(await create());
    expect(late).toMatchObject({ final: true, as_of: null });
    const names = [early, late].map(({ files }) => files[0].name.replace(/^.*-all-/, ""));
    expect(names).toEqual(["provisional-0001.parquet", "0001.parquet"]);
    const row = await findExport(database, late.id);
    if (row === undefined) throw new Error("there is an export");
    const findings = await checkExport(database, objectStore, row);
    expect(findings.filter(({ expected, found }) => expected !== found)).toEqual([]);
    await pruneProvisionalExports({ database, objectStore }, Date.now());
    expect(await findExport(database, early.id)).toBeDefined();
    const kept = () => database<{ rows: number }[]>`select count(*) as rows from provisional_lines`;
    expect((await kept())[0]?.rows).toBeGreaterThan(0);
    await pruneProvisionalExports({ database, objectStore }, Date.now() + 3_600_000);
    expect((await kept())[0]?.rows).toBe(0);
    await pruneProvisionalExports({ database, objectStore }, Date.now() + 2 * 86_400_000);
    expect(await findExport(database, early.id)).toBeUndefined();
    expect(await objectStore.head(exportObjectKey(early.id, "manifest.json"))).toBeUndefined();
    expect(await objectStore.head(exportObjectKey(late.id, "manifest.json"))).toBeDefined();
  });
});
