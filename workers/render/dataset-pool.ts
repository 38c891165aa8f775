import type { AssetSource } from "./engine.ts";
import { openRaster, type RasterFile } from "./raster-file.ts";

/** Open rasters, at most so many; the least recently used is closed. */
export interface DatasetPool {
  /** An open raster, valid until the next call: nothing may keep it across an await. */
  get(source: AssetSource): RasterFile;
  readonly size: number;
  close(): void;
}

/** A pool of at most `filesMax` open rasters, by asset, version and location. */
export function createDatasetPool(filesMax: number): DatasetPool {
  const files = new Map<string, RasterFile>();
  const keyOf = (source: AssetSource) => `${source.assetId}\n${source.version}\n${source.location}`;
  return {
    get(source) {
      const key = keyOf(source);
      const file = files.get(key) ?? openRaster(source.location);
      files.delete(key);
      files.set(key, file);
      for (const [oldKey, oldFile] of files) {
        if (files.size <= filesMax) break;
        files.delete(oldKey);
        oldFile.close();
      }
      return file;
    },
    get size() {
      return files.size;
    },
    close() {
      for (const file of files.values()) file.close();
      files.clear();
    },
  };
}
