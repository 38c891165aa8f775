import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createScratchMemory } from "../../workers/render/kernels/scratch.ts";
import { compareFile } from "../conformance/compare-file.ts";
import { isRight } from "../conformance/compare-tile.ts";
import { makeGenerated } from "../conformance/generated-files.ts";
import { chooseReference, type Reference } from "../conformance/reference-command.ts";

/** Few tiles of few files: `npm run conformance` compares all of them. */
const TILES_MAX = 8;
const TIMEOUT_MS = 60_000;

const memory = createScratchMemory({ strict: true });
let folder: string;
let reference: Reference;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "conformance-"));
  ({ reference } = await chooseReference("library", join(folder, "reference.tif")));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function wrongTilesOf(location: string): Promise<unknown[]> {
  const result = await compareFile(
    { memory, reference, tilesMax: TILES_MAX, converted: join(folder, "converted.tif") },
    location,
  );
  if (result.kind === "refused") return [result];
  return result.tiles.filter((tile) => !isRight(tile));
}

describe("no tile of a kind that was once wrong differs from gdalwarp's, or is left out", () => {
  test.each([
    "alpha-Float32-255",
    "alpha-UInt16-255",
    "alpha-Int32-2147483647",
    "mask-and-nodata",
    "alpha-and-nodata",
    "nodata-as-text",
    "world-mollweide",
    "world-van-der-grinten",
    "world-equidistant-oblique",
    "disc-geostationary-75-west",
    "datum-paris-grads",
    "datum-tokyo",
    "antimeridian-degrees",
    "turn-from-0-classes",
    "turn-from-180.4-west-classes",
    "pole-3031",
    "type-signed-bytes",
  ])("%s", { timeout: TIMEOUT_MS }, async (name) => {
    expect(await wrongTilesOf(makeGenerated(folder, name))).toEqual([]);
  });
});

/** Real files of these kinds, beside the project; they are not part of it. */
const cases = fileURLToPath(new URL("../../../shared/cases/rasters", import.meta.url));
const REFUSED = new Set(["gen_trunc_2pct.tif"]);
const files = existsSync(cases)
  ? readdirSync(cases).filter((name) => /\.tiff?$/.test(name) && !REFUSED.has(name))
  : [];

describe.skipIf(files.length === 0)("tiles of real files equal gdalwarp's (needs ../shared/cases)", () => {
  test.each(files)("%s", { timeout: TIMEOUT_MS }, async (name) => {
    expect(await wrongTilesOf(join(cases, name))).toEqual([]);
  });
});
