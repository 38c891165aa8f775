import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLogger } from "./logger.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function loggerToList() {
  const lines: { level: number; msg: string; repeated?: number; reason?: string; requestId?: string }[] = [];
  const logger = createLogger({ LOG_LEVEL: "info" }, "test", {
    write: (line) => void lines.push(JSON.parse(line)),
  });
  return { logger, lines };
}

test("a fault that repeats is a few lines and a count, and begins anew after ten seconds", () => {
  const { logger, lines } = loggerToList();
  const fail = () => logger.warn({ err: new Error("away"), requestId: "r" }, "Redis is unavailable");
  for (let time = 0; time < 178; time += 1) fail();
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatchObject({ level: 40, requestId: "r", err: { message: "away" } });
  vi.advanceTimersByTime(10_000);
  expect(lines.slice(5)).toMatchObject([
    { level: 40, msg: "Redis is unavailable (repeated)", repeated: 173, reason: "away" },
  ]);
  fail();
  vi.advanceTimersByTime(10_000);
  expect(lines).toHaveLength(7);
});

test("other faults, other routes, and lines that are no faults are written each", () => {
  const { logger, lines } = loggerToList();
  for (let time = 0; time < 20; time += 1) {
    logger.info("listening");
    logger.error({ err: new Error(`fault ${time}`) }, "failed");
    logger.error({ err: new Error("fault"), route: `/${time}` }, "failed");
  }
  logger.child({ part: "a" }).warn("once");
  expect(lines).toHaveLength(61);
});
