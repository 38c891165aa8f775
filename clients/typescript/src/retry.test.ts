import { describe, expect, test } from "vitest";
import { retryAfterSeconds, retryDelayMs } from "./retry.ts";

const refused = {
  status: 503,
  retryAfter: undefined,
  attempt: 0,
  retriesMax: 3,
  remainingMs: 60_000,
  random: 1,
};

describe("another attempt", () => {
  test.each([429, 503])("follows a %i", (status) => {
    expect(retryDelayMs({ ...refused, status })).toBeGreaterThan(0);
  });

  test.each([undefined, 400, 401, 403, 404, 409, 410, 422, 500, 502, 504])("never follows %s", (status) => {
    expect(retryDelayMs({ ...refused, status })).toBeUndefined();
  });

  test("comes later each time, up to half a minute", () => {
    const delays = [0, 1, 2, 10].map((attempt) => retryDelayMs({ ...refused, attempt, retriesMax: 20 }));
    expect(delays).toEqual([500, 1_000, 2_000, 30_000]);
  });

  test("is spread, so that clients refused together do not come back together", () => {
    expect(retryDelayMs({ ...refused, random: 0 })).toBe(250);
    expect(retryDelayMs({ ...refused, retryAfter: 2, random: 0.5 })).toBe(2_125);
  });

  test("never comes before what Retry-After says", () => {
    expect(retryDelayMs({ ...refused, retryAfter: 7, random: 0 })).toBe(7_000);
  });

  test("ends when there were enough, or when the call would be over before", () => {
    expect(retryDelayMs({ ...refused, attempt: 3 })).toBeUndefined();
    expect(retryDelayMs({ ...refused, retryAfter: 61 })).toBeUndefined();
  });
});

describe("Retry-After", () => {
  const nowMs = Date.parse("2026-01-01T00:00:00Z");

  test.each([
    ["5", 5],
    ["Thu, 01 Jan 2026 00:00:30 GMT", 30],
    ["Wed, 31 Dec 2025 00:00:00 GMT", 0],
    ["soon", undefined],
    [null, undefined],
  ])("%s is %s seconds", (header, seconds) => {
    expect(retryAfterSeconds(header, nowMs)).toBe(seconds);
  });
});
