import { execFile } from "node:child_process";
import { siblingEntry } from "../../infra/entry.ts";
import { packageRoot } from "../../infra/package-root.ts";
import type { TestSystem } from "./system.ts";

/** Runs a program against a system as a person does; resolves to its exit code and what it printed. */
export function runProgram(
  { config }: Pick<TestSystem, "config">,
  program: "finance" | "admin" | "ops",
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string }> {
  const { DATABASE_URL, REDIS_URL, REDIS_PREFIX, OBJECT_STORE_URL } = config;
  const { path, execArgv } = siblingEntry(import.meta.url, `../../programs/${program}`);
  const where = { DATABASE_URL, REDIS_URL, REDIS_PREFIX, OBJECT_STORE_URL };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...execArgv, path, ...args],
      { cwd: packageRoot, env: { PATH: process.env.PATH, ...where, ...environment } },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out: `${stdout}${stderr}` }),
    );
  });
}
