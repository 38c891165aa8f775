import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { identifyProcess, isRunning } from "./process-identity.ts";

const PARENT = fileURLToPath(new URL("./guard-parent.fixture.ts", import.meta.url));

/** Starts a parent that starts one guarded program and prints its number. */
async function startFamily(method: string, deathSignal: string) {
  const parent = spawn(process.execPath, ["--import", "tsx", PARENT, method, deathSignal], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await once(createInterface(parent.stdout), "line")) as [string];
  const child = identifyProcess(Number(line));
  if (child === undefined) throw new Error("the guarded program did not start");
  return { parent, child };
}

for (const method of process.platform === "linux" ? ["kernel", "watchdog"] : ["watchdog"]) {
  for (const deathSignal of ["SIGKILL", "SIGTERM"]) {
    test(`a guarded program ends by ${deathSignal} when its parent is killed with SIGKILL (${method})`, async () => {
      const { parent, child } = await startFamily(method, deathSignal);
      expect(isRunning(child)).toBe(true);
      parent.kill("SIGKILL");
      await expect.poll(() => isRunning(child), { timeout: 5000, interval: 10 }).toBe(false);
    });
  }
}

test("a guarded program outlives neither an exit of its parent nor an uncaught error in it", async () => {
  for (const way of ["SIGUSR1", "SIGUSR2"] as const) {
    const { parent, child } = await startFamily("default", "SIGKILL");
    parent.kill(way);
    await expect.poll(() => isRunning(child), { timeout: 5000, interval: 10 }).toBe(false);
  }
});
