import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const nicenessAfter = (started: number, by: number): number => {
  const script = `
    import { getPriority } from "node:os";
    import { lowerPriority } from "${new URL("./lower-priority.ts", import.meta.url).href}";
    lowerPriority(${by});
    console.log(getPriority());`;
  const node = [process.execPath, "--import", "tsx", "--input-type=module", "-e", script];
  return Number(execFileSync("nice", ["-n", String(started), ...node], { encoding: "utf8" }));
};

test("a process goes down from the niceness that it was started with, to the lowest priority at most", () => {
  const own = nicenessAfter(0, 0);
  expect(nicenessAfter(3, 5)).toBe(Math.min(19, own + 8));
  expect(nicenessAfter(15, 10)).toBe(19);
});
