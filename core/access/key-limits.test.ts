import { expect, test } from "vitest";
import { InputError } from "../errors.ts";
import { limitsOfNewKey } from "./key-limits.ts";

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const free = { parent: undefined, daysMax: null };
const short = { parent: { expiresAtMs: NOW + DAY, callsPerMinute: 5 }, daysMax: null };

test("a person's key has the limits that are requested, or none", () => {
  expect(limitsOfNewKey({}, free, NOW)).toEqual({ expiresAtMs: null, callsPerMinute: null });
  expect(limitsOfNewKey({ expires_in_days: 3, rate_limit: 7 }, free, NOW)).toEqual({
    expiresAtMs: NOW + 3 * DAY,
    callsPerMinute: 7,
  });
});

test("a key's key ends with it and shares its pace unless it asks for less", () => {
  expect(limitsOfNewKey({}, short, NOW)).toEqual({ expiresAtMs: NOW + DAY, callsPerMinute: 5 });
  expect(limitsOfNewKey({ rate_limit: 2 }, short, NOW).callsPerMinute).toBe(2);
});

test("a request beyond the making key or the organization's rule is refused by its field", () => {
  expect(() => limitsOfNewKey({ expires_in_days: 2 }, short, NOW)).toThrow(InputError);
  expect(() => limitsOfNewKey({ rate_limit: 6 }, short, NOW)).toThrow(InputError);
  expect(() => limitsOfNewKey({ expires_in_days: 31 }, { ...free, daysMax: 30 }, NOW)).toThrow(InputError);
  expect(limitsOfNewKey({}, { ...free, daysMax: 30 }, NOW).expiresAtMs).toBe(NOW + 30 * DAY);
});
