import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ATTACKS, type AttackName } from "../abuse/attacks.ts";
import type { AbuseTarget } from "../abuse/row.ts";
import { putRaster } from "../support/rasters.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

// The short form of `npm run test:abuse`: no victim is refused, and nothing grows beyond its bound. How long
// victims wait depends on the machine, and is for the long form.

let system: TestSystem;
let target: Omit<AbuseTarget, "organizations">;
beforeAll(async () => {
  system = await startSystem({
    pools: ["render", "ingest", "metering"],
    settings: { RENDER_PROCESSES: "2", RENDER_DEADLINE_MS: "30000", REFUSAL_DELAY_MS: "1000" },
  });
  const { storeFolder, config } = system;
  target = {
    url: system.url,
    scene: join(storeFolder, await putRaster(storeFolder, "scene.tif")),
    store: storeFolder,
    copyScene: (folder) => putRaster(storeFolder, `${folder}/scene.tif`),
    storage: {
      databaseUrl: system.ownerUrl,
      redisUrl: config.REDIS_URL,
      folders: [config.JOURNAL_DIR, join(storeFolder, "tiles")],
    },
    short: true,
  };
});
afterAll(() => system.stop());

test.for(Object.keys(ATTACKS) as AttackName[])(
  "an attack on %s refuses no neighbour and stays within every bound",
  { timeout: 180_000 },
  async (name) => {
    // Of their own: an attack may fill what its organization may have.
    const organizations = await Promise.all([system.addOrganization(), system.addOrganization()]);
    const rows = await ATTACKS[name]({
      ...target,
      organizations: organizations.map(({ organization: { apiKey, organizationId: id } }) => ({
        id,
        apiKey,
      })),
    });
    expect(rows).not.toEqual([]);
    for (const row of rows) {
      if (row.refused === undefined) expect(row).toMatchObject({ met: true });
      else expect(row).toMatchObject({ refused: 0 });
    }
  },
);
