import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { EXPORT_FORMATS, type ExportFormat } from "../../core/billing/export-formats.ts";
import { EXPORT_LAYOUT_NAMES, type ExportLayoutName } from "../../storage/billing/export-layouts.ts";
import { monthAt, nextMonth } from "../../core/billing/month.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { closePeriod } from "../../storage/billing/billing-periods.ts";
import { Client } from "../support/client.ts";
import { exportMonth, NAMES } from "../support/closed-months.ts";
import { readCsvFiles } from "../support/csv.ts";
import { makeThings } from "../support/own-things.ts";
import { PASSWORD, shareItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

const ADDRESS = "203.0.113.77";
const AGENT = "Netscape-of-the-viewer/4";
const MONTH = monthAt(Date.now());

let system: TestSystem;
let token: string;
let linkId: string;
/** The statement before the month was closed. */
let open: Awaited<ReturnType<typeof statement>>;

const statement = () =>
  system.client.call("billing.statements.get", {
    organization_id: system.organization.organizationId,
    period: MONTH.slice(0, 7),
  });

/** One month with what a real viewer did, and with links whose names are hard on every reader. */
beforeAll(async () => {
  system = await startSystem({ pools: ["render", "metering"], settings: { TRUSTED_PROXIES: "127.0.0.1" } });
  const { client, organization } = system;
  await client.call("billing.rates.set", {
    plan: "standard",
    effective_from: MONTH.slice(0, 7),
    currency: "EUR",
    tiers: [{ up_to: null, price_per_thousand: "4.567" }],
  });
  const shared = await shareItem(system);
  ({ token, linkId } = shared);
  const viewer = { "x-forwarded-for": ADDRESS, "user-agent": AGENT };
  const holder = new Client(system.url);
  const opened = { token, password: PASSWORD };
  expect((await holder.try("share.link.validate", opened, viewer)).status).toBe(200);
  const tile = { ...opened, ...shared.tile, format: "png" };
  expect((await holder.try("share.tile.render", tile, viewer)).status).toBe(200);
  const usage = () => client.call("usage.current", { organization_id: organization.organizationId });
  const isCounted = async () => expect(await usage()).toMatchObject({ tile_requests: 1, link_accesses: 1 });
  await vi.waitFor(isCounted, { timeout: 15_000 });
  for (const name of NAMES) {
    const things = await makeThings(client, organization, name);
    const named = { linkId: things.link_id, targetId: things.item_id };
    await recordTiles(system.deps.database, {
      ...organization,
      ...named,
      count: 100,
      at: `${MONTH}T00:00:00Z`,
    });
  }
  open = await statement();
  await closePeriod(system.deps.database, MONTH, "test");
});
afterAll(() => system.stop());

/** Everything that an export says, as text. */
async function textOf(layout: ExportLayoutName, format: ExportFormat): Promise<string> {
  const { manifest, files } = await exportMonth(system, layout, format, 1_000, MONTH);
  const texts = files.map(async (bytes) => {
    if (format !== "parquet") return bytes.toString();
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    return JSON.stringify(rows, (_key, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
  });
  return [JSON.stringify(manifest), ...(await Promise.all(texts))].join("\n");
}

test("the lines of a statement have the names of links, targets and projects, open and closed", async () => {
  const closed = await statement();
  expect(closed.lines).toEqual(open.lines);
  const lines: Record<string, string | null>[] = closed.lines;
  expect(lines.map((line) => line["link_label"])).toEqual(expect.arrayContaining([...NAMES]));
  for (const line of lines.filter(({ kind }) => kind === "usage")) {
    expect([line["target_name"], line["project_id"], line["project_name"]]).not.toContain(null);
  }
});

test("no export says who looked: neither address nor browser, password or token", async () => {
  const { database } = system.deps;
  // The system did learn the address: it keeps a salted hash of it for a day.
  const noted = async () => {
    const rows = await database<{ salt: Buffer; client_hash: Buffer }[]>`
      select salt, client_hash from share_link_clients join client_salts using (day) where link_id = ${linkId}`;
    return rows.map(({ salt, client_hash }) =>
      createHmac("sha256", salt).update(ADDRESS).digest().subarray(0, 16).equals(client_hash),
    );
  };
  await expect.poll(noted, { timeout: 10_000 }).toContain(true);
  const { organizationId } = system.organization;
  for (const layout of EXPORT_LAYOUT_NAMES) {
    for (const format of Object.keys(EXPORT_FORMATS) as ExportFormat[]) {
      const text = await textOf(layout, format);
      // The periods of billing belong to all.
      const itself = layout === "focus-billing-period" ? MONTH.slice(0, 7) : organizationId;
      expect(text).toContain(itself);
      for (const secret of [ADDRESS, AGENT, PASSWORD, token, "127.0.0.1"]) expect(text).not.toContain(secret);
    }
  }
});

test.each(EXPORT_LAYOUT_NAMES)("formulas can be made harmless in every layout: %s", async (layout) => {
  const escaped = { escape_formulas: true };
  const { manifest, files } = await exportMonth(system, layout, "csv", 1_000, MONTH, escaped);
  const free = manifest.schema.filter((column: { free_text: boolean }) => column.free_text);
  const cells = readCsvFiles(files, []).flatMap((row) => free.map(({ name }: { name: string }) => row[name]));
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell ?? ""))).toEqual([]);
  if (layout === "focus") expect(cells).toContain("'-2+3");
});

test("docs/billing.md loads a statement into PostgreSQL: the sums are the statement's, the texts as people wrote them", async () => {
  const { database } = system.deps;
  const { files } = await exportMonth(system, "statement", "csv", 1_000, MONTH);
  const docs = await readFile(join(packageRoot, "docs", "billing.md"), "utf8");
  const [, recipe = ""] = /\*\*PostgreSQL\*\* \(`psql`\)[^]*?```sql\n([^]*?)```/.exec(docs) ?? [];
  const [create = "", copy = "", sums = "", texts = ""] = recipe.split(/(?<=;)\n|(?<=header\))\n/);
  await database.unsafe(create);
  // What psql does with \copy.
  const into = copy.replace("\\copy", "copy").replace(/from '[^']*'/, "from stdin");
  const stream = await database.unsafe(into).writable();
  await new Promise<void>((resolve, reject) => {
    stream.on("error", reject).on("finish", resolve).end(Buffer.concat(files));
  });
  const [sum] = await database.unsafe<{ tiles: string; total: string }[]>(sums);
  const [statement] = await database<{ tiles: string; total: string }[]>`
    select tiles::text as tiles, total from statements where month = ${MONTH}::text::date`;
  expect([String(sum?.tiles), Number(sum?.total)]).toEqual([statement?.tiles, Number(statement?.total)]);
  const labels = await database.unsafe<{ link_label: string | null }[]>(texts);
  expect(labels.map((row) => row.link_label)).toEqual(expect.arrayContaining([...NAMES]));
});

test("docs/billing.md checks one number by hand, from the event to the export", async () => {
  const { database } = system.deps;
  const docs = await readFile(join(packageRoot, "docs", "billing.md"), "utf8");
  const [, recipe = ""] = /## Check one number by hand[^]*?```sql\n([^]*?)```/.exec(docs) ?? [];
  const steps = recipe
    .replaceAll("'L'", `'${linkId}'`)
    .replaceAll("'O'", `'${system.organization.organizationId}'`)
    .replaceAll("2026-11-01", nextMonth(MONTH))
    .replaceAll("2026-10-01", MONTH)
    .split(";\n")
    .filter((step) => step.trim() !== "");
  const answers: Record<string, unknown>[][] = [];
  for (const step of steps) answers.push([...(await database.unsafe<Record<string, unknown>[]>(step))]);
  const [events = [], counted, byHour, months, lines = [], zero] = answers;
  expect(events).toHaveLength(1);
  expect([counted, byHour, months].map((rows) => Number(Object.values(rows?.[0] ?? {})[0]))).toEqual([
    1, 1, 1,
  ]);
  expect(lines).toMatchObject([{ kind: "usage", quantity: 1 }]);
  expect(zero?.map((row) => [row["currency"], Number(row["zero"])])).toEqual([["EUR", 0]]);
  const { files } = await exportMonth(system, "statement", "csv", 1_000, MONTH);
  const exported = readCsvFiles(files, []).filter((row) => row["link_id"] === linkId);
  const digits = (row: Record<string, unknown>) =>
    [row["tier"], row["quantity"], Number(row["amount"])].map(String);
  expect(exported.map(digits)).toEqual(lines.map(digits));
  // And back: from the exported line to the hours of its tiles.
  const [, , back = ""] =
    /## Check one number by hand[^]*?```sql\n([^]*?)```[^]*?```sql\n([^]*?)```/.exec(docs) ?? [];
  const [line] = exported;
  const query = back
    .replace("'S'", `'${line?.["statement_id"]}'`)
    .replace("number = 1 ", `number = ${line?.["line_number"]} `);
  const hours = await database.unsafe<{ quantity: number; tile_requests: number }[]>(query);
  expect(hours.map((row) => [row.quantity, row.tile_requests])).toEqual([[1, 1]]);
});
