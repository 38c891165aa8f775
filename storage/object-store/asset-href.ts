import { isObjectKey } from "./object-key.ts";
import { parseStoreUrl } from "./store-url.ts";

/** Top folders that the system writes itself and no asset may point into. */
const RESERVED_FOLDERS = new Set(["tiles", "exports"]);

/** Top folder whose second segment names the one organization that may use what is below. */
const ORGANIZATIONS_FOLDER = "organizations";

/** A dot, slash, backslash or NUL behind any depth of percent-encoding. */
const ENCODED_TRAVERSAL = /%(?:25)*(?:2e|2f|5c|00)/i;

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The object key that an asset's href names, for an organization: the href is a key itself ("scenes/a.tif")
 * or a full URL under the configured store. Undefined for anything else: no other place, no folder of the
 * system's own, no foreign organization's folder.
 */
export function resolveAssetHref(storeUrl: string, href: string, organizationId: string): string | undefined {
  if (/[?#]/.test(href) || ENCODED_TRAVERSAL.test(href)) return undefined;
  const key = SCHEME.test(href) ? keyOfUrl(storeUrl, href) : href;
  if (key === undefined || !isObjectKey(key)) return undefined;
  return belongsTo(key, organizationId) ? key : undefined;
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
function belongsTo(key: string, organizationId: string): boolean {
  const [top = "", owner = "", ...rest] = key.split("/");
  const folded = top.normalize("NFKC").toLowerCase();
  if (RESERVED_FOLDERS.has(folded)) return false;
  if (folded !== ORGANIZATIONS_FOLDER) return true;
  return top === ORGANIZATIONS_FOLDER && owner === organizationId && rest.length > 0;
}
