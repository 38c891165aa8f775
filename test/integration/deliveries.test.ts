import { createHash, randomUUID } from "node:crypto";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { monthAt } from "../../core/billing/month.ts";
import { closePeriod } from "../../storage/billing/billing-periods.ts";
import { createS3Client } from "../../storage/object-store/s3-client.ts";
import { S3ObjectStore } from "../../storage/object-store/s3-object-store.ts";
import { findTestS3Server } from "../support/s3-server.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

const s3 = findTestS3Server("test/integration/deliveries.test.ts");

/** A month that is over, and the one that is not, whatever day it is. */
const NOW = monthAt(Date.now());
const BEFORE = monthAt(Date.parse(NOW) - 86_400_000);
const OPEN = NOW.slice(0, 7);
const CLOSED = BEFORE.slice(0, 7);

let system: TestSystem;
let server: Server;
let endpoint: string;
/** What the bucket holds, in the order of writing. */
const objects = new Map<string, Buffer>();
/** Requests for which this is true are refused. */
let refuses: (method: string, key: string) => boolean = () => false;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const key = decodeURIComponent((request.url ?? "").split("?")[0] ?? "").replace("/acme/", "");
      asked.push(`${request.method} ${key}`);
      if (refuses(request.method ?? "", key)) {
        const body = "<Error><Code>AccessDenied</Code><Message>not for you</Message></Error>";
        return response.writeHead(403, { "content-type": "application/xml" }).end(body);
      }
      if (request.method === "PUT") objects.set(key, Buffer.concat(pieces));
      if (request.method === "DELETE") objects.delete(key);
      return response.writeHead(request.method === "DELETE" ? 204 : 200, { etag: '"e"' }).end();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  system = await startSystem({
    pools: ["webhooks", "billing"],
    settings: {
      DELIVERY_SECRET: "a".repeat(40),
      OUTBOUND_ALLOWS_HTTP: "true",
      OUTBOUND_PRIVATE_RANGES: "127.0.0.1/32",
      BILLING_CLOSE_AFTER_DAYS: "off",
    },
  });
  const { organizationId } = system.organization;
  await system.deps.database`update organizations set created_at = ${BEFORE}::text::date`;
  await recordTiles(system.deps.database, { organizationId, count: 5, at: `${BEFORE}T10:00:00Z` });
  await recordTiles(system.deps.database, { organizationId, count: 7, at: `${NOW}T00:00:01Z` });
});
afterAll(async () => {
  await system.stop();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  refuses = () => false;
  objects.clear();
  asked.length = 0;
});

const SECRET = "the-secret-of-the-bucket";
const create = (values: object = {}) =>
  system.client.try("billing.deliveries.create", {
    organization_id: system.organization.organizationId,
    name: "FinOps",
    bucket: "acme",
    prefix: randomUUID(),
    endpoint_url: endpoint,
    access_key_id: "AK",
    secret_access_key: SECRET,
    ...values,
  });
const created = async (values: object = {}) => {
  const answer = await create(values);
  expect(answer.status).toBe(200);
  return answer.json;
};
const call = (operation: string, delivery: { id: string }, values: object = {}) =>
  system.client.call(`billing.deliveries.${operation}`, { delivery_id: delivery.id, ...values });

/** Waits for a run; one that waits for its next attempt is due at once. */
async function ended(delivery: { id: string }, runId: string) {
  return await vi.waitFor(
    async () => {
      await system.deps.database`
        update export_delivery_runs set next_attempt_at = now()
        where id = ${runId} and status = 'pending' and error is not null and next_attempt_at < now() + interval '5 minutes'`;
      const { runs } = await call("runs.list", delivery);
      const run = runs.find((each: { id: string }) => each.id === runId);
      expect(run?.status).not.toBe("pending");
      return run;
    },
    { timeout: 30_000, interval: 100 },
  );
}
const eventsOf = async (runId: string) => {
  const rows = await system.deps.database<{ type: string; data: Record<string, unknown> }[]>`
    select type, data from events where fact = ${runId}`;
  return rows;
};
const below = ({ prefix }: { prefix: string }) =>
  [...objects.keys()]
    .filter((key) => key.startsWith(`${prefix}/`))
    .map((key) => key.slice(prefix.length + 1));

test("a delivery never answers the secret of its key, keeps it encrypted, and names what is wrong with it", async () => {
  const delivery = await created();
  expect(delivery).toMatchObject({
    layout: "focus",
    format: "parquet",
    provisional: true,
    hour: 3,
    path_style: true,
  });
  expect(
    JSON.stringify([
      delivery,
      await call("get", delivery),
      await system.client.call("billing.deliveries.list", {}),
    ]),
  ).not.toContain(SECRET);
  const [row] = await system.deps.database<{ text: string }[]>`
    select row_to_json(kept)::text as text from export_deliveries as kept where id = ${delivery.id}`;
  expect(row?.text).not.toContain(Buffer.from(SECRET).toString("hex"));
  expect((await create({ prefix: delivery.prefix })).status).toBe(409);
  for (const fault of [
    { bucket: "A/b" },
    { endpoint_url: "ftp://x" },
    { hour: 24 },
    { format: "csv", focus_version: "1.9" },
    { layout: "usage", charge_period: "day" },
  ]) {
    expect((await create(fault)).status).toBe(422);
  }
  const stranger = await system.addOrganization();
  expect((await stranger.client.try("billing.deliveries.get", { delivery_id: delivery.id })).status).toBe(
    404,
  );
  expect(await call("update", delivery, { hour: 5, active: false })).toMatchObject({
    hour: 5,
    active: false,
  });
  expect(await call("delete", delivery)).toEqual({ deleted: true });
});

test("a test says what the bucket's server answers, and private addresses are never reached", async () => {
  const delivery = await created();
  expect(await call("test", delivery)).toMatchObject({ status: "delivered", error: null });
  expect(asked).toEqual(
    ["PUT", "DELETE"].map((verb) => `${verb} ${delivery.prefix}/geopera-delivery-test.txt`),
  );
  refuses = () => true;
  expect(await call("test", delivery)).toMatchObject({
    status: "failed",
    error: "403 AccessDenied: not for you",
  });
  const inside = await created({ endpoint_url: "http://10.0.0.1:9000" });
  expect(await call("test", inside)).toMatchObject({
    status: "failed",
    error: "10.0.0.1 is not at a public address",
  });
});

test("an open month comes as provisional files, and the final ones take their place when it is closed", async () => {
  const delivery = await created();
  const first = await call("run", delivery, { period: CLOSED });
  expect(await ended(delivery, first.id)).toMatchObject({
    status: "delivered",
    final: false,
    attempts: 1,
    error: null,
  });
  const folder = `focus/period=${CLOSED}`;
  const scope = system.organization.organizationId;
  expect(below(delivery)).toEqual([
    `${folder}/focus-${CLOSED}-${scope}-provisional-0001.parquet`,
    `${folder}/manifest.json`,
  ]);
  expect(await eventsOf(first.id)).toMatchObject([
    { type: "export.delivered", data: { final: false, period: CLOSED, objects: 2 } },
  ]);
  await closePeriod(system.deps.database, BEFORE, "test");
  // As if it had been made when that month was open, and its hour had come.
  await system.deps.database`
    update export_deliveries set created_at = ${BEFORE}::text::date, next_run_at = now() - interval '1 second' where id = ${delivery.id}`;
  const runs = await vi.waitFor(
    async () => {
      const listed = (await call("runs.list", delivery)).runs;
      expect(listed).toHaveLength(3);
      return listed;
    },
    { timeout: 20_000 },
  );
  for (const { id } of runs) expect(await ended(delivery, id)).toMatchObject({ status: "delivered" });
  expect(runs.map((run: { period: string; final: boolean }) => `${run.period} ${run.final}`)).toEqual(
    expect.arrayContaining([`${CLOSED} true`, `${OPEN} false`]),
  );
  const file = `${folder}/focus-${CLOSED}-${scope}-0001.parquet`;
  await vi.waitFor(() =>
    expect(
      below(delivery)
        .filter((key) => key.startsWith(folder))
        .toSorted(),
    ).toEqual([file, `${folder}/manifest.json`]),
  );
  const manifest = JSON.parse(String(objects.get(`${delivery.prefix}/${folder}/manifest.json`)));
  const bytes = objects.get(`${delivery.prefix}/${file}`) ?? Buffer.alloc(0);
  expect(manifest.files[0].sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  // A month that came for good does not come again by itself.
  await system.deps
    .database`update export_deliveries set next_run_at = now() - interval '1 second' where id = ${delivery.id}`;
  const again = await vi.waitFor(
    async () => {
      const listed = (await call("runs.list", delivery)).runs;
      expect(listed).toHaveLength(4);
      return listed[0];
    },
    { timeout: 20_000 },
  );
  expect(again).toMatchObject({ period: OPEN, final: false });
  await ended(delivery, again.id);
});

test("what failed is tried again without the files that arrived, the manifest comes last, and the last failure is an event", async () => {
  const delivery = await created({ layout: "usage", format: "ndjson" });
  refuses = (_method, key) => key.endsWith("manifest.json");
  const run = await call("run", delivery, { period: OPEN });
  await vi.waitFor(
    async () => {
      const [failed] = (await call("runs.list", delivery)).runs;
      expect(failed).toMatchObject({
        status: "pending",
        attempts: 1,
        error: "403 AccessDenied: not for you",
      });
    },
    { timeout: 20_000 },
  );
  const puts = () => asked.filter((each) => each.startsWith("PUT") && each.endsWith(".ndjson"));
  expect(puts()).toHaveLength(1);
  refuses = () => false;
  expect(await ended(delivery, run.id)).toMatchObject({ status: "delivered", attempts: 2 });
  expect(puts()).toHaveLength(1);
  expect(asked.at(-1)).toBe(`PUT ${delivery.prefix}/usage/period=${OPEN}/manifest.json`);
  refuses = () => true;
  const last = await call("run", delivery, { period: OPEN });
  await system.deps.database`update export_delivery_runs set attempts = 11 where id = ${last.id}`;
  expect(await ended(delivery, last.id)).toMatchObject({ status: "failed", attempts: 12 });
  expect(await eventsOf(last.id)).toMatchObject([
    { type: "export.delivery_failed", data: { error: "403 AccessDenied: not for you" } },
  ]);
});

describe.skipIf(s3 === undefined)("with a real S3 server", () => {
  test("a key that works brings the files, one that does not is named by the server", async () => {
    const options = {
      bucket: `delivery-${randomUUID()}`,
      prefix: "",
      region: "us-east-1",
      forcePathStyle: true,
      ...s3,
    };
    await createS3Client(options).send(new CreateBucketCommand({ Bucket: options.bucket }));
    const { credentials } = options as unknown as {
      credentials: { accessKeyId: string; secretAccessKey: string };
    };
    const place = {
      endpoint_url: s3?.endpoint,
      bucket: options.bucket,
      access_key_id: credentials.accessKeyId,
    };
    const delivery = await created({
      ...place,
      secret_access_key: credentials.secretAccessKey,
      layout: "statement",
      format: "csv",
    });
    expect(await call("test", delivery)).toMatchObject({ status: "delivered" });
    const run = await call("run", delivery, { period: OPEN });
    const { objects: keys } = await ended(delivery, run.id);
    const store = new S3ObjectStore(options);
    const manifest = JSON.parse(String(await store.get(`${delivery.prefix}/${keys.at(-1)}`)));
    const file = await store.get(`${delivery.prefix}/${keys[0]}`);
    expect(
      createHash("sha256")
        .update(file ?? "")
        .digest("hex"),
    ).toBe(manifest.files[0].sha256);
    await store.close();
    await call("update", delivery, { secret_access_key: "another" });
    expect(await call("test", delivery)).toMatchObject({
      status: "failed",
      error: expect.stringContaining("403"),
    });
  });
});
