import { afterEach, expect, test, vi } from "vitest";
import { parseCommandLine, reportFailure, UsageError } from "./command-line.ts";

const options = { layout: { type: "string" }, help: { type: "boolean", short: "h" } } as const;

afterEach(() => void vi.restoreAllMocks());

test("options and positionals are parsed", () => {
  const { values, positionals } = parseCommandLine({
    args: ["close", "--layout=focus", "-h"],
    options,
    allowPositionals: true,
  });
  expect({ values: { ...values }, positionals }).toEqual({
    values: { layout: "focus", help: true },
    positionals: ["close"],
  });
});

test.each([
  [["--frobnicate"], "unknown option '--frobnicate'"],
  [["close"], "unexpected argument 'close'"],
  [["--layout"], "option '--layout <value>' argument missing"],
  [["--layout", "-h"], "option '--layout' argument is ambiguous"],
  [["--help=3"], "option '-h, --help' does not take an argument"],
])("%j is refused in one line", (args, line) => {
  expect(() => parseCommandLine({ args, options })).toThrow(new UsageError(line));
});

test("a wrong command is answered with the usage and exit code 2, any other failure with its message and 1", () => {
  const written: unknown[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(text) > 0);
  expect(reportFailure(new UsageError("unknown option '-x'"), "usage: …\n")).toBe(2);
  expect(reportFailure(new Error("no such month"), "usage: …\n")).toBe(1);
  expect(written).toEqual(["unknown option '-x'\n\nusage: …\n", "no such month\n"]);
});
