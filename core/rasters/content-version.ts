import { createHash } from "node:crypto";

/**
 * Names a file's content by its key and its version in the store, so that two files of equal size and age
 * never share tiles.
 */
export function contentVersion(objectKey: string, storeVersion: string): string {
  return createHash("sha256").update(`${objectKey}\n${storeVersion}`).digest("base64url").slice(0, 22);
}
