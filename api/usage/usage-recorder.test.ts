import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../../infra/new-id.ts";
import type { UsageEvent } from "../../core/usage/usage-event.ts";
import { decodeUsageEvents } from "../../core/usage/usage-wire.ts";
import { Journal } from "../../infra/journal.ts";
import { createMetrics } from "../../infra/metrics.ts";
import { createLogger } from "../../infra/logger.ts";
import { UsageRecorder } from "./usage-recorder.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "recorder-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const logger = createLogger({ LOG_LEVEL: "silent" }, "test");
const away = { append: () => Promise.reject(new Error("away")) };

function newEvent(): UsageEvent {
  const id = newId();
  return {
    eventId: id,
    kind: "tile",
    occurredAtMs: 1,
    organizationId: id,
    linkId: id,
    itemId: id,
    bytes: 1,
    cacheResult: "memory",
    status: 200,
  };
}

test("what the stream does not take is in the journal when recording resolves, and in the metrics", async () => {
  const journal = new Journal(directory, { bytesMax: 1_000_000 });
  const metrics = createMetrics();
  const recorder = new UsageRecorder(away, journal, logger, metrics);
  const events = [newEvent(), newEvent()];
  await Promise.all(events.map((event) => recorder.record(event)));
  expect((await metrics.usageJournalBytes.get()).values[0]?.value).toBe(journal.bytes);
  const lines: string[] = [];
  await journal.replay(async (line) => void lines.push(line));
  expect(lines.flatMap((line) => decodeUsageEvents(line).events)).toEqual(events);
  await recorder.close();
});

test("when neither stream nor journal answers, recording fails as unavailable and remembers a bounded number", async () => {
  const metrics = createMetrics();
  const never = { append: () => new Promise<never>(() => undefined) };
  const recorder = new UsageRecorder(never, new Journal(directory, { bytesMax: 0 }), logger, metrics);
  void recorder.record(newEvent());
  await new Promise((resolve) => setTimeout(resolve, 20));
  const outcomes = Array.from({ length: 20_100 }, () => recorder.record(newEvent()));
  const refused = await Promise.allSettled(outcomes.slice(20_000));
  expect(refused).toHaveLength(100);
  for (const outcome of refused) {
    expect(outcome).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
  }
  const full = new UsageRecorder(away, new Journal(directory, { bytesMax: 0 }), logger, metrics);
  await expect(full.record(newEvent())).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 1 });
});
