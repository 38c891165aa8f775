/** A strong entity tag of a key that needs no escaping. */
export function etagOf(key: string): string {
  return `"${key}"`;
}

/** Whether an `If-None-Match` header names an entity tag, by weak comparison (RFC 9110, section 13.1.2). */
export function matchesEtag(header: string, etag: string): boolean {
  if (header.trim() === "*") return true;
  return header.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === etag);
}
