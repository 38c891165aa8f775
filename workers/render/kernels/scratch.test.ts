import { expect, test } from "vitest";
import { createScratchMemory, type Scratch, type ScratchArray } from "./scratch.ts";

const memory = createScratchMemory({ strict: true });

test("arrays of a scope begin where those of the former one began, and outlive the memory's growth", () => {
  const first = memory.within((scratch) => scratch.array("Uint8", 10).address);
  memory.within((scratch) => {
    const kept = scratch.copy("Float64", [1.5, 2.5]);
    expect(kept.address).toBe(first);
    scratch.array("Uint8", 10_000_000);
    expect([...kept.values]).toEqual([1.5, 2.5]);
  });
  expect(memory.within((scratch) => scratch.array("Uint8", 10).address)).toBe(first);
});

test("an array cannot be used after its scope has ended, whether it returned or threw", () => {
  const kept: ScratchArray[] = [];
  memory.within((scratch) => void kept.push(scratch.array("Uint8", 4)));
  const failing = () =>
    memory.within((scratch) => {
      kept.push(scratch.array("Uint8", 4));
      throw new Error("stop");
    });
  expect(failing).toThrow("stop");
  for (const array of kept) {
    expect(() => array.values).toThrow("after its scope ended");
    expect(() => array.address).toThrow("after its scope ended");
  }
});

test("in strict memory a view that was kept is empty once its scope has ended or another array is made", () => {
  const view = memory.within((scratch) => scratch.copy("Uint8", [1, 2, 3]).values);
  expect(view).toHaveLength(0);
  memory.within((scratch) => {
    const array = scratch.copy("Uint8", [1, 2, 3]);
    const before = array.values;
    scratch.array("Uint8", 1);
    expect(before).toHaveLength(0);
    expect([...array.values]).toEqual([1, 2, 3]);
  });
});

test("an outer scope makes nothing while an inner one is open: it would end with the inner one", () => {
  memory.within((outer) => {
    outer.within(() => {
      expect(() => outer.array("Uint8", 1)).toThrow("innermost");
      expect(() => outer.within(() => undefined)).toThrow("innermost");
    });
    expect(outer.array("Uint8", 1).length).toBe(1);
  });
});

test("nothing is made in a scope that has ended", () => {
  const ended: Scratch[] = [];
  memory.within((scratch) => void ended.push(scratch));
  for (const scratch of ended) expect(() => scratch.array("Uint8", 1)).toThrow("innermost");
});

test("two memories share no bytes", () => {
  const other = createScratchMemory({ strict: true });
  memory.within((scratch) => {
    const mine = scratch.copy("Uint8", [1]);
    other.within((theirs) => {
      const array = theirs.copy("Uint8", [2]);
      expect(array.address).toBe(mine.address);
      expect([...mine.values, ...array.values]).toEqual([1, 2]);
    });
  });
});

test("what goes on after its scope does not compile", () => {
  // @ts-expect-error a promise would outlive the scope
  void memory.within(async (scratch) => scratch.array("Uint8", 1).length);
  // @ts-expect-error neither may one hide in a union
  void memory.within((): number | Promise<number> => 1);
});
