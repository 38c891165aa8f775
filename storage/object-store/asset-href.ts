import { isObjectKey } from "./object-key.ts";
import { parseStoreUrl } from "./store-url.ts";

/** Top folders that the system writes itself and no asset may point into. */
export const RESERVED_FOLDERS = new Set(["tiles", "exports", "fingerprints"]);

/** Top folder whose second segment names the one organization that may use what is below. */
const ORGANIZATIONS_FOLDER = "organizations";

/** A dot, slash, backslash or NUL behind any depth of percent-encoding. */
const ENCODED_TRAVERSAL = /%(?:25)*(?:2e|2f|5c|00)/i;

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Who names an asset: an organization, and what it may read besides its own folder. */
export interface StoreReader {
  readonly organizationId: string;
  /** Folders that the operator has mapped to the organization; the empty one is the whole store. */
  readonly prefixes: readonly string[];
}

/**
 * The object key that an asset's href names, for an organization: the href is a key itself or a full URL
 * under the configured store. An organization reads below `organizations/{its id}/` and below its mapped
 * prefixes. Undefined for anything else.
 */
export function resolveAssetHref(storeUrl: string, href: string, reader: StoreReader): string | undefined {
  if (/[?#]/.test(href) || ENCODED_TRAVERSAL.test(href)) return undefined;
  const key = SCHEME.test(href) ? keyOfUrl(storeUrl, href) : href;
  if (key === undefined || !isObjectKey(key)) return undefined;
  return belongsTo(key, reader) ? key : undefined;
}

/** Whose an object is, by its place: an organization, or a folder that belongs to none. */
export function ownerOfKey(key: string): string {
  const [top = "", owner = ""] = key.split("/");
  return top === ORGANIZATIONS_FOLDER ? owner : top;
}

function keyOfUrl(storeUrl: string, href: string): string | undefined {
  const store = parseStoreUrl(storeUrl);
  switch (store.kind) {
    case "memory":
      return undefined;
    case "file":
      return keyOfPath(store.root === "/" ? "" : store.root, href);
    case "s3":
      return below(`s3://${store.bucket}/${store.prefix === "" ? "" : `${store.prefix}/`}`, href);
  }
}

/**
 * File URLs are percent-encoded (RFC 8089); they are decoded here rather than by `URL`, which would resolve
 * dot segments.
 */
function keyOfPath(root: string, href: string): string | undefined {
  const path = below("file://", href);
  if (path === undefined) return undefined;
  try {
    return below(`${root}/`, decodeURIComponent(path));
  } catch {
    return undefined;
  }
}

function below(start: string, text: string): string | undefined {
  return text.startsWith(start) ? text.slice(start.length) : undefined;
}

/** Folders are compared as the most forgiving file system would, so that "Tiles/" is no way into "tiles/". */
function belongsTo(key: string, { organizationId, prefixes }: StoreReader): boolean {
  const [top = "", owner = "", ...rest] = key.split("/");
  const folded = fold(top);
  if (RESERVED_FOLDERS.has(folded)) return false;
  if (folded !== ORGANIZATIONS_FOLDER) return prefixes.some((prefix) => key.startsWith(prefix));
  return top === ORGANIZATIONS_FOLDER && owner === organizationId && rest.length > 0;
}

function fold(folder: string): string {
  return folder.normalize("NFKC").toLowerCase();
}

/** The fault of a prefix that cannot be mapped to an organization; undefined for a good one. */
export function prefixFault(prefix: string): string | undefined {
  if (prefix === "") return undefined;
  if (!prefix.endsWith("/") || !isObjectKey(`${prefix}x`) || ENCODED_TRAVERSAL.test(prefix)) {
    return "must be a folder of the store such as scenes/ (or empty for the whole store)";
  }
  const top = fold(prefix.slice(0, prefix.indexOf("/")));
  if (top === ORGANIZATIONS_FOLDER || RESERVED_FOLDERS.has(top)) return `must not lie in ${top}/`;
  return undefined;
}
