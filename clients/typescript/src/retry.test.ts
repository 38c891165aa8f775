import { describe, expect, test } from "vitest";
import { retryAfterSeconds, retryDelayMs } from "./retry.ts";

const failed = {
  status: 503 as number | undefined,
  retryAfter: undefined,
  isRepeatable: true,
  isLasting: false,
  attempt: 0,
  retriesMax: 3,
  remainingMs: 60_000,
  random: 1,
};

describe("another attempt", () => {
  test.each([undefined, 408, 429, 502, 503, 504])("follows %s", (status) => {
    expect(retryDelayMs({ ...failed, status })).toBeGreaterThan(0);
  });

  test.each([400, 401, 403, 404, 409, 410, 413, 422, 500])("never follows %s", (status) => {
    expect(retryDelayMs({ ...failed, status })).toBeUndefined();
  });

  test("of a call that must not be made twice follows only an answer that says it was not made", () => {
    const isRetried = (status: number | undefined) =>
      retryDelayMs({ ...failed, status, isRepeatable: false }) !== undefined;
    expect([429, 503].map(isRetried)).toEqual([true, true]);
    expect([undefined, 408, 502, 504].map(isRetried)).toEqual([false, false, false, false]);
  });

  test("follows a conflict where the first attempt still runs, which the service says by Retry-After", () => {
    expect(retryDelayMs({ ...failed, status: 409, retryAfter: 1, random: 0 })).toBe(1_000);
    expect(retryDelayMs({ ...failed, status: 409, retryAfter: 1, isRepeatable: false })).toBeUndefined();
  });

  test("does not follow a raster that cannot be rendered", () => {
    expect(retryDelayMs({ ...failed, status: 502, isLasting: true })).toBeUndefined();
  });

  test("comes later each time, up to half a minute", () => {
    const delays = [0, 1, 2, 10].map((attempt) => retryDelayMs({ ...failed, attempt, retriesMax: 20 }));
    expect(delays).toEqual([500, 1_000, 2_000, 30_000]);
  });

  test("is spread, so that clients refused together do not come back together", () => {
    expect(retryDelayMs({ ...failed, random: 0 })).toBe(250);
    expect(retryDelayMs({ ...failed, retryAfter: 2, random: 0.5 })).toBe(2_125);
  });

  test("never comes before what Retry-After says, and leaves waits of more than two minutes to the caller", () => {
    expect(retryDelayMs({ ...failed, retryAfter: 7, random: 0 })).toBe(7_000);
    const patient = { ...failed, remainingMs: 3_600_000, random: 0 };
    expect(retryDelayMs({ ...patient, retryAfter: 120 })).toBe(120_000);
    expect(retryDelayMs({ ...patient, retryAfter: 121 })).toBeUndefined();
  });

  test("ends when there were enough, or when the call would be over before", () => {
    expect(retryDelayMs({ ...failed, attempt: 3 })).toBeUndefined();
    expect(retryDelayMs({ ...failed, retryAfter: 61 })).toBeUndefined();
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
