import { setTimeout as sleep } from "node:timers/promises";

const DEADLINE_MS = 60_000;

/** The first answer that is not undefined; throws when there is none in a minute. */
export async function poll<Result>(what: string, look: () => Promise<Result | undefined>): Promise<Result> {
  const end = performance.now() + DEADLINE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited ${DEADLINE_MS / 1000} s for ${what}`);
    await sleep(250);
  }
}
