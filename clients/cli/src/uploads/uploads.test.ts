import { expect, test } from "vitest";
import { newPassword, parseLifetime } from "./link-options.ts";
import { bytesForPeople, percentLine } from "./percent-bar.ts";
import { secondsForPeople } from "./upload-raster.ts";

test("lifetimes are hours, days, weeks or years, and nothing else", () => {
  const hour = 3_600_000;
  expect(["12h", "30d", "4w", "1y"].map(parseLifetime)).toEqual([12, 720, 672, 8_760].map((n) => n * hour));
  for (const text of ["", "d", "0d", "30", "30 d", "-1d", "1.5d", "30m", "9999999d"]) {
    expect(() => parseLifetime(text), text).toThrow("such as 12h or 30d");
  }
});

test("passwords have four groups of letters that are not mistaken for each other, and never repeat", () => {
  const made = Array.from({ length: 500 }, newPassword);
  expect(new Set(made).size).toBe(500);
  for (const password of made) expect(password).toMatch(/^([abcdefghjkmnpqrstuvwxyz2-9]{4}-){3}[a-z2-9]{4}$/);
});

test("progress is drawn for people", () => {
  expect(percentLine("Uploading", 0.5, "1.0 GB of 2.0 GB")).toBe(
    `Uploading ${"█".repeat(15)}${"░".repeat(15)} 50 %  1.0 GB of 2.0 GB`,
  );
  expect([0, 999, 1_000, 20_300_000, 2_000_000_000, 5e15].map(bytesForPeople)).toEqual([
    "0 B",
    "999 B",
    "1.0 kB",
    "20.3 MB",
    "2.0 GB",
    "5000 TB",
  ]);
  expect([0.2, 89, 120, 7_200].map(secondsForPeople)).toEqual(["1 s", "89 s", "2 min", "2.0 h"]);
});
