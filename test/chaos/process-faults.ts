import { setTimeout as delay } from "node:timers/promises";
import { childrenOf } from "../support/worker-process.ts";
import type { ChaosSystem, ProgramName } from "./chaos-system.ts";
import type { Fault, Findings } from "./fault.ts";

/** Requests that viewers have in flight at one replica at most: eight viewers, six tiles each. */
const IN_FLIGHT_MAX = 48;

/** A block whose worker is lost waits for the end of its lease. */
const LEASE_MS = 6_000;

const kill =
  (name: ProgramName) =>
  async ({ system }: { system: ChaosSystem }) => {
    await system.programs[name].end("SIGKILL");
  };

const pause = (name: ProgramName) => ({
  strike: ({ system }: { system: ChaosSystem }) => system.programs[name].signal("SIGSTOP"),
  lift: ({ system }: { system: ChaosSystem }) => system.programs[name].signal("SIGCONT"),
});

/** Sends SIGTERM to programs at once; each has to end with 0 within its time. */
export async function endAll(system: ChaosSystem, names: readonly ProgramName[]): Promise<Findings> {
  const endings = await Promise.all(
    names.map(async (name) => ({ name, ...(await system.programs[name].end("SIGTERM")) })),
  );
  const slowest = Math.max(...endings.map(({ milliseconds }) => milliseconds));
  const bad = endings.filter(({ code, milliseconds }) => code !== 0 || milliseconds > GRACE_MS);
  return {
    seen: `${endings.length - bad.length} of ${endings.length} programs exit with 0, the last after ${(slowest / 1000).toFixed(1)} s`,
    failed: bad.length,
    violations: bad.map(
      ({ name, code, signal, milliseconds }) => `${name}: ${code ?? signal} after ${milliseconds} ms`,
    ),
  };
}

/** What a cluster gives a program by default. */
const GRACE_MS = 30_000;

/** Faults of the system's own processes. */
export const PROCESS_FAULTS: readonly Fault[] = [
  {
    name: "nothing",
    promised: "every tile is answered",
    goal: { keptMin: 0.8, recoveryMsMax: 0 },
    holdMs: 10_000,
    isShort: true,
    strike: () => undefined,
  },
  {
    name: "rolling restart of everything (SIGTERM, one after another)",
    promised: "no request fails",
    goal: { slowWarmMax: 0, recoveryMsMax: 0 },
    holdMs: 0,
    isShort: true,
    strike: async ({ system }) => {
      const violations: string[] = [];
      for (const name of Object.keys(system.programs) as ProgramName[]) {
        violations.push(...((await endAll(system, [name])).violations ?? []));
        await delay(300);
        await system.programs[name].untilReady();
        // The balancer has to see that it is back.
        await delay(700);
      }
      return { violations };
    },
  },
  {
    name: "an API process killed (SIGKILL)",
    promised: "only its own requests in flight fail",
    goal: { failedWarmMax: IN_FLIGHT_MAX, failedColdMax: 8, slowWarmMax: 0, recoveryMsMax: 2_000 },
    holdMs: 0,
    isShort: true,
    strike: kill("api-1"),
  },
  {
    name: "a render worker killed",
    promised: "its tiles come from the other one when their lease ends",
    goal: { slowWarmMax: 0, recoveryMsMax: LEASE_MS },
    holdMs: 0,
    isShort: true,
    strike: kill("render-1"),
  },
  {
    name: "a GDAL process killed",
    promised: "its tile is drawn by another one",
    goal: { slowWarmMax: 0, recoveryMsMax: LEASE_MS },
    holdMs: 0,
    strike: ({ system }) =>
      childrenOf(system.programs["render-1"].pid).forEach((pid) => process.kill(pid, "SIGKILL")),
  },
  {
    name: "metering, ingest, billing and webhooks workers killed",
    promised: "nothing is lost or counted twice",
    goal: { slowWarmMax: 0, recoveryMsMax: 0 },
    holdMs: 0,
    strike: async ({ system }) => {
      const names = ["metering-1", "metering-2", "ingest", "billing", "webhooks"] as const;
      await Promise.all(names.map((name) => system.programs[name].end("SIGKILL")));
    },
  },
  {
    name: "an API process stopped (SIGSTOP, 10 s)",
    promised: "only its own requests in flight wait",
    goal: {
      failedWarmMax: IN_FLIGHT_MAX,
      failedColdMax: 8,
      slowWarmMax: IN_FLIGHT_MAX,
      recoveryMsMax: 2_000,
    },
    holdMs: 10_000,
    ...pause("api-1"),
  },
  {
    name: "a render worker stopped (SIGSTOP, 10 s)",
    promised: "its tiles come from the other one when their lease ends",
    goal: { slowWarmMax: 0, recoveryMsMax: LEASE_MS },
    holdMs: 10_000,
    ...pause("render-1"),
  },
  {
    name: "a GDAL process stopped (SIGSTOP)",
    promised: "it is found by its silence, and its tile drawn by another one",
    goal: { slowWarmMax: 0, recoveryMsMax: 8_000 },
    holdMs: 0,
    isShort: true,
    strike: ({ system }) =>
      childrenOf(system.programs["render-1"].pid).forEach((pid) => process.kill(pid, "SIGSTOP")),
  },
];
