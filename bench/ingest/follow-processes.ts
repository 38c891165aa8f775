import { readdirSync, readFileSync } from "node:fs";
import { processorMsOf } from "../../workers/render/processes/process-usage.ts";

const LOOK_EVERY_MS = 50;

/** What processes used at most, and altogether. */
interface Usage {
  readonly peakBytes: number;
  readonly processorSeconds: number;
}

/** Follows all processes whose command line has a word. */
export function followProcesses(word: string): { end(): Usage } {
  let peakBytes = 0;
  const processorMs = new Map<string, number>();
  const look = () => {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(word)) continue;
        const status = readFileSync(`/proc/${pid}/status`, "latin1");
        peakBytes = Math.max(peakBytes, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024);
        processorMs.set(pid, processorMsOf(Number(pid)) ?? 0);
      } catch {
        // It has ended.
      }
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    end() {
      clearInterval(timer);
      const total = [...processorMs.values()].reduce((sum, each) => sum + each, 0);
      return { peakBytes, processorSeconds: total / 1000 };
    },
  };
}
