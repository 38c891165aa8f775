/** What a limited call is given: a signal to stop by, and more time once it knows how much there is to do. */
export interface Limited {
  readonly signal: AbortSignal;
  /** Starts the limit anew, in milliseconds from now. */
  readonly restart: (limitMs: number) => void;
}

/**
 * Runs a call under a time limit in milliseconds. At the limit the signal aborts and the promise rejects with
 * an Error, whether or not the call heeds the signal.
 */
export async function withTimeLimit<T>(limitMs: number, run: (limited: Limited) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason as Error));
  });
  const restart = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(new Error(`no answer within ${ms} ms`)), ms);
  };
  restart(limitMs);
  try {
    return await Promise.race([run({ signal: controller.signal, restart }), expired]);
  } finally {
    clearTimeout(timer);
  }
}
