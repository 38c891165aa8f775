import { hash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "gpra_";
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BODY_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${BODY_LENGTH + CHECKSUM_LENGTH}}$`);

/**
 * A new API key: `gpra_`, 32 random bytes in base62, and six base62 characters of CRC-32 over what precedes
 * them.
 */
export function newApiKey(): string {
  const body = PREFIX + toBase62(BigInt(`0x${randomBytes(32).toString("hex")}`), BODY_LENGTH);
  return body + checksum(body);
}

/**
 * Whether text has the form of an API key with a correct checksum, so that a typing error costs no look-up.
 */
export function isApiKey(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const body = text.slice(0, -CHECKSUM_LENGTH);
  return checksum(body) === text.slice(-CHECKSUM_LENGTH);
}

/** The start of a key that may be shown: enough to recognize it, useless for guessing. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, PREFIX.length + 8);
}

/** SHA-256 of a high-entropy secret (API key, link token): what is stored in its place. */
export function secretHash(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}

/** {@link secretHash} in base64, which costs a third of a buffer: every tile by token takes one. */
export function secretName(secret: string): string {
  return hash("sha256", secret, "base64");
}

function checksum(body: string): string {
  return toBase62(BigInt(crc32(body)), CHECKSUM_LENGTH);
}

function toBase62(value: bigint, length: number): string {
  let digits = "";
  for (let rest = value; rest > 0n; rest /= 62n) digits = BASE62[Number(rest % 62n)] + digits;
  return digits.padStart(length, "0");
}
