import type { AssetSource } from "./render-engine.ts";
import { openRaster, type RasterFile } from "./raster-file.ts";

/** A bounded number of open rasters; the least recently used one is closed. */
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
 * A pool of at most `filesMax` open rasters, one per location: opening another version closes the former one.
 */
export function createDatasetPool(filesMax: number): DatasetPool {
  const files = new Map<string, OpenFile>();
  /** Closes the former version first: GDAL would share its cached state of the location with the new one. */
  const open = ({ version, location }: Pick<AssetSource, "version" | "location">): OpenFile => {
    files.get(location)?.file.close();
    files.delete(location);
    return { version, file: openRaster(location) };
  };
  return {
    get(source) {
      const { version, location } = source;
      const known = files.get(location);
      const opened = known?.version === version ? known : open(source);
      files.delete(location);
      files.set(location, opened);
      for (const [oldLocation, old] of files) {
        if (files.size <= filesMax) break;
        files.delete(oldLocation);
        old.file.close();
      }
      return opened.file;
    },
    get size() {
      return files.size;
    },
    close() {
      for (const { file } of files.values()) file.close();
      files.clear();
    },
  };
}
