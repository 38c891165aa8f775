import { InvalidArgumentError } from "commander";
import { randomInt } from "node:crypto";

const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 7 * 24, y: 365 * 24 };

/** Reads a lifetime such as 12h, 30d, 4w or 1y as milliseconds. */
export function parseLifetime(text: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([hdwy])$/.exec(text) ?? [];
  const hours = HOURS[unit];
  if (count === undefined || hours === undefined || Number(count) === 0) {
    throw new InvalidArgumentError("It must be a number with h, d, w or y, such as 12h or 30d.");
  }
  return Number(count) * hours * 3_600_000;
}

/** No 0, 1, i, l, o: people read passwords to each other. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password of 79 random bits in four groups, such as `k7mq-2xwp-9rtd-hv4c`. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
