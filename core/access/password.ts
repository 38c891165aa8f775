import { COMMON_PASSWORDS } from "./common-passwords.ts";

/** bcrypt reads 72 bytes and ignores the rest without an error. */
const PASSWORD_BYTES_MAX = 72;

/** The fewest characters of a new password; organizations may ask for more. */
export const PASSWORD_CHARACTERS_MIN = 8;

/**
 * The fault of a password that cannot protect anything; undefined for a good one. Characters are Unicode code
 * points, bytes those of UTF-8, both of the composed form (NFC).
 */
export function newPasswordFault(
  password: string,
  charactersMin = PASSWORD_CHARACTERS_MIN,
): string | undefined {
  const fault = passwordFault(password);
  if (fault !== undefined) return fault;
  const composed = password.normalize("NFC");
  if (Array.from(composed).length < charactersMin) return `must have at least ${charactersMin} characters`;
  if (isBlank(composed)) return "must not be blank";
  if (COMMON_PASSWORDS.has(composed.trim().toLowerCase())) {
    return "is one of the most common passwords; choose another one";
  }
  return undefined;
}

/**
 * The fault of text that can never have become a password, because it would be cut or changed on the way;
 * undefined otherwise. Bytes are those of the composed form (NFC) in UTF-8.
 */
export function passwordFault(password: string): string | undefined {
  if (!password.isWellFormed()) return "must be well-formed Unicode";
  if (password.includes("\0")) return "must not contain a NUL character";
  // No text of this length has a composed form that is short enough.
  const isLong = password.length > 3 * PASSWORD_BYTES_MAX || passwordBytes(password) > PASSWORD_BYTES_MAX;
  return isLong ? `must have at most ${PASSWORD_BYTES_MAX} bytes in UTF-8` : undefined;
}

/**
 * The forms of a typed password to compare: composed (NFC), in which new passwords are hashed, and as typed,
 * in which older ones were. Keyboards and systems differ in how they write "é".
 */
export function passwordForms(password: string): readonly string[] {
  const composed = password.normalize("NFC");
  return composed === password ? [composed] : [composed, password];
}

function passwordBytes(password: string): number {
  return Buffer.byteLength(password.normalize("NFC"));
}

/** White space, and characters without ink such as the zero-width space. */
function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\p{Cf}\p{Z}]*$/u.test(text);
}
