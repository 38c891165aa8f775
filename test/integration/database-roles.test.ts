import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RAW_DROP_AGE_MS } from "../../core/usage/usage-timing.ts";
import { DAY_MS } from "../../core/usage/usage-event.ts";
import { createLogger } from "../../infra/logger.ts";
import { newId } from "../../infra/new-id.ts";
import { openDatabase, type Database } from "../../storage/database/database.ts";
import { migrate, prepareDatabase } from "../../storage/database/migrate.ts";
import { recordUsage } from "../../storage/usage/usage-ledger.ts";
import { maintainLedger } from "../../workers/metering/maintain-ledger.ts";
import { shareItem, PASSWORD } from "../support/shared-item.ts";
import { Client } from "../support/client.ts";
import { createTestDatabase, startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let owner: Database;

beforeAll(async () => {
  system = await startSystem({ pools: ["render", "metering", "billing"], isServing: true });
  owner = openDatabase(system.ownerUrl, 1);
});
afterAll(async () => {
  await owner.end();
  await system.stop();
});

describe("the role that serves", () => {
  test("carries a link from its creation to the bill", async () => {
    const shared = await shareItem(system);
    const tile = { token: shared.token, password: PASSWORD, ...shared.tile };
    const answer = await new Client(system.url).try("share.tile.render", tile);
    expect(answer.status, answer.bytes.toString()).toBe(200);
    const { organizationId: organization_id } = system.organization;
    const usage = () => system.client.call("usage.current", { organization_id });
    await expect.poll(async () => JSON.stringify(await usage())).toContain('"tile_requests":1');
    expect((await system.client.try("audit.list", {})).status).toBe(200);
  });

  test.each([
    "drop table usage_events",
    "drop table statements cascade",
    "truncate usage_events",
    "truncate audit_log",
    "alter table statement_lines disable trigger all",
    "alter table statement_lines drop constraint statement_lines_pkey",
    "create table mine (n integer)",
    "create function mine() returns void language sql as 'select'",
    "create trigger mine before insert on items for each row execute function refuse_change()",
    "delete from usage_events",
    "update usage_events set bytes = 0",
    "delete from usage_rollups",
    "delete from usage_months",
    "delete from statement_lines",
    "update statements set total = 0",
    "delete from billing_periods",
    "delete from billing_books",
    "delete from credit_notes",
    "delete from audit_log",
    "update audit_log set outcome = 200",
    "delete from migrations",
    "set session_replication_role = replica",
    "select pg_read_file('/etc/passwd')",
    "copy items to program 'cat'",
    "alter role current_user superuser",
  ])("may not: %s", async (statement) => {
    await expect(system.deps.database.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
  });

  test("may do to each table what it needs, and owns none", async () => {
    const rows = await system.deps.database<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        and (not has_table_privilege(oid, 'select') or pg_get_userbyid(relowner) = current_user
          or has_table_privilege(oid, 'truncate') or has_table_privilege(oid, 'trigger'))`;
    expect(rows).toEqual([]);
  });

  test("has past days of raw events dropped by a function that refuses any other", async () => {
    const { database } = system.deps;
    const now = Date.now();
    const occurredAtMs = now - RAW_DROP_AGE_MS - 2 * DAY_MS;
    const day = new Date(occurredAtMs).toISOString().slice(0, 10);
    const event = {
      eventId: newId(),
      occurredAtMs,
      kind: "tile",
      organizationId: system.organization.organizationId,
      linkId: newId(),
      targetId: newId(),
      bytes: 1,
      cacheResult: "memory",
      status: 200,
    } as const;
    await recordUsage(database, [event], occurredAtMs);
    const drop = () => database`select drop_usage_partition(${day}::date)`;
    await expect(drop()).rejects.toThrow("is not sealed");
    await database`update billing_books set sealed_through = date_trunc('month', ${day}::date)`;
    await expect(drop()).rejects.toThrow("are not in usage_retired_days");
    await maintainLedger(database, now, createLogger(system.config, "test"));
    const [retired] = await database`select events from usage_retired_days where day = ${day}::date`;
    expect(retired).toEqual({ events: 1 });
    expect(await owner`select to_regclass(${`usage_events_${day.replaceAll("-", "")}`}) as gone`).toEqual([
      { gone: null },
    ]);
  });

  test("has audit entries deleted by a function that refuses young ones", async () => {
    const { database } = system.deps;
    await expect(database`select delete_audit_entries(now(), 10)`).rejects.toThrow("90 days at least");
  });
});

describe("preparing a database", () => {
  test("once more changes nothing, and takes back what the serving role had too much", async () => {
    await owner.unsafe("grant truncate on audit_log to geopera_serving_tests");
    const urls = { DATABASE_URL: system.config.DATABASE_URL, DATABASE_OWNER_URL: system.ownerUrl };
    expect(await prepareDatabase(urls)).toEqual([]);
    await expect(system.deps.database.unsafe("truncate audit_log")).rejects.toMatchObject({ code: "42501" });
  });

  test("refuses a serving role that owns the tables", async () => {
    const urls = { DATABASE_URL: system.ownerUrl, DATABASE_OWNER_URL: system.ownerUrl };
    await expect(prepareDatabase(urls)).rejects.toThrow("is the role of DATABASE_OWNER_URL as well");
  });

  test("is what the serving role says when migrations are missing", async () => {
    const empty = new URL(await createTestDatabase("empty"));
    const { username, password } = new URL(system.config.DATABASE_URL);
    Object.assign(empty, { username, password });
    await expect(migrate(empty.href)).rejects.toThrow(
      /lacks 0001_catalog\.sql.*run programs\/prepare with DATABASE_OWNER_URL/,
    );
  });
});
