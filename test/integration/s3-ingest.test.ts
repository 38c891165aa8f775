import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import gdal from "gdal-async";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { ensureBucket } from "../../storage/object-store/ensure-bucket.ts";
import { Client } from "../support/client.ts";
import { writeStrips } from "../support/large-rasters.ts";
import { findTestS3Server } from "../support/s3-server.ts";
import { PASSWORD, shareTarget } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const server = findTestS3Server("test/integration/s3-ingest.test.ts");

describe.skipIf(server === undefined)("with files in a real S3 server", () => {
  let system: TestSystem;
  let folder: string;
  let project_id: string;

  beforeAll(async () => {
    const { endpoint, credentials } = server!;
    vi.stubEnv("AWS_ACCESS_KEY_ID", credentials.accessKeyId);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey);
    folder = mkdtempSync(join(tmpdir(), "s3-ingest-"));
    const settings = {
      OBJECT_STORE_URL: `s3://ingest-${randomUUID()}/store`,
      S3_ENDPOINT: endpoint,
      S3_FORCE_PATH_STYLE: "true",
      INGEST_FOLDER: join(folder, "ingest"),
    };
    await ensureBucket({ ...settings, S3_REGION: "us-east-1", S3_FORCE_PATH_STYLE: true });
    system = await startSystem({ pools: ["render", "ingest"], settings });
    ({ id: project_id } = await system.client.call("projects.create", { name: "S3" }));
  }, 60_000);
  afterAll(async () => {
    await system.stop();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test("a large file in strips with its mask is converted and drawn, the mask counting", async () => {
    const side = 2_200;
    await writeStrips(join(folder, "strips.tif"), { side });
    const mask = gdal.drivers
      .get("GTiff")
      .create(join(folder, "strips.tif.msk"), side, side, 1, gdal.GDT_Byte, ["COMPRESS=DEFLATE"]);
    mask.setMetadata(["INTERNAL_MASK_FLAGS_1=2", "INTERNAL_MASK_FLAGS_2=2", "INTERNAL_MASK_FLAGS_3=2"]);
    mask.close();
    const prefix = `organizations/${system.organization.organizationId}/assets/`;
    for (const name of ["strips.tif", "strips.tif.msk"]) {
      await system.deps.objectStore.put(prefix + name, readFileSync(join(folder, name)));
    }
    const register = async (sidecars: readonly string[]) =>
      await system.client.call("items.create", {
        project_id,
        type: "user_raster",
        name: "strips",
        assets: { visual: { href: `${prefix}strips.tif`, sidecars } },
      });
    const open = await register([]);
    const hidden = await register([`${prefix}strips.tif.msk`]);
    const address = tileAt(11.6, 48.6, 9);
    for (const [item, from] of [
      [open, "miss"],
      [hidden, "empty"],
    ] as const) {
      await vi.waitFor(
        async () => {
          const { ingest } = (await system.client.call("items.get", { item_id: item.id })).item;
          expect(ingest).toMatchObject({ state: "ready", checked: true });
        },
        { timeout: 100_000, interval: 200 },
      );
      const { token } = await shareTarget(system, "item", item.id);
      const tile = await new Client(system.url).try("share.tile.render", {
        token,
        password: PASSWORD,
        ...address,
      });
      expect(tile.status).toBe(200);
      expect(tile.headers.get("x-cache") === "empty", from).toBe(from === "empty");
    }
  }, 240_000);
});
