import { appendFile, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runProgram } from "../support/run-program.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

let system: TestSystem;
let organizationId: string;

beforeAll(async () => {
  system = await startSystem();
  ({ organizationId } = system.organization);
  await system.deps.database`update organizations set created_at = '2026-01-01'`;
  await system.client.call("billing.rates.set", {
    organization_id: organizationId,
    effective_from: "2026-01",
    currency: "EUR",
    tiers: [{ up_to: null, price_per_thousand: "12.50" }],
  });
  await recordTiles(system.deps.database, { organizationId, count: 123, at: "2026-09-10T00:00:00Z" });
});
afterAll(() => system.stop());

/** The command as a person runs it. */
const finance = (...args: string[]) => runProgram(system, "finance", args);

test("a month is closed, exported and reconciled from a terminal", async () => {
  expect(await finance("export", "2026-09")).toMatchObject({
    code: 1,
    out: expect.stringContaining("close it first"),
  });
  const closed = await finance("close", "2026-09");
  expect(closed.code).toBe(0);
  // 123 x 12.50 / 1,000 = 1.5375, which is 1.54.
  expect(closed.out).toMatch(new RegExp(`${organizationId}\\s+123\\s+2\\s+1.54\\s+EUR`));
  const exported = await finance("export", "2026-09", "--layout", "focus", "--format", "parquet");
  expect(exported).toMatchObject({
    code: 0,
    out: expect.stringMatching(/focus-2026-09-all-0001\.parquet +2 /),
  });
  const reconciled = await finance("reconcile", "2026-09");
  expect(reconciled).toMatchObject({ code: 0, out: expect.stringContaining("2026-09 reconciles.") });
  for (const check of ["events = hourly rollups", "monthly rollups = statements", "statements = exports"]) {
    expect(reconciled.out).toMatch(new RegExp(`${check} +[1-9]\\d* +0  same`));
  }
}, 60_000);

test("what was changed by hand is named, also as JSON, with exit code 1", async () => {
  const { database } = system.deps;
  const change = async (by: number) => {
    await database.begin(async (transaction) => {
      await transaction`alter table statements disable trigger user`;
      await transaction`update statements set total = total + ${by}::integer`;
      await transaction`alter table statements enable trigger user`;
    });
  };
  await change(1);
  const changed = await finance("reconcile", "2026-09");
  const asJson = await finance("reconcile", "2026-09", "--json");
  await change(-1);
  expect(changed).toMatchObject({ code: 1, out: expect.stringContaining("2026-09 does NOT reconcile.") });
  expect(changed.out).toMatch(
    new RegExp(`where +organization ${organizationId} EUR\\n +expected .*total 1.54\\n +found .*total 2.54`),
  );
  expect(asJson.code).toBe(1);
  const { reconciles, checks } = JSON.parse(asJson.out);
  expect(reconciles).toBe(false);
  const places = checks.flatMap((check: { differences: { place: string }[] }) =>
    check.differences.map(({ place }) => place),
  );
  expect(places).toEqual(
    expect.arrayContaining([`organization ${organizationId} EUR`, "table statements, period 2026-09"]),
  );
}, 60_000);

test("every error ends the program with a message and exit code 1", async () => {
  const broken = await finance("close", "2026-08");
  expect(broken).toMatchObject({ code: 1, out: expect.stringContaining("nothing is billed before 2026-09") });
  const [id = ""] = await readdir(join(system.storeFolder, "exports"));
  const manifest = join(system.storeFolder, "exports", id, "manifest.json");
  const text = await readFile(manifest, "utf8");
  await writeFile(manifest, "{");
  expect(await finance("reconcile", "2026-09")).toMatchObject({
    code: 1,
    out: expect.stringContaining("no JSON"),
  });
  await writeFile(manifest, text);
  const noDatabase = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  const noStore = { OBJECT_STORE_URL: "ftp://nowhere" };
  for (const [program, environment, args] of [
    ["finance", noDatabase, ["reconcile", "2026-09"]],
    ["finance", noStore, ["reconcile", "2026-09"]],
    [
      "admin",
      noDatabase,
      ["create-organization", "--name", "x", "--admin-name", "x", "--admin-email", "x@y.z"],
    ],
  ] as const) {
    const { code, out } = await runProgram(system, program, args, environment);
    expect([program, environment, code > 0], out).toEqual([program, environment, true]);
    expect(out).not.toBe("");
  }
}, 120_000);

test("an export file and a manifest that were changed, or are gone, are named, with exit code 1", async () => {
  expect((await finance("reconcile", "2026-09")).code).toBe(0);
  const [id = ""] = await readdir(join(system.storeFolder, "exports"));
  const folder = join(system.storeFolder, "exports", id);
  await appendFile(join(folder, "focus-2026-09-all-0001.parquet"), "x");
  const spoiled = await finance("reconcile", "2026-09");
  expect(spoiled.code).toBe(1);
  expect(spoiled.out).toMatch(
    new RegExp(`where +export ${id} \\(focus, parquet\\) focus-2026-09-all-0001.parquet\\n`),
  );
  await rm(join(folder, "manifest.json"));
  const gone = await finance("reconcile", "2026-09");
  expect(gone.code).toBe(1);
  expect(gone.out).toMatch(/manifest\.json\n +expected +a manifest\n +found +none/);
}, 60_000);

test("a month is drafted, corrected and approved from a terminal, by the rules of the API", async () => {
  const { database } = system.deps;
  expect(await finance("draft", "2026-10")).toMatchObject({
    code: 0,
    out: expect.stringContaining('"status": "sealed"'),
  });
  const own = await finance("approve", "2026-10");
  expect(own).toMatchObject({ code: 1, out: expect.stringContaining("by another person") });
  const note = [
    "--organization",
    organizationId,
    "--currency",
    "EUR",
    "--period",
    "2026-10",
    "--reason",
    "agreed by phone",
  ];
  const wrong = await finance("adjust", ...note, "--amount", "1.005");
  expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining("amount: must be a number of") });
  const made = await finance("adjust", ...note, "--amount=2.50");
  expect(made.code).toBe(0);
  const { id, number, booked_in } = JSON.parse(made.out);
  expect([number, booked_in]).toEqual(["DN-000001", "2026-10"]);
  const undone = await finance("void", id, "--reason", "a mistake");
  expect(JSON.parse(undone.out)).toMatchObject({ number: "CN-000001", amount: "-2.5", voids: id });
  const entries = await database<{ operation_id: string; subject: Record<string, string> }[]>`
    select operation_id, subject from audit_log where principal_id = 'npm run finance' order by occurred_at`;
  expect(entries.map(({ operation_id: operation }) => operation)).toEqual(
    expect.arrayContaining([
      "billing.periods.draft",
      "billing.adjustments.create",
      "billing.adjustments.void",
    ]),
  );
  const ofNote = entries.find(({ operation_id: operation }) => operation === "billing.adjustments.create");
  expect(ofNote?.subject).toMatchObject({ amount: "2.5", reason: "agreed by phone", number: "DN-000001" });
}, 90_000);

test("a month that holds nothing is not said to reconcile", async () => {
  expect(await finance("reconcile", "2031-01")).toMatchObject({
    code: 1,
    out: expect.stringContaining("2031-01 holds nothing."),
  });
}, 30_000);

test("a wrong command says how it is right", async () => {
  const answer = await finance("close", "October");
  expect(answer).toMatchObject({ code: 2, out: expect.stringContaining("npm run finance -- close 2026-10") });
}, 30_000);
