import { createHash } from "node:crypto";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAmount } from "../../core/billing/money.ts";
import type { ExportFormat, ExportLayoutName } from "../../core/billing/export-layouts.ts";
import { closePeriod } from "../../storage/billing-periods.ts";
import { findExport, insertExport, listExportFiles } from "../../storage/billing-exports.ts";
import type { ObjectStore } from "../../storage/object-store/index.ts";
import { exportObjectKey } from "../../storage/export-objects.ts";
import { runExport } from "../../workers/billing/run-export.ts";
import { focusFaults } from "../support/focus.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

let system: TestSystem;
let operatorId: string;

beforeAll(async () => {
  system = await startSystem({ pools: ["billing"] });
  const { database } = system.deps;
  operatorId = system.organization.organizationId;
  const others = [await system.addOrganization(), await system.addOrganization()];
  await database`update organizations set created_at = '2026-01-01'`;
  await database`update organizations set name = 'Ünï, "quoted"' where id = ${others[0]?.organization.organizationId ?? ""}`;
  await system.client.call("billing.rates.set", {
    plan: "standard",
    effective_from: "2026-01",
    currency: "EUR",
    free_tiles_per_month: 5,
    minimum: "1",
    tiers: [
      { up_to: 20, price_per_thousand: "4.567" },
      { up_to: null, price_per_thousand: "3" },
    ],
  });
  const ids = [operatorId, ...others.map(({ organization }) => organization.organizationId)];
  for (const [index, organizationId] of ids.entries()) {
    for (let link = 0; link < 6; link += 1) {
      const at = `2026-08-0${1 + link}T0${index}:30:00Z`;
      await recordTiles(database, { organizationId, count: 3 + link, at });
    }
  }
  await closePeriod(database, "2026-08-01", "test");
  const late = { at: "2026-08-31T12:00:00Z", recordedAt: "2026-09-02T00:00:00Z" };
  await recordTiles(database, { organizationId: operatorId, count: 9, ...late });
  const credit = { organization_id: operatorId, belongs_to: "2026-08", currency: "EUR" };
  await system.client.call("billing.credits.create", { ...credit, amount: "0.10", reason: '=SUM(1,2) "x"' });
  await closePeriod(database, "2026-09-01", "test");
});
afterAll(() => system.stop());

async function exported(
  layout: ExportLayoutName,
  format: ExportFormat,
  rowsPerFile: number,
  month = "2026-08-01",
) {
  const { database, objectStore } = system.deps;
  const { id } = await insertExport(database, {
    ownerOrganizationId: operatorId,
    organizationId: null,
    month,
    layout,
    format,
    createdBy: "test",
    rowsPerFile,
  });
  await runExport({ database, objectStore }, id);
  return await filesOf(id);
}

async function filesOf(id: string) {
  const { objectStore } = system.deps;
  const read = async (name: string) => (await objectStore.get(exportObjectKey(id, name))) ?? Buffer.alloc(0);
  const manifest = JSON.parse((await read("manifest.json")).toString());
  const files: Buffer[] = await Promise.all(manifest.files.map((file: { name: string }) => read(file.name)));
  return { id, manifest, files };
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
    expect(json.manifest.totals).toEqual({ tiles: String(sum?.tiles), amount: sum?.total });
  });

  test("of usage sums to what was booked, late tiles in the month that could still take them", async () => {
    expect((await exported("usage", "csv", 1_000)).manifest.totals.tiles).toBe(
      String(3 * (3 + 4 + 5 + 6 + 7 + 8)),
    );
    expect((await exported("usage", "csv", 1_000, "2026-09-01")).manifest.totals.tiles).toBe("9");
  });

  test.each(["2026-08-01", "2026-09-01"])(
    "as FOCUS keeps every rule of the specification (%s)",
    async (month) => {
      const { files, manifest } = await exported("focus", "ndjson", 1_000, month);
      const columns = manifest.schema.map((column: { name: string }) => column.name);
      const rows = ndjson(files);
      for (const { row, line } of rows) {
        expect(Object.keys(row)).toEqual(columns);
        expect(focusFaults(columns, row, line)).toEqual([]);
      }
      const kinds = new Set(rows.map(({ row }) => row.x_LineKind));
      const expected = month === "2026-08-01" ? ["usage", "minimum"] : ["correction", "minimum", "credit"];
      for (const kind of expected) expect(kinds).toContain(kind);
      const billed = rows.reduce(
        (sum, { line }) => sum + parseAmount(/"BilledCost" : ([^,]+)/.exec(line)?.[1] ?? ""),
        0n,
      );
      expect(billed).toBe(parseAmount(manifest.totals.amount));
    },
  );

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
    expect((await filesOf(id)).files).toEqual(whole.files);
  });

  test("has no column for a viewer's address, whatever the layout", async () => {
    for (const layout of ["statement", "usage", "focus"] as const) {
      const { manifest } = await exported(layout, "csv", 1_000);
      for (const { name } of manifest.schema) expect(name).not.toMatch(/address|ip$|viewer|agent/i);
    }
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
