import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { EXIT } from "./exit-codes.ts";
import { run } from "./run.ts";

const interruption = new AbortController();
// Each call in flight adds a listener, and many tiles are fetched at once.
setMaxListeners(0, interruption.signal);
process.once("SIGINT", () => {
  interruption.abort();
  // A second Ctrl-C ends at once.
  process.once("SIGINT", () => process.exit(EXIT.interrupted));
});
// `geopera … | head` closes the pipe early, which is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? EXIT.ok : EXIT.unexpected),
);

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  terminal: { stdin: process.stdin.isTTY, stdout: process.stdout.isTTY, stderr: process.stderr.isTTY },
  now: Date.now,
  wait: (delayMs) => wait(delayMs, undefined, { signal: interruption.signal }),
  signal: interruption.signal,
});
