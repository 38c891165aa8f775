import { appendFileSync, readFileSync } from "node:fs";

/*
 * Loaded into an API process by NODE_OPTIONS. Adds to the file named by BLOCKED_FILE, each second, the time
 * and for how long at most its event loop has calculated between two looks. Time that the process waited for
 * a processor does not count: attackers run on the same machine, and do not block the loop.
 */
const LOOK_EVERY_MS = 5;
const file = process.env["BLOCKED_FILE"];
const isApi = /[/\\]programs[/\\]api\.[jt]s$/.test(process.argv[1] ?? "");

/** Processor time of this thread so far, in milliseconds. */
function calculatedMs(): number {
  return Number(readFileSync("/proc/thread-self/schedstat", "latin1").split(" ")[0]) / 1e6;
}

if (isApi && file !== undefined) {
  let before = calculatedMs();
  let longestMs = 0;
  let writtenAt = performance.now();
  setInterval(() => {
    const now = calculatedMs();
    longestMs = Math.max(longestMs, now - before);
    before = now;
    if (performance.now() - writtenAt < 1_000) return;
    writtenAt = performance.now();
    appendFileSync(file, `${Date.now()} ${longestMs}\n`);
    longestMs = 0;
  }, LOOK_EVERY_MS).unref();
}
