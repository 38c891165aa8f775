import { findStructureFault } from "../../core/rasters/tiff-structure.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { RasterRefused } from "./errors.ts";

/**
 * Throws a RasterRefused for a file of the object store whose structure is damaged or hostile, after a
 * bounded number of small reads. A missing file is left to the reader to report.
 */
export async function checkStructure(
  store: Pick<ObjectStore, "head" | "getStream">,
  objectKey: string,
): Promise<void> {
  const found = await store.head(objectKey);
  if (found === undefined) return;
  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    if (length === 0) return new Uint8Array(0);
    const chunks = await store.getStream(objectKey, { first: offset, last: offset + length - 1 });
    const parts: Uint8Array[] = [];
    for await (const part of chunks ?? []) parts.push(part);
    return Buffer.concat(parts);
  };
  const fault = await findStructureFault(read, found.bytes);
  if (fault) throw new RasterRefused(fault.code, fault.message);
}
