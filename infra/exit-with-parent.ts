import { setTimeout as delay } from "node:timers/promises";
import type { Lifecycle } from "./lifecycle.ts";
import type { Logger } from "./logger.ts";

/** How a process ends, in milliseconds. */
interface Ending {
  /** How long it still serves after SIGTERM, while balancers learn that it is not ready. */
  readonly drainMs: number;
  /** How long everything may take to close after that. */
  readonly closeMs: number;
}

const LOOK_UP_PAUSE_MS = 50;

/**
 * Ends the process on SIGTERM, on SIGINT and when the IPC channel to its parent breaks. After SIGTERM it
 * drains first; a second signal ends the wait. Then it closes the lifecycle and exits with 0, and hard after
 * the deadline.
 */
export function exitWithParent(
  lifecycle: Lifecycle,
  logger: Logger,
  { drainMs, closeMs }: Ending = { drainMs: 0, closeMs: 10_000 },
): void {
  const waiting = new AbortController();
  let isEnding = false;
  const end = async (reason: string, serveMs: number) => {
    if (isEnding) return waiting.abort();
    isEnding = true;
    logger.info({ reason, drainMs: serveMs }, "stopping");
    lifecycle.drain();
    if (serveMs > 0) await delay(serveMs, undefined, waiting).catch(() => undefined);
    setTimeout(() => {
      logger.error({ deadlineMs: closeMs }, "stopping took too long");
      endAtOnce();
    }, closeMs).unref();
    await lifecycle.close();
    // Node waits at its exit for look-ups of names, which hang while name servers are unavailable.
    while (process.getActiveResourcesInfo().includes("GetAddrInfoReqWrap")) await delay(LOOK_UP_PAUSE_MS);
    process.exit(0);
  };
  process.on("SIGTERM", () => void end("SIGTERM", drainMs));
  process.on("SIGINT", () => void end("SIGINT", 0));
  if (process.connected) process.once("disconnect", () => void end("parent gone", 0));
}

/** `process.exit` would join threads that may hang. */
function endAtOnce(): void {
  process.kill(process.pid, "SIGKILL");
}
