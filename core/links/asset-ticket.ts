import { createHmac, timingSafeEqual } from "node:crypto";

/** What a ticket allows: to download one asset under one link until it expires. */
export interface AssetTicket {
  readonly linkId: string;
  /** The link's credential version when the ticket was made: a changed password ends older tickets. */
  readonly credentialVersion: number;
  readonly assetId: string;
  readonly expiresAtSeconds: number;
}

/** Separates tickets from everything else that is signed with the same secret. */
const PURPOSE = "asset-ticket-1";

const BODY_BYTES = 16 + 16 + 4 + 4;
const SIGNATURE_BYTES = 16;

/** A ticket as URL-safe text, signed with HMAC-SHA256 cut to 128 bits. */
export function encodeAssetTicket(ticket: AssetTicket, secret: string): string {
  const body = Buffer.alloc(BODY_BYTES);
  idBytes(ticket.linkId).copy(body, 0);
  idBytes(ticket.assetId).copy(body, 16);
  body.writeUInt32BE(ticket.credentialVersion, 32);
  body.writeUInt32BE(ticket.expiresAtSeconds, 36);
  return Buffer.concat([body, sign(body, secret)]).toString("base64url");
}

/**
 * Reads a ticket that {@link encodeAssetTicket} signed with the same secret; undefined for any other text.
 * The caller checks the expiry.
 */
export function decodeAssetTicket(text: string, secret: string): AssetTicket | undefined {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== BODY_BYTES + SIGNATURE_BYTES || bytes.toString("base64url") !== text) return undefined;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), sign(body, secret))) return undefined;
  return {
    linkId: idText(body.subarray(0, 16)),
    assetId: idText(body.subarray(16, 32)),
    credentialVersion: body.readUInt32BE(32),
    expiresAtSeconds: body.readUInt32BE(36),
  };
}

function sign(body: Buffer, secret: string): Buffer {
  return createHmac("sha256", secret).update(PURPOSE).update(body).digest().subarray(0, SIGNATURE_BYTES);
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idText(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
