import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { tileMercatorBox, type TileAddress } from "../../core/tiles/tile-grid.ts";
import { gdal } from "../../workers/render/engine/configure-gdal.ts";
import { referenceTile, type ReferenceTile } from "../golden/reference.ts";
import type { Resampling } from "../../core/styles/render-style.ts";

const run = promisify(execFile);

/** How a reference tile is made. */
export interface ReferenceOptions {
  readonly size: number;
  readonly resampling: Exclude<Resampling, "mode">;
  readonly flags: readonly string[];
}

/** Makes a tile as gdalwarp does; undefined where gdalwarp gives up, as nothing has a place there. */
export type Reference = (
  location: string,
  tile: TileAddress,
  options: ReferenceOptions,
) => Promise<ReferenceTile | undefined>;

/** Like the engine, the reference reads no file beside the raster. */
const ENVIRONMENT = { GDAL_DISABLE_READDIR_ON_OPEN: "EMPTY_DIR", GDAL_PAM_ENABLED: "NO" };

const METHODS = { nearest: "near", bilinear: "bilinear", cubic: "cubic" } as const;

/**
 * gdalwarp as the same code in this process, or as the command in processes of its own, which takes many
 * times as long. Throws when the command is not installed.
 */
export async function chooseReference(
  kind: "command" | "library",
  scratch: string,
): Promise<{ name: string; reference: Reference }> {
  if (kind === "library") {
    return { name: `gdalwarp of GDAL ${gdal.version}, as a library`, reference: libraryReference };
  }
  const { stdout } = await run("gdalwarp", ["--version"]);
  return { name: `the command gdalwarp of ${stdout.trim()}`, reference: commandReference(scratch) };
}

function commandReference(scratch: string): Reference {
  return async (location, tile, { size, resampling, flags }) => {
    await rm(scratch, { force: true });
    const box = tileMercatorBox(tile).map(String);
    const extent = ["-t_srs", "EPSG:3857", "-te", ...box, "-ts", String(size), String(size)];
    const args = ["-q", "-dstalpha", "-wm", "2000", "-r", METHODS[resampling], ...extent, ...flags];
    try {
      await run("gdalwarp", [...args, location, scratch], { env: { ...process.env, ...ENVIRONMENT } });
    } catch {
      return undefined;
    }
    return readBands(scratch, size);
  };
}

const libraryReference: Reference = async (location, tile, options) => {
  try {
    return referenceTile(location, tile, options);
  } catch {
    return undefined;
  }
};

function readBands(location: string, size: number): ReferenceTile {
  const warped = gdal.open(location, "r", ["GTiff"]);
  const read = (band: number) =>
    warped.bands
      .get(band)
      .pixels.read(0, 0, size, size, new Float64Array(size * size), { data_type: "Float64" });
  const count = warped.bands.count();
  const bands = Array.from({ length: count - 1 }, (_, index) => read(index + 1));
  const opacity = Uint8Array.from(read(count), (value) => (value > 0 ? 255 : 0));
  warped.close();
  return { bands, opacity };
}
