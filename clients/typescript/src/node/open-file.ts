import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { UploadSource } from "@geopera/share-client";

/** A file of this machine to upload. */
export interface OpenFile extends UploadSource {
  close(): Promise<void>;
}

/** Opens a file for `uploadFile` and `uploadRaster`. */
export async function openFile(path: string): Promise<OpenFile> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  return {
    name: basename(path),
    size,
    slice: (start, end) => ({
      async arrayBuffer() {
        const bytes = new Uint8Array(end - start);
        let filled = 0;
        while (filled < bytes.length) {
          const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.buffer.slice(0, filled);
      },
    }),
    close: () => file.close(),
  };
}
