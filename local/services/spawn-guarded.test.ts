import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { identifyProcess, isRunning } from "./processes.ts";

const PARENT = fileURLToPath(new URL("./guarded-parent.fixture.ts", import.meta.url));

/** Starts a parent that starts one guarded program and prints its number. */
async function startFamily(deathSignal: string) {
  const parent = spawn(process.execPath, ["--import", "tsx", PARENT, deathSignal], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await once(createInterface(parent.stdout), "line")) as [string];
  const child = identifyProcess(Number(line));
  if (child === undefined) throw new Error("the guarded program did not start");
  return { parent, child };
}

describe.skipIf(process.platform !== "linux")("on Linux", () => {
  test.each([
    ["is killed with SIGKILL", "SIGKILL", "SIGKILL"],
    ["is killed with SIGKILL", "SIGKILL", "SIGTERM"],
    ["exits", "SIGUSR1", "SIGKILL"],
    ["throws an uncaught error", "SIGUSR2", "SIGKILL"],
  ] as const)("when its parent %s (%s), a guarded program ends by %s", async (_how, way, deathSignal) => {
    const { parent, child } = await startFamily(deathSignal);
    expect(isRunning(child)).toBe(true);
    parent.kill(way);
    await expect.poll(() => isRunning(child), { timeout: 5000, interval: 10 }).toBe(false);
  });
});
