import { expect, test } from "vitest";
import { RasterRefused } from "./errors.ts";
import { blamed, StoreFault } from "./store-fault.ts";

const unreadable = new RasterRefused("unreadable", "The file is damaged.");
const store = (isRemote: boolean, isWell: boolean) => ({
  isRemote,
  readsWell: () => Promise.resolve(isWell),
});
const first = { isLastAttempt: false };
const last = { isLastAttempt: true };

test("what cannot be read over a network is the file's fault only when the store reads well the second time", async () => {
  expect(await blamed(unreadable, first, store(true, true))).toBeInstanceOf(StoreFault);
  expect(await blamed(unreadable, last, store(true, false))).toBeInstanceOf(StoreFault);
  expect(await blamed(unreadable, last, store(true, true))).toBe(unreadable);
});

test("a file on this machine, and every other fault, is what it is at once", async () => {
  expect(await blamed(unreadable, first, store(false, false))).toBe(unreadable);
  const changed = new RasterRefused("changed", "The file has been changed.");
  expect(await blamed(changed, first, store(true, false))).toBe(changed);
});
