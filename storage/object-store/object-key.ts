/** Longest key in bytes of UTF-8: what S3 allows, less room for a prefix of the store. */
const KEY_BYTES_MAX = 900;

/** Longest path segment in bytes of UTF-8: what file systems allow. */
const SEGMENT_BYTES_MAX = 255;

/**
 * Returns the key when it is a well-formed relative path, the same object in every driver; throws a
 * RangeError otherwise.
 */
export function parseObjectKey(key: string): string {
  const fault = textFault(key) ?? key.split("/").map(segmentFault).find(Boolean) ?? firstSegmentFault(key);
  if (fault !== undefined) throw new RangeError(`Object key ${JSON.stringify(key)} ${fault}.`);
  return key;
}

/**
 * Returns the prefix when some key could start with it; it may be empty or end inside a name. Throws a
 * RangeError otherwise.
 */
export function parseObjectPrefix(prefix: string): string {
  const segments = prefix.split("/");
  const last = segments.pop();
  const fault =
    textFault(prefix) ??
    segments.map(segmentFault).find(Boolean) ??
    (last === "" ? undefined : segmentFault(last ?? "")) ??
    firstSegmentFault(prefix);
  if (fault !== undefined) throw new RangeError(`Object prefix ${JSON.stringify(prefix)} ${fault}.`);
  return prefix;
}

/** Whether a name that a store lists could have been written through {@link parseObjectKey}. */
export function isObjectKey(name: string): boolean {
  try {
    parseObjectKey(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Orders keys as S3 lists them: by their bytes in UTF-8, which differs from JavaScript's order of UTF-16
 * units.
 */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function textFault(text: string): string | undefined {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f\\]/.test(text)) return "holds a control character or a backslash";
  const bytes = Buffer.from(text);
  if (bytes.toString() !== text) return "is not well-formed Unicode";
  return bytes.length > KEY_BYTES_MAX ? `is longer than ${KEY_BYTES_MAX} bytes` : undefined;
}

function segmentFault(segment: string): string | undefined {
  if (segment === "") return "has an empty segment";
  if (segment === "." || segment === "..") return `has a "${segment}" segment`;
  if (Buffer.byteLength(segment) > SEGMENT_BYTES_MAX) return `has a segment over ${SEGMENT_BYTES_MAX} bytes`;
  return undefined;
}

/** Top folders that start with a dot are the drivers' own, such as the file driver's unfinished writes. */
function firstSegmentFault(key: string): string | undefined {
  return key.startsWith(".") ? "starts with a dot" : undefined;
}
