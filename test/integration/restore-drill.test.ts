import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";
import { Client } from "../support/client.ts";
import { startOwnPostgres, systemPostgres } from "../support/own-postgres.ts";
import { runProgram } from "../support/run-program.ts";
import { PASSWORD, shareItem, shareTarget } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

const run = promisify(execFile);
const bin = systemPostgres();
if (bin === undefined) console.warn("SKIPPED restore-drill.test.ts: no PostgreSQL with pg_dump is installed");

/** PostgreSQL, objects and Redis are lost; docs/runbooks/restore-from-backup.md is followed. */
describe.skipIf(bin === undefined)("after the loss of everything but the backup", () => {
  test(
    "links open, tiles come, usage and books reconcile; what is lost is what came after the backup",
    { timeout: 180_000 },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "restore-drill-"));
      const storeFolder = join(folder, "objects");
      const journal = join(folder, "journal");
      const secrets = { GRANT_SECRET: randomBytes(32).toString("hex") };
      const settingsFor = (url: string) => ({
        ...secrets,
        DATABASE_URL: url,
        OBJECT_STORE_URL: pathToFileURL(storeFolder).href,
        BILLING_CLOSE_AFTER_DAYS: "off",
      });
      const script = (name: string, url: string, argument: string) =>
        run(join(packageRoot, "infra", "backup", name), [argument], {
          env: {
            PATH: `${bin}:${process.env["PATH"]}`,
            // A command of several words, as for a program in a container.
            PG_DUMP: `env LC_ALL=C ${bin}/pg_dump`,
            DATABASE_OWNER_URL: url,
            OBJECT_STORE_URL: pathToFileURL(storeFolder).href,
            JOURNAL_DIR: journal,
          },
        });
      const start = (url: string) =>
        startSystem({ pools: ["render", "metering"], settings: settingsFor(url) });

      const first = await startOwnPostgres(bin!);
      const before = await start(first.url);
      const shared = await shareItem({ client: before.client, storeFolder });
      expect(await tileOf(before, shared.token, shared.tile)).toBe(200);
      await expect.poll(() => tilesOf(before), { timeout: 30_000 }).toBe(1);
      await closeSeptember(before);
      const books = await runProgram(before, "finance", ["books"]);
      await writeFile(join(await madeFolder(journal), "1.journal"), "");
      const made = await script("backup.sh", first.url, join(folder, "backups"));
      const [name = ""] = await readdir(join(folder, "backups"));
      expect(made.stdout).toContain(name);
      const nowhere = first.url.replace(/geopera$/, "nowhere");
      await expect(script("backup.sh", nowhere, join(folder, "backups"))).rejects.toThrow("nowhere");
      expect(await readdir(join(folder, "backups"))).toEqual([name]);

      // What comes after the backup is lost.
      const late = await shareTarget(before, "item", shared.itemId);
      await tileOf(before, shared.token, shared.tile);
      await expect.poll(() => tilesOf(before), { timeout: 30_000 }).toBe(2);
      await before.stop();
      await first.lose();
      await rm(storeFolder, { recursive: true });
      await rm(journal, { recursive: true });

      const second = await startOwnPostgres(bin!);
      await run("cp", ["-r", join(folder, "backups", name), join(folder, "damaged")]);
      await appendFile(join(folder, "damaged", "objects.tar"), "x");
      await expect(script("restore.sh", second.url, join(folder, "damaged"))).rejects.toThrow("is damaged");
      const restored = await script("restore.sh", second.url, join(folder, "backups", name));
      expect(restored.stdout).toContain("restored in");
      expect(await readdir(journal)).toEqual(["1.journal"]);
      // Another prefix of keys is an empty Redis.
      const after = await start(second.url);
      try {
        const client = new Client(after.url);
        const opens = (token: string) => client.try("share.link.validate", { token, password: PASSWORD });
        expect((await opens(shared.token)).status).toBe(200);
        expect((await opens(late.token)).status).toBe(401);
        const key = new Client(after.url, before.organization.apiKey);
        expect((await key.try("items.get", { item_id: shared.itemId })).status).toBe(200);
        expect(await tilesOf(after, before.organization.organizationId)).toBe(1);
        expect(await tileOf(after, shared.token, shared.tile)).toBe(200);
        const counted = () => tilesOf(after, before.organization.organizationId);
        await expect.poll(counted, { timeout: 30_000 }).toBe(2);
        const [same, reconciled, verified] = await Promise.all([
          runProgram(after, "finance", ["books"]),
          runProgram(after, "finance", ["reconcile", "2026-09"]),
          runProgram(after, "admin", ["verify-assets"]),
        ]);
        expect(same).toEqual(books);
        expect([reconciled.code, verified.code], reconciled.out + verified.out).toEqual([0, 0]);
      } finally {
        await after.stop();
        await second.lose();
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});

async function madeFolder(path: string): Promise<string> {
  await run("mkdir", ["-p", path]);
  return path;
}

async function tileOf({ url }: TestSystem, token: string, tile: object): Promise<number> {
  const input = { token, password: PASSWORD, ...tile };
  return (await new Client(url).try("share.tile.render", input)).status;
}

/** Tiles of an organization that are billed. */
async function tilesOf(
  { deps, organization }: TestSystem,
  id = organization.organizationId,
): Promise<number> {
  const [row] = await deps.database<{ tiles: number }[]>`
    select coalesce(sum(tile_requests), 0)::bigint as tiles from usage_rollups
    where organization_id = ${id} and hour >= '2026-10-01'`;
  return row?.tiles ?? 0;
}

async function closeSeptember({ client, deps, organization: { organizationId } }: TestSystem): Promise<void> {
  await deps.database`update organizations set created_at = '2026-08-20'`;
  const tiers = [{ up_to: null, price_per_thousand: "10" }];
  const card = { organization_id: organizationId, effective_from: "2026-09", currency: "EUR", tiers };
  await client.call("billing.rates.set", card);
  await recordTiles(deps.database, { organizationId, count: 100, at: "2026-09-10T00:00:00Z" });
  await client.call("billing.periods.close", { period: "2026-09" });
}
