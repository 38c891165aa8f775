import { createHmac, timingSafeEqual } from "node:crypto";

/** What a grant allows: tiles of one link in one profile until it expires. */
export interface Grant {
  readonly linkId: string;
  /** The link's credential version when the grant was made: a changed password ends older grants. */
  readonly credentialVersion: number;
  readonly expiresAtSeconds: number;
  /** A profile's id or name; empty: the item's default. */
  readonly profile: string;
}

const VERSION = 1;
const HEADER_BYTES = 1 + 16 + 4 + 4;
const SIGNATURE_BYTES = 16;

/**
 * A grant as a compact URL-safe capability: version, link id, credential version, expiry and profile. It is
 * signed with HMAC-SHA256, cut to 128 bits (RFC 2104 section 5 allows half the hash).
 */
export function encodeGrant(grant: Grant, secret: string): string {
  const profile = Buffer.from(grant.profile);
  const body = Buffer.alloc(HEADER_BYTES + profile.length);
  body.writeUInt8(VERSION, 0);
  Buffer.from(grant.linkId.replaceAll("-", ""), "hex").copy(body, 1);
  body.writeUInt32BE(grant.credentialVersion, 17);
  body.writeUInt32BE(grant.expiresAtSeconds, 21);
  profile.copy(body, HEADER_BYTES);
  return Buffer.concat([body, sign(body, secret)]).toString("base64url");
}

/**
 * Reads a grant that {@link encodeGrant} signed with the same secret; undefined for any other text. The
 * caller checks the expiry.
 */
export function decodeGrant(text: string, secret: string): Grant | undefined {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length < HEADER_BYTES + SIGNATURE_BYTES || bytes.toString("base64url") !== text) return undefined;
  const body = bytes.subarray(0, -SIGNATURE_BYTES);
  if (body.readUInt8(0) !== VERSION) return undefined;
  if (!timingSafeEqual(bytes.subarray(-SIGNATURE_BYTES), sign(body, secret))) return undefined;
  const hex = body.toString("hex", 1, 17);
  return {
    linkId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
    credentialVersion: body.readUInt32BE(17),
    expiresAtSeconds: body.readUInt32BE(21),
    profile: body.toString("utf8", HEADER_BYTES),
  };
}

function sign(body: Buffer, secret: string): Buffer {
  return createHmac("sha256", secret).update("tile-grant").update(body).digest().subarray(0, SIGNATURE_BYTES);
}
