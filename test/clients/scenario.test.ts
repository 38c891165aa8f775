import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPython } from "../../clients/find-python.fixture.ts";
import type { OperationId } from "../../clients/typescript/src/index.ts";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { putRaster } from "../support/rasters.ts";
import { PASSWORD } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import {
  driveCommandLine,
  driveHttp,
  drivePython,
  driveTypescript,
  type Driver,
  type Outcome,
} from "./drivers.ts";

/** What earlier steps answered. */
interface Known {
  project: string;
  collection: string;
  upload: string;
  item: string;
  link: string;
  token: string;
  /** The raster on this machine. */
  readonly file: string;
}

interface Step {
  readonly does: string;
  readonly operation: OperationId;
  readonly input: (known: Known) => Record<string, unknown>;
  readonly leaves: (outcome: Outcome, known: Known) => void | Promise<void>;
  /** Whether the answer is the one to wait for; the call is made again until it is. */
  readonly until?: (outcome: Outcome) => boolean;
}

const ADDRESS = tileAt(15, 45, 6);
const credentials = ({ token }: Known) => ({ token, password: PASSWORD });
const answered = ({ json }: Outcome) => json as Record<string, unknown>;
const idOf = (outcome: Outcome) => String(answered(outcome)["id"]);
const link = (known: Known, password: string) => ({
  target_type: "item",
  target_id: known.item,
  password,
  expires_at: new Date(Date.now() + 3_600_000).toISOString(),
});

const tilesOf = (outcome: Outcome) =>
  (answered(outcome)["days"] as { tiles: number }[]).reduce((sum, { tiles }) => sum + tiles, 0);

/** From nothing to a shared tile, and to its end: the same for every client. */
const STEPS: readonly Step[] = [
  {
    does: "makes a project",
    operation: "projects.create",
    input: () => ({ name: "Scenario" }),
    leaves: (outcome, known) => void (known.project = idOf(outcome)),
  },
  {
    does: "finds it among all",
    operation: "projects.list",
    input: () => ({ limit: 100 }),
    leaves: (outcome, { project }) => {
      const { projects } = answered(outcome) as { projects: { id: string }[] };
      expect(projects.map(({ id }) => id)).toContain(project);
    },
  },
  {
    does: "makes a collection in it",
    operation: "collections.create",
    input: ({ project }) => ({ project_id: project, name: "Scenes" }),
    leaves: (outcome, known) => void (known.collection = idOf(outcome)),
  },
  {
    does: "opens an upload",
    operation: "uploads.initiate",
    input: ({ project, collection }) => ({ project_id: project, target_collection_id: collection }),
    leaves: (outcome, known) => void (known.upload = idOf(outcome)),
  },
  {
    does: "sends a raster to the address that it gets",
    operation: "uploads.signed_url",
    input: ({ upload }) => ({ upload_id: upload, file_name: "scene.tif" }),
    leaves: async (outcome, { file }) => {
      const address = String(answered(outcome)["upload_url"]);
      const sent = await fetch(address, { method: "PUT", body: await readFile(file) });
      expect(sent.ok).toBe(true);
    },
  },
  {
    does: "makes an item of it",
    operation: "uploads.complete",
    input: ({ upload }) => ({ upload_id: upload }),
    leaves: (outcome, known) => void (known.item = String(answered(outcome)["item_id"])),
  },
  {
    does: "gets the field of a link that is wrong",
    operation: "share.link.create",
    input: (known) => link(known, "short"),
    leaves: (outcome) => {
      expect(outcome).toMatchObject({ status: 422, faults: [{ loc: ["body", "password"] }] });
      expectExit(outcome, 2);
    },
  },
  {
    does: "shares the item by a link",
    operation: "share.link.create",
    input: (known) => link(known, PASSWORD),
    leaves: (outcome, known) => {
      known.link = idOf(outcome);
      known.token = String(answered(outcome)["token"]);
    },
  },
  {
    does: "does not open it with a wrong password",
    operation: "share.link.validate",
    input: ({ token }) => ({ token, password: "wrong horse" }),
    leaves: (outcome) => {
      expect(outcome).toMatchObject({ status: 401 });
      expectExit(outcome, 3);
    },
  },
  {
    does: "opens it with the right one",
    operation: "share.link.validate",
    input: credentials,
    leaves: (outcome, { item }) => {
      expect(answered(outcome)).toMatchObject({
        permission: "view",
        target_type: "item",
        target: { id: item },
      });
    },
  },
  {
    does: "gets what a map needs",
    operation: "share.tilejson",
    input: credentials,
    leaves: (outcome) => {
      expect(answered(outcome)).toMatchObject({
        tilejson: "3.0.0",
        tiles: [expect.stringContaining("{z}/{x}/{y}")],
      });
    },
  },
  {
    does: "gets a tile as an image with something on it",
    operation: "share.tile.render",
    input: (known) => ({ ...credentials(known), ...ADDRESS, format: "png" }),
    leaves: async ({ bytes, contentType = "image/png" }) => {
      expect(contentType).toBe("image/png");
      const image = sharp(bytes);
      expect(await image.metadata()).toMatchObject({ format: "png", width: 256, height: 256 });
      expect((await image.stats()).channels[0]?.stdev).toBeGreaterThan(1);
    },
  },
  {
    does: "watches how it is used",
    operation: "share.link.usage",
    input: (known) => ({ link_id: known.link }),
    until: (outcome) => tilesOf(outcome) > 0,
    leaves: (outcome) => {
      expect(tilesOf(outcome)).toBe(1);
    },
  },
  {
    does: "ends the link",
    operation: "share.link.revoke",
    input: (known) => ({ link_id: known.link }),
    leaves: (outcome, known) => {
      expect(answered(outcome)).toMatchObject({ ok: true, id: known.link });
    },
  },
  {
    does: "gets no tile any more",
    operation: "share.tile.render",
    input: (known) => ({ ...credentials(known), ...ADDRESS, format: "png" }),
    leaves: (outcome) => {
      expect(outcome).toMatchObject({ status: 410, problem: { reason: "revoked" } });
      expectExit(outcome, 4);
    },
  },
];

/** The command line says with its exit code what the others say with the status alone. */
function expectExit({ exitCode }: Outcome, expected: number): void {
  if (exitCode !== undefined) expect(exitCode).toBe(expected);
}

const python = findPython("the Python part of test/clients/scenario.test.ts");
const DRIVERS: Readonly<Record<string, (baseUrl: string, token: string) => Promise<Driver>>> = {
  "HTTP by id": driveHttp("by id"),
  "HTTP by resource and action": driveHttp("by resource and action"),
  TypeScript: driveTypescript,
  "the command line": driveCommandLine,
  ...(python === undefined
    ? {}
    : { Python: drivePython(python, "sync"), "asynchronous Python": drivePython(python, "async") }),
};

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ pools: ["render", "ingest", "metering"] });
});
afterAll(() => system.stop());

describe.each(Object.entries(DRIVERS))("a user with %s", (_name, start) => {
  let driver: Driver;
  let known: Known;

  beforeAll(async () => {
    driver = await start(system.url, system.organization.apiKey);
    const folder = await mkdtemp(join(tmpdir(), "geopera-scenario-"));
    await putRaster(folder, "scene.tif");
    const file = join(folder, "scene.tif");
    known = { project: "", collection: "", upload: "", item: "", link: "", token: "", file };
  });
  afterAll(() => driver.stop());

  test.each(STEPS)("$does", async ({ operation, input, leaves, until = () => true }) => {
    let outcome = await driver.call(operation, input(known));
    while (!until(outcome)) {
      await wait(100);
      outcome = await driver.call(operation, input(known));
    }
    await leaves(outcome, known);
  });
});
