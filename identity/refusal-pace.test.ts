import { expect, test } from "vitest";
import { ProblemError } from "../core/errors.ts";
import { RefusalPace } from "./refusal-pace.ts";

const WRONG = new ProblemError("link_not_redeemed", "");
const THROTTLED = new ProblemError("too_many_requests", "");

test("a refusal is answered after a whole number of delays, a throttled one after three times as many", async () => {
  const pace = new RefusalPace({ REFUSAL_DELAY_MS: 40 });
  const answered: string[] = [];
  const now = performance.now();
  await Promise.all([
    pace.hold(now, THROTTLED).then(() => answered.push("throttled")),
    pace.hold(now - 50, WRONG).then(() => answered.push("wrong, and slow")),
    pace.hold(now, WRONG).then(() => answered.push("wrong")),
  ]);
  // Timers count whole milliseconds, and may be early by one.
  expect(performance.now() - now).toBeGreaterThan(118);
  expect(answered.at(-1)).toBe("throttled");
});

test("without a delay nothing is held", async () => {
  await new RefusalPace({ REFUSAL_DELAY_MS: 0 }).hold(0, THROTTLED);
});
