import type { ObjectStore } from "./object-store.ts";

/** A key that any store takes. */
const ANY_KEY = "x";

/**
 * The key of an object by its address at the store's own door; signatures and their ends do not matter.
 * Undefined for every other address.
 */
export async function keyOfDownload(
  objectStore: Pick<ObjectStore, "signedUrl">,
  url: string,
): Promise<string | undefined> {
  if (!/^https?:/.test(url)) return undefined;
  const any = await objectStore.signedUrl(ANY_KEY, { seconds: 60, fileName: ANY_KEY });
  if (any === undefined) return undefined;
  const { origin, pathname } = new URL(any);
  const start = `${origin}${pathname.slice(0, -ANY_KEY.length)}`;
  if (!url.startsWith(start)) return undefined;
  try {
    return decodeURIComponent(url.slice(start.length).split(/[?#]/)[0] ?? "");
  } catch {
    return undefined;
  }
}
