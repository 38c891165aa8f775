/** The name of the file that describes the others. */
export const MANIFEST_NAME = "manifest.json";

/** Where a file of an export lies in the object store. */
export function exportObjectKey(exportId: string, name: string): string {
  return `exports/${exportId}/${name}`;
}
