import { randomBytes } from "node:crypto";

/** bcrypt reads 72 bytes and silently ignores the rest. */
const PASSWORD_BYTES_MAX = 72;

const PASSWORD_CHARACTERS_MIN = 8;

/** A new link token: 32 random bytes in base64url. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether text has the form of a link token. */
export function isLinkToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** Why a password cannot protect a link, or nothing. Characters are Unicode code points, bytes are those of UTF-8. */
export function passwordFault(password: string): string | undefined {
  if (Array.from(password).length < PASSWORD_CHARACTERS_MIN) {
    return `must have at least ${PASSWORD_CHARACTERS_MIN} characters`;
  }
  if (Buffer.byteLength(password) > PASSWORD_BYTES_MAX) {
    return `must have at most ${PASSWORD_BYTES_MAX} bytes in UTF-8`;
  }
  if (password.includes("\0")) return "must not contain a NUL character";
  if (!password.isWellFormed()) return "must be well-formed Unicode";
  return undefined;
}

/** What is decided about a link by its row and the time alone. */
export type LinkStanding = "live" | "revoked" | "expired";

/** Whether a link may be used at a time. */
export function linkStanding(
  link: { readonly revokedAtMs: number | undefined; readonly expiresAtMs: number },
  nowMs: number,
): LinkStanding {
  if (link.revokedAtMs !== undefined) return "revoked";
  return link.expiresAtMs <= nowMs ? "expired" : "live";
}
