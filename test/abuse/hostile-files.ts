import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import gdal from "gdal-async";
import {
  directoryBytes,
  directoryChain,
  headerBytes,
  rasterEntries,
  type Entry,
} from "../support/tiff-bytes.ts";

/** Files that cost a reader much more than their size, by name. All but `plain` and `bomb` are refused. */
export interface HostileFiles {
  /** Keys of files that registration refuses. */
  readonly refused: readonly string[];
  /** A sound file whose one block inflates to its largest permitted size. */
  readonly bomb: string;
  /** A sound file without overviews, whose smallest zoom reads all of it. */
  readonly plain: string;
}

/** Writes hostile files into a folder of the store; answers their keys. */
export async function writeHostileFiles(
  store: string,
  folder: string,
  short: boolean,
): Promise<HostileFiles> {
  await mkdir(join(store, folder), { recursive: true });
  const write = async (name: string, bytes: Buffer) => {
    await writeFile(join(store, folder, name), bytes);
    return `${folder}/${name}`;
  };
  const refused = [
    await write("chain.tif", directoryChain(short ? 2_000 : 200_000)),
    await write("cycle.tif", directoryChain(3, 8)),
    await write("inflates.tif", interleavedBomb()),
    await write("beyond.tif", directoryBomb()),
    await write("empty.tif", Buffer.alloc(0)),
  ];
  const bomb = makePlain(join(store, folder, "bomb.tif"), 8_192, 8_192);
  const plain = makePlain(join(store, folder, "plain.tif"), short ? 4_096 : 20_000, 256);
  return { refused, bomb: `${folder}/${bomb}`, plain: `${folder}/${plain}` };
}

/** One block of 8192 x 8192 pixels and 30 interleaved bands: 2 GB once decoded, 2 MB stored. */
function interleavedBomb(): Buffer {
  const change = (tag: number, type: number, value: number): Readonly<Record<number, Entry>> => ({
    [tag]: [tag, type, 1, value],
  });
  const changes = {
    ...change(256, 4, 8_192),
    ...change(257, 4, 8_192),
    ...change(259, 3, 8),
    ...change(277, 3, 30),
    ...change(278, 4, 8_192),
    ...change(279, 4, 1_960_000),
    ...change(284, 3, 1),
  };
  const size = directoryBytes(rasterEntries(0, changes), 0).length;
  const place = headerBytes().length + size;
  return Buffer.concat([
    headerBytes(),
    directoryBytes(rasterEntries(place, changes), 0),
    Buffer.alloc(1_960_000),
  ]);
}

/** A raster whose only block lies beyond the end of the file. */
function directoryBomb(): Buffer {
  return Buffer.concat([headerBytes(), directoryBytes(rasterEntries(1_000_000_000), 0)]);
}

/** Writes a GeoTIFF without overviews, every block of it; answers the name of the file. */
export function makePlain(path: string, size: number, block: number): string {
  const options = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", `BLOCKXSIZE=${block}`, `BLOCKYSIZE=${block}`];
  const dataset = gdal.drivers.get("GTiff").create(path, size, size, 1, gdal.GDT_Byte, options);
  dataset.srs = gdal.SpatialReference.fromEPSGA(4326);
  dataset.geoTransform = [10, 10 / size, 0, 50, 0, -10 / size];
  // Not sparse: every block is there to be read.
  dataset.bands.get(1).fill(7);
  dataset.close();
  return path.split("/").at(-1) ?? path;
}
