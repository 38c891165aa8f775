/**
 * Hexadecimal digits of an id that are random: three after the version, one for the variant, fifteen after
 * it.
 */
const RANDOM_DIGITS = 19;

/**
 * Ids for which random digits are drawn at once: one system call for each id would cost as much as the rest
 * of a cached tile.
 */
const IDS_PER_DRAW = 256;

/** The digits whose first two bits are 10. */
const VARIANTS = "89ab";

/**
 * Makes ids: UUIDv7 (RFC 9562), which sort by time of creation. It keeps unused random digits, so a process
 * shares one maker.
 */
export class IdMaker {
  readonly #now: () => number;
  readonly #randomHex: (digits: number) => string;
  #digits = "";
  #used = 0;
  #timeMs = -1;
  #timeDigits = "";

  /** Takes a clock, and a source of random hexadecimal digits. */
  constructor(now: () => number, randomHex: (digits: number) => string) {
    this.#now = now;
    this.#randomHex = randomHex;
  }

  /** A new id. */
  next(): string {
    const now = this.#now();
    if (now !== this.#timeMs) {
      const digits = now.toString(16).padStart(12, "0");
      this.#timeMs = now;
      this.#timeDigits = `${digits.slice(0, 8)}-${digits.slice(8)}`;
    }
    if (this.#used === this.#digits.length) {
      this.#digits = this.#randomHex(RANDOM_DIGITS * IDS_PER_DRAW);
      this.#used = 0;
    }
    const from = this.#used;
    const digits = this.#digits;
    this.#used += RANDOM_DIGITS;
    const variant = VARIANTS[digits.charCodeAt(from + 3) & 3];
    return `${this.#timeDigits}-7${digits.slice(from, from + 3)}-${variant}${digits.slice(from + 4, from + 7)}-${digits.slice(from + 7, from + 19)}`;
  }
}

/** A UUID of any defined version, the nil and the maximal one included. */
const ID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/i;

/** Whether a text has the form of an id. Any other text names no resource and is answered as not found. */
export function isId(text: string): boolean {
  return ID.test(text);
}
