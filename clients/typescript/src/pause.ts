const FIRST_DELAY_MS = 500;

/** Waits after the `fruitless`-th attempt in a row that brought nothing: longer each time, and spread. */
export async function pauseAfter(fruitless: number, signal: AbortSignal | undefined): Promise<void> {
  const delayMs = FIRST_DELAY_MS * 2 ** fruitless * (0.5 + Math.random() / 2);
  await new Promise<void>((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    }, delayMs);
    if (signal?.aborted === true) giveUp();
    else signal?.addEventListener("abort", giveUp, { once: true });
  });
}
