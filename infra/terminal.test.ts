import { expect, test } from "vitest";
import { formatTable } from "./terminal.ts";

test("numbers stand to the right, names to the left", () => {
  expect(
    formatTable(
      ["name", "tiles"],
      [
        ["Ada", "1,200"],
        ["Bob's", "7"],
      ],
    ),
  ).toBe("name   tiles\n-----  -----\nAda    1,200\nBob's      7\n");
});

test("a name cannot move the cursor, colour the screen or begin another line", () => {
  expect(formatTable(["name"], [["\u001b[2Jred\nmore\u009b1m"]])).toContain(
    "\n\ufffd[2Jred\ufffdmore\ufffd1m\n",
  );
});
