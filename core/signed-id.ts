import { createHmac, timingSafeEqual } from "node:crypto";

/** An id that may be used until a time. */
export interface SignedId {
  /** A UUID. */
  readonly id: string;
  readonly expiresAtSeconds: number;
}

/** What a signature is for, and what else it covers. Neither is in the text: a reader must know both. */
export interface SignedFor {
  readonly purpose: "owned-asset" | "upload" | "device-consent" | "item-tiles" | "item-files";
  readonly detail: string;
}

const BODY_BYTES = 16 + 4;
const SIGNATURE_BYTES = 16;

/** An id with its end as URL-safe text, signed with HMAC-SHA256 cut to 128 bits. */
export function encodeSignedId({ id, expiresAtSeconds }: SignedId, use: SignedFor, secret: string): string {
  const body = Buffer.alloc(BODY_BYTES);
  Buffer.from(id.replaceAll("-", ""), "hex").copy(body, 0);
  body.writeUInt32BE(expiresAtSeconds, 16);
  return Buffer.concat([body, sign(body, use, secret)]).toString("base64url");
}

/**
 * Reads a text that {@link encodeSignedId} signed for the same use with the same secret; undefined for any
 * other text. The caller checks the expiry.
 */
export function decodeSignedId(text: string, use: SignedFor, secret: string): SignedId | undefined {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== BODY_BYTES + SIGNATURE_BYTES || bytes.toString("base64url") !== text) return undefined;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), sign(body, use, secret))) return undefined;
  const hex = body.toString("hex", 0, 16);
  return {
    id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
    expiresAtSeconds: body.readUInt32BE(16),
  };
}

function sign(body: Buffer, { purpose, detail }: SignedFor, secret: string): Buffer {
  const mac = createHmac("sha256", secret).update(`${purpose}-1\0`).update(body).update(detail);
  return mac.digest().subarray(0, SIGNATURE_BYTES);
}
