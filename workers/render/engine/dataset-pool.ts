import type { AssetSource } from "./render-engine.ts";
import { openRaster, type RasterFile } from "./raster-file.ts";

/** Open rasters, bounded in number and in what they hold; the least recently used one is closed. */
export interface DatasetPool {
  /** An open raster, valid until the next call: nothing may keep it across an await. */
  get(source: Pick<AssetSource, "version" | "location">): RasterFile;
  readonly size: number;
  close(): void;
}

interface OpenFile {
  readonly version: string;
  readonly file: RasterFile;
}

/**
 * What open rasters may hold together. 64 images of four 16-bit bands in blocks of 512 x 512 held 640 MB, and
 * the process was replaced before it had opened them all.
 */
const DECODER_BYTES_MAX = 160 * 1024 * 1024;

/**
 * A pool of at most `filesMax` open rasters that hold at most `bytesMax` bytes, or of one that holds more.
 * One per location: opening another version closes the former one.
 */
export function createDatasetPool(filesMax: number, bytesMax = DECODER_BYTES_MAX): DatasetPool {
  const files = new Map<string, OpenFile>();
  let bytes = 0;
  const forget = (location: string, { file }: OpenFile) => {
    files.delete(location);
    bytes -= file.decoderBytes;
    file.close();
  };
  /** Closes the former version first: GDAL would share its cached state of the location with the new one. */
  const open = ({ version, location }: Pick<AssetSource, "version" | "location">): OpenFile => {
    const former = files.get(location);
    if (former !== undefined) forget(location, former);
    const file = openRaster(location);
    bytes += file.decoderBytes;
    return { version, file };
  };
  return {
    get(source) {
      const { version, location } = source;
      const known = files.get(location);
      const opened = known?.version === version ? known : open(source);
      files.delete(location);
      files.set(location, opened);
      for (const [oldLocation, old] of files) {
        if (files.size === 1 || (files.size <= filesMax && bytes <= bytesMax)) break;
        forget(oldLocation, old);
      }
      return opened.file;
    },
    get size() {
      return files.size;
    },
    close() {
      for (const [location, opened] of files) forget(location, opened);
    },
  };
}
