import { setMaxListeners } from "node:events";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { EXIT } from "./exit-codes.ts";
import { openUrl } from "./open-url.ts";
import { hasColor } from "./output/color.ts";
import { run } from "./run.ts";

const interruption = new AbortController();
// Each call in flight adds a listener, and many tiles are fetched at once.
setMaxListeners(0, interruption.signal);
process.once("SIGINT", () => {
  interruption.abort();
  // A second Ctrl-C ends at once.
  process.once("SIGINT", () => process.exit(EXIT.interrupted));
});
// `geopera … | head` closes the pipe early, which is no failure; a full disk is one.
let lost: Error | undefined;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.ok);
  lost = error;
});
process.stderr.on("error", () => undefined);

const code = await run(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  terminal: { stdin: process.stdin.isTTY, stdout: process.stdout.isTTY, stderr: process.stderr.isTTY },
  color: {
    stdout: hasColor(process.env, process.stdout.isTTY),
    stderr: hasColor(process.env, process.stderr.isTTY),
  },
  columns: process.stdout.columns || 80,
  openUrl,
  now: Date.now,
  wait: (delayMs) => wait(delayMs, undefined, { signal: interruption.signal }),
  signal: interruption.signal,
});
// Failures of writing arrive a turn later.
await nextTurn();
if (lost !== undefined && code === EXIT.ok)
  process.stderr.write(`geopera: stdout cannot be written: ${lost.message}\n`);
process.exitCode = lost !== undefined && code === EXIT.ok ? EXIT.unexpected : code;
