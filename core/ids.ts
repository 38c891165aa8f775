import { randomFillSync } from "node:crypto";
import { v7, validate } from "uuid";

const RANDOM_BYTES = 16;

/** Randomness for many ids at once: one call to the system for each would cost as much as the rest of a cached tile. */
const pool = new Uint8Array(RANDOM_BYTES * 512);
let used = pool.length;

/** A new resource or event id: a UUIDv7 (RFC 9562), so that ids sort by time of creation. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + RANDOM_BYTES);
  used += RANDOM_BYTES;
  return v7({ random });
}

/** Whether a string has the form of an id; anything else names no resource and is answered as not found. */
export function isId(text: string): boolean {
  return validate(text);
}
