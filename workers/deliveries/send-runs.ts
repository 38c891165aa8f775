import { createHash } from "node:crypto";
import { unseal } from "../../core/access/sealed-box.ts";
import { EXPORT_FORMATS } from "../../core/billing/export-formats.ts";
import { BUCKET_SECRET_PURPOSE, deliveryFolder } from "../../core/deliveries/delivery-bucket.ts";
import { pauseAfterMs } from "../../core/events/retry-plan.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Outbound } from "../../infra/outbound/post-json.ts";
import { findExport, listExportFiles } from "../../storage/billing/billing-exports.ts";
import { exportObjectKey, MANIFEST_NAME } from "../../storage/billing/export-objects.ts";
import { announceChange } from "../../storage/database/change-notices.ts";
import type { Database } from "../../storage/database/database.ts";
import {
  claimRun,
  listFormerObjects,
  noteObject,
  recordRunAttempt,
  type DeliveryRunRow,
} from "../../storage/deliveries/delivery-runs.ts";
import {
  bucketOf,
  findExportDelivery,
  type DeliveryRow,
} from "../../storage/deliveries/export-deliveries.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { bucketFaultText, openCustomerBucket } from "./customer-bucket.ts";

/** What deliveries are made with. */
export interface DeliveryParts {
  readonly database: Database;
  readonly objectStore: ObjectStore;
  readonly outbound: Outbound;
  readonly logger: Logger;
  /** Opens the secrets of buckets. */
  readonly secret: string;
}

/** Written by a test of a bucket, and deleted again. */
const TEST_OBJECT = "geopera-delivery-test.txt";

/** Attempts the runs of a delivery that are due, one after the other. */
export async function sendDueRuns(parts: DeliveryParts, deliveryId: string): Promise<void> {
  for (;;) {
    const delivery = await findExportDelivery(parts.database, deliveryId);
    const run = delivery && (await claimRun(parts.database, deliveryId));
    if (delivery === undefined || run === undefined) return;
    await attempt(parts, delivery, run);
  }
}

/** The run is over before its time: its export is gone or failed, which another attempt cannot mend. */
class RunIsOver extends Error {
  override readonly name = "RunIsOver";
}

async function attempt(parts: DeliveryParts, delivery: DeliveryRow, run: DeliveryRunRow): Promise<void> {
  const { database, logger } = parts;
  let error: string | null = null;
  let isOver = true;
  let pauseMs: number | undefined;
  try {
    await deliver(parts, delivery, run);
  } catch (cause) {
    error = bucketFaultText(cause);
    pauseMs = run.month === null ? undefined : pauseAfterMs(run.attempts, Math.random());
    isOver = cause instanceof RunIsOver || pauseMs === undefined;
    logger.info(
      { deliveryId: delivery.id, runId: run.id, attempt: run.attempts, error },
      "export not delivered",
    );
  }
  await database.begin(async (transaction) => {
    await recordRunAttempt(transaction, delivery, run.id, { error, isOver, pauseMs });
    await announceChange(transaction, "attempt", run.id);
  });
}

async function deliver(parts: DeliveryParts, delivery: DeliveryRow, run: DeliveryRunRow): Promise<void> {
  const secret = unseal(delivery.sealed_secret, parts.secret, `${BUCKET_SECRET_PURPOSE} ${delivery.id}`);
  const bucket = await openCustomerBucket(parts.outbound, bucketOf(delivery), secret);
  try {
    if (run.month === null) await testBucket(bucket);
    else await sendExport(parts, bucket, delivery, { ...run, month: run.month });
  } finally {
    await bucket.close();
  }
}

/** What a delivery needs: to write. A key that may not delete leaves the test's object behind. */
async function testBucket(bucket: ObjectStore): Promise<void> {
  await bucket.put(TEST_OBJECT, Buffer.from("A test of this bucket.\n"), { contentType: "text/plain" });
  await bucket.delete(TEST_OBJECT).catch(() => undefined);
}

/**
 * Writes the files, then the manifest, and at last deletes what earlier runs of the month wrote and this one
 * did not. Files that an earlier attempt of the run brought are not sent again.
 */
async function sendExport(
  { database, objectStore }: DeliveryParts,
  bucket: ObjectStore,
  { layout, format }: DeliveryRow,
  run: DeliveryRunRow & { readonly month: string },
): Promise<void> {
  const row = run.export_id === null ? undefined : await findExport(database, run.export_id);
  if (row?.status !== "completed") throw new RunIsOver(row?.failure ?? "the export is gone");
  const folder = deliveryFolder(layout, run.month);
  const note = async (key: string, bytes: number) => {
    if (!(await noteObject(database, run.id, key, bytes))) throw new RunIsOver("the run has ended meanwhile");
  };
  const written: string[] = [];
  for (const { name, sha256 } of await listExportFiles(database, row.id)) {
    const key = `${folder}/${name}`;
    written.push(key);
    if (run.objects.includes(key)) continue;
    const source = await objectStore.getStream(exportObjectKey(row.id, name));
    if (source === undefined) throw new RunIsOver("the export is gone");
    const { contentType } = EXPORT_FORMATS[format];
    await note(key, await bucket.putStream(key, proved(source, sha256), { contentType }));
  }
  const manifest = await objectStore.get(exportObjectKey(row.id, MANIFEST_NAME));
  if (manifest === undefined) throw new RunIsOver("the export is gone");
  const manifestKey = `${folder}/${MANIFEST_NAME}`;
  await bucket.put(manifestKey, manifest, { contentType: "application/json" });
  await note(manifestKey, manifest.length);
  const current = new Set([...written, manifestKey]);
  for (const key of await listFormerObjects(database, run)) {
    // A key that may not delete leaves them: the manifest names what counts.
    if (!current.has(key)) await bucket.delete(key).catch(() => undefined);
  }
}

/** The bytes, whose last piece is handed out only when all of them are those of the manifest. */
async function* proved(bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let held: Uint8Array | undefined;
  for await (const piece of bytes) {
    hash.update(piece);
    if (held !== undefined) yield held;
    // The source may use its memory again.
    held = Uint8Array.from(piece);
  }
  if (hash.digest("hex") !== sha256)
    throw new Error("the file in the service's store is not the one that was written");
  if (held !== undefined) yield held;
}
