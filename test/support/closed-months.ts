import { exportOptions, type RequestedOptions } from "../../core/billing/export-options.ts";
import { readBillingSettings } from "../../storage/billing/billing-books.ts";
import type { ExportFormat } from "../../core/billing/export-formats.ts";
import type { ExportLayoutName } from "../../storage/billing/export-layouts.ts";
import { insertExport } from "../../storage/billing/billing-exports.ts";
import { closePeriod } from "../../storage/billing/billing-periods.ts";
import { exportObjectKey } from "../../storage/billing/export-objects.ts";
import { runExport } from "../../workers/billing/run-export.ts";
import { makeThings } from "./own-things.ts";
import { startSystem, type TestSystem } from "./system.ts";
import { recordTiles } from "./usage.ts";

/** Hostile names: formulas for spreadsheets, separators, quotes and line ends. */
export const NAMES = [
  `=HYPERLINK("http://evil.example","open")`,
  "@SUM(1,2)",
  "-2+3",
  "+49 30 1234",
  "'quoted already",
  `plain, with "quotes"\nand a line`,
] as const;

/** A finished export, read again. */
export interface WrittenExport {
  readonly id: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- the manifest as its readers see it
  readonly manifest: any;
  readonly files: readonly Buffer[];
}

/**
 * A system with August and September 2026 closed; September holds late tiles of August and a credit note for
 * it.
 */
export async function startClosedMonths(options: Parameters<typeof startSystem>[0] = {}) {
  // A billing pool would close the months before their prices are set.
  const settings = { BILLING_CLOSE_AFTER_DAYS: "off", ...options.settings };
  const system = await startSystem({ ...options, settings });
  const { database } = system.deps;
  const operatorId = system.organization.organizationId;
  const own = { organization: system.organization, client: system.client };
  const members = [own, await system.addOrganization(), await system.addOrganization()];
  await database`update organizations set created_at = '2026-01-01'`;
  await database`update organizations set name = 'Ünï, "quoted"' where id = ${members[1]?.organization.organizationId ?? ""}`;
  const terms = {
    effective_from: "2026-01",
    currency: "EUR",
    free_tiles_per_month: 5,
    tiers: [
      { up_to: 20, price_per_thousand: "4.567" },
      { up_to: null, price_per_thousand: "3" },
    ],
  };
  await system.client.call("billing.rates.set", { ...terms, plan: "standard", minimum: "1" });
  // One without a minimum, so that there is something to round.
  const { organizationId: unroundedId } = (members[2] ?? own).organization;
  await system.client.call("billing.rates.set", { ...terms, organization_id: unroundedId });
  for (const [index, { organization, client }] of members.entries()) {
    for (const [link, name] of NAMES.entries()) {
      const { link_id: linkId, item_id: targetId } = await makeThings(client, organization, name);
      const at = `2026-08-0${1 + link}T0${index}:30:00Z`;
      await recordTiles(database, { ...organization, linkId, targetId, count: 3 + link, at });
    }
  }
  await database`update organizations set tags = '{"cost": "Größe, \\"all\\""}' where id = ${operatorId}`;
  await database`update items set tags = '{"layer": "=dem"}' where name like '%plain%'`;
  await closePeriod(database, "2026-08-01", "test");
  const late = { at: "2026-08-31T12:00:00Z", recordedAt: "2026-09-02T00:00:00Z" };
  await recordTiles(database, { organizationId: operatorId, count: 9, ...late });
  const credit = { organization_id: operatorId, belongs_to: "2026-08", currency: "EUR" };
  await system.client.call("billing.credits.create", { ...credit, amount: "0.10", reason: '=SUM(1,2) "x"' });
  await closePeriod(database, "2026-09-01", "test");
  return { system, operatorId };
}

/** Exports a month of all organizations and reads what was written. */
export async function exportMonth(
  { deps: { database, objectStore }, organization }: TestSystem,
  layout: ExportLayoutName,
  format: ExportFormat,
  rowsPerFile: number,
  month = "2026-08-01",
  {
    excel = false,
    isProvisional = false,
    ...asked
  }: RequestedOptions & { readonly excel?: boolean; readonly isProvisional?: boolean } = {},
): Promise<WrittenExport> {
  const { journal_accounts: accounts } = await readBillingSettings(database);
  const options = exportOptions(layout, format, asked, accounts, isProvisional);
  if ("field" in options) throw new Error(`${options.field} ${options.message}`);
  const { id } = await insertExport(database, {
    ownerOrganizationId: organization.organizationId,
    organizationId: null,
    month,
    layout,
    format,
    createdBy: "test",
    rowsPerFile,
    excel,
    options,
    isProvisional,
  });
  await runExport({ database, objectStore }, id);
  return await readExport({ deps: { objectStore } }, id);
}

/** The manifest of an export and the files that it names. */
export async function readExport(
  { deps: { objectStore } }: { deps: Pick<TestSystem["deps"], "objectStore"> },
  id: string,
): Promise<WrittenExport> {
  const read = async (name: string) => (await objectStore.get(exportObjectKey(id, name))) ?? Buffer.alloc(0);
  const manifest = JSON.parse((await read("manifest.json")).toString());
  const files = await Promise.all(manifest.files.map((file: { name: string }) => read(file.name)));
  return { id, manifest, files };
}
