import { GeoperaError, type BinaryAnswer } from "@geopera/share-client";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { writeJson } from "../output/write.ts";
import type { AreaRequest } from "./area-options.ts";
import { startProgress } from "./progress.ts";
import { countTiles, coverTiles, type Tile } from "./tile-cover.ts";

/** More tiles need `--yes`: each one costs the sharer money. */
const UNCONFIRMED_TILES_MAX = 1_000;

interface Download {
  readonly area: AreaRequest;
  /** The operation's input without `z`, `x` and `y`. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly folder: string | undefined;
  readonly render: (input: object) => Promise<BinaryAnswer>;
}

interface Tally {
  written: number;
  skipped: number;
  bytes: number;
  readonly failed: { tile: Tile; message: string }[];
}

/**
 * Fetches every tile of an area into `folder/z/x/y.png` (or the extension of the format). Existing tiles are
 * not fetched again, so an interrupted download continues.
 */
export async function downloadArea(io: Io, { area, input, folder, render }: Download): Promise<void> {
  if (folder === undefined || folder === "-") throw new CliError("Name the folder for the tiles with -o.");
  for (const field of ["z", "x", "y"]) {
    if (Object.hasOwn(input, field)) throw new CliError(`Give either --${field} or --bbox and --zoom.`);
  }
  const total = countTiles(area);
  if (total > UNCONFIRMED_TILES_MAX && !area.isConfirmed) {
    throw new CliError(
      `These are ${total} tiles, and the sharer pays for each; add --yes to fetch them all.`,
    );
  }
  const extension = extensionOf(input["format"]);
  const tally: Tally = { written: 0, skipped: 0, bytes: 0, failed: [] };
  const progress = startProgress(io, total);
  const fetchTile = async (tile: Tile) => {
    const path = join(folder, String(tile.z), String(tile.x), `${tile.y}.${extension}`);
    if (await isThere(path)) tally.skipped += 1;
    else await saveTile(tile, path);
    progress.step();
  };
  const saveTile = async (tile: Tile, path: string) => {
    try {
      const { bytes } = await render({ ...input, ...tile });
      await writeWhole(path, bytes);
      tally.written += 1;
      tally.bytes += bytes.length;
    } catch (error) {
      if (!isAboutOneTile(error)) throw error;
      tally.failed.push({ tile, message: error.message });
    }
  };
  try {
    await eachOf(coverTiles(area), area.concurrency, fetchTile);
  } finally {
    progress.end();
  }
  await writeJson(io, { tiles: total, ...tally });
  if (tally.failed.length > 0) {
    throw new CliError(`${tally.failed.length} of ${total} tiles could not be rendered.`, EXIT.unavailable);
  }
}

/** A raster that cannot be read in one place may be fine elsewhere; any other failure would repeat itself. */
function isAboutOneTile(error: unknown): error is GeoperaError {
  return error instanceof GeoperaError && error.status === 502;
}

/**
 * Runs a task for every value with bounded concurrency; the first failure ends it after the tasks in flight.
 */
async function eachOf<Value>(
  values: Iterator<Value>,
  concurrency: number,
  task: (value: Value) => Promise<void>,
): Promise<void> {
  let hasFailed = false;
  const work = async () => {
    for (let next = values.next(); !hasFailed && next.done !== true; next = values.next()) {
      try {
        await task(next.value);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: concurrency }, work));
  const failure = ends.find((end) => end.status === "rejected");
  if (failure !== undefined) throw failure.reason;
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
}

/** Writes a file atomically: half a tile would never be fetched again. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

/** Only the server knows all formats; as the end of a file name, a format must at least be a word. */
function extensionOf(format: unknown): string {
  const name = typeof format === "string" ? format : "png";
  return /^[a-z0-9]{1,8}$/.test(name) ? name : "tile";
}
