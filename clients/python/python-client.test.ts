import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { findPython } from "../find-python.fixture.ts";

const python = findPython("clients/python");
const run = promisify(execFile);

test.skipIf(python === undefined)(
  "the Python client passes its own tests",
  { timeout: 120_000 },
  async () => {
    const words = ["-W", "error::ResourceWarning", "-m", "unittest", "discover", "-t", ".", "-s", "tests"];
    const { stderr } = await run(python ?? "", words, { cwd: import.meta.dirname });
    expect(stderr).toMatch(/\nOK\n$/);
  },
);
