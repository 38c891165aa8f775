import { afterEach, expect, test } from "vitest";
import { Lifecycle } from "./lifecycle.ts";
import { createLogger } from "./logger.ts";
import { BLOCKED_MS, Readiness } from "./readiness.ts";

const logger = createLogger({ LOG_LEVEL: "silent" }, "test");
const opened: Readiness[] = [];
afterEach(() => opened.splice(0).forEach((readiness) => readiness.close()));

test("a process is ready from its start to its drain", async () => {
  const lifecycle = new Lifecycle(logger);
  const readiness = new Readiness(lifecycle);
  opened.push(readiness);
  expect(readiness.state()).toBe("starting");
  lifecycle.markReady();
  expect(readiness.state()).toBe("ready");
  lifecycle.drain();
  lifecycle.markReady();
  expect(readiness.state()).toBe("draining");
});

test("a process whose event loop was blocked is not ready until it turns in time again", () => {
  let now = 0;
  const readiness = new Readiness({ state: "ready" }, () => now);
  opened.push(readiness);
  now = 500 + BLOCKED_MS + 1;
  readiness.look();
  expect(readiness.state()).toBe("blocked");
  now += 500;
  readiness.look();
  expect(readiness.state()).toBe("ready");
});

test("what takes too long to close is left behind, and everything else is closed", async () => {
  const lifecycle = new Lifecycle(logger);
  const closed: string[] = [];
  lifecycle.onClose("first", () => void closed.push("first"));
  lifecycle.onClose("away", () => new Promise(() => undefined), 20);
  lifecycle.onClose("broken", () => Promise.reject(new Error("broken")));
  lifecycle.onClose("last", () => void closed.push("last"));
  await lifecycle.close();
  expect(closed).toEqual(["last", "first"]);
});
