import { readdirSync, readFileSync } from "node:fs";

const LOOK_EVERY_MS = 50;

/** Follows the peak of resident memory of all processes whose command line has a word; in bytes. */
export function followPeakMemory(word: string): { end(): number } {
  let peak = 0;
  const look = () => {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(word)) continue;
        const status = readFileSync(`/proc/${pid}/status`, "latin1");
        peak = Math.max(peak, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024);
      } catch {
        // It has ended.
      }
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    end() {
      clearInterval(timer);
      return peak;
    },
  };
}
