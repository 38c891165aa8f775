import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { siblingEntry } from "../../infra/entry.ts";
import { choosePort } from "../../local/services/ports.ts";
import type { TestSystem } from "./system.ts";

/**
 * Starts `programs/api` as a process of its own, with the journal directory of the system; resolves when it
 * answers. A port that is not named is chosen.
 */
export async function startApiProcess(
  system: Pick<TestSystem, "environment">,
  wantedPort?: string,
): Promise<{ child: ChildProcess; url: string }> {
  const folder = await mkdtemp(join(tmpdir(), "api-process-"));
  const port = wantedPort ?? String(await choosePort("api", folder));
  const { path, execArgv } = siblingEntry(import.meta.url, "../../programs/api");
  const child = fork(path, [], {
    execArgv: [...execArgv],
    env: { PATH: process.env["PATH"], ...system.environment, API_PORT: port },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const url = `http://127.0.0.1:${port}`;
  const requireUp = async () => expect((await fetch(`${url}/health/live`)).status).toBe(200);
  await vi.waitFor(requireUp, { timeout: 30_000, interval: 100 });
  await rm(folder, { recursive: true });
  return { child, url };
}
