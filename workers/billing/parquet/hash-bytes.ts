const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a of some bytes. */
export function hashBytes(bytes: Uint8Array, start: number, length: number): number {
  let hash = OFFSET | 0;
  for (let at = start; at < start + length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME);
  return hash;
}
