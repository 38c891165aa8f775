/** Without letters and digits that are mistaken for each other. */
const CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** Three groups of five: 74 bits. */
const GROUPS = 3;
const GROUP_LENGTH = 5;

/** A password that can be read over the telephone, such as `k7mzp-3xw9c-tq4hd`. */
export function generatePassword(): string {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => CHARACTERS[randomBelow(CHARACTERS.length)]).join(""),
  );
  return groups.join("-");
}

/** A number below a limit, each as likely: bytes beyond its last multiple are drawn again. */
function randomBelow(limit: number): number {
  const usable = 256 - (256 % limit);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < usable) return byte % limit;
  }
}
