/** The time that a call has, together with the caller's own signal. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Whether the time is over; false after an abort by the caller. */
  hasPassed(): boolean;
  remainingMs(): number;
  /** Waits; rejects when the deadline passes or the caller aborts. */
  wait(delayMs: number): Promise<void>;
  /** Ends the limit of time; the caller's own signal goes on to work. */
  stopClock(): void;
  /** Must be called at the end: a timer keeps the process alive, a listener keeps memory. */
  release(): void;
}

/** Starts the clock of a call. */
export function startDeadline(timeoutMs: number, callerSignal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const endsAtMs = Date.now() + timeoutMs;
  let passed = false;
  const timer = setTimeout(() => {
    passed = true;
    controller.abort(new DOMException(`nothing within ${timeoutMs} ms`, "TimeoutError"));
  }, timeoutMs);
  const onCallerAbort = () => controller.abort(callerSignal?.reason);
  if (callerSignal?.aborted === true) onCallerAbort();
  else callerSignal?.addEventListener("abort", onCallerAbort, { once: true });
  return {
    signal: controller.signal,
    hasPassed: () => passed,
    remainingMs: () => endsAtMs - Date.now(),
    wait: (delayMs) => waitUnlessAborted(delayMs, controller.signal),
    stopClock: () => clearTimeout(timer),
    release() {
      clearTimeout(timer);
      callerSignal?.removeEventListener("abort", onCallerAbort);
    },
  };
}

async function waitUnlessAborted(delayMs: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const finish = () => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    };
    const timer = setTimeout(finish, delayMs);
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
  });
}
