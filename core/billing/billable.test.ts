import { expect, test } from "vitest";
import { isCounted, NO_USAGE, sumUsage } from "./billable.ts";

const tile = (status: number, bytes = 100) => ({ kind: "tile", status, bytes }) as const;
const access = { kind: "access", status: 200, bytes: 0 } as const;

test("a tile with data is one tile and its bytes, a 304 is noted without bytes, an access is neither", () => {
  expect(sumUsage([tile(200), tile(200, 7), tile(304, 0), access])).toEqual({
    tile_requests: 2,
    tile_bytes: 107,
    not_modified: 1,
    accesses: 1,
  });
});

test.each([204, 206, 404, 410, 429, 500, 503])("an answer of %i is free", (status) => {
  expect(sumUsage([tile(status)])).toEqual(NO_USAGE);
  expect(isCounted("tile_requests", tile(status))).toBe(false);
});
