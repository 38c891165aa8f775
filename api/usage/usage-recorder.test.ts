import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
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
const here = () => Promise.resolve();
const away = {
  append: () => Promise.reject(new Error("away")),
  ping: () => Promise.reject(new Error("away")),
};

function newEvent(): UsageEvent {
  const id = newId();
  return {
    eventId: id,
    kind: "tile",
    occurredAtMs: 1,
    organizationId: id,
    linkId: id,
    targetId: id,
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

test("when neither stream nor journal answers, recording fails as unavailable, and a bounded number of events waits", async () => {
  const metrics = createMetrics();
  const append = vi.fn(() => new Promise<never>(() => undefined));
  const recorder = new UsageRecorder(
    { append, ping: here },
    new Journal(directory, { bytesMax: 0 }),
    logger,
    metrics,
  );
  void recorder.record(newEvent());
  await vi.waitFor(() => expect(append).toHaveBeenCalledOnce());
  // The event of the append in flight counts too.
  const outcomes = Array.from({ length: 20_099 }, () => recorder.record(newEvent()));
  const refused = await Promise.allSettled(outcomes.slice(19_999));
  expect(refused).toHaveLength(100);
  for (const outcome of refused) {
    expect(outcome).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
  }
  expect((await metrics.usageUnrecorded.get()).values[0]?.value).toBe(100);
  const full = new UsageRecorder(away, new Journal(directory, { bytesMax: 0 }), logger, metrics);
  await expect(full.record(newEvent())).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 1 });
});

test("events that arrive during an append share the next one, and close waits for both", async () => {
  const appended: number[] = [];
  const ends: (() => void)[] = [];
  const append = (encoded: string) => {
    appended.push(decodeUsageEvents(encoded).events.length);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const journal = new Journal(directory, { bytesMax: 1_000_000 });
  const recorder = new UsageRecorder({ append, ping: here }, journal, logger, createMetrics());
  const recorded = [recorder.record(newEvent())];
  await vi.waitFor(() => expect(appended).toEqual([1]));
  recorded.push(...Array.from({ length: 50 }, () => recorder.record(newEvent())));
  const closed = recorder.close();
  ends[0]?.();
  await vi.waitFor(() => expect(appended).toEqual([1, 50]));
  ends[1]?.();
  await Promise.all([...recorded, closed]);
  await expect(recorder.record(newEvent())).rejects.toMatchObject({ code: "unavailable" });
});

test("a silent stream is waited for once; then usage goes straight to the journal, and is replayed when it answers", async () => {
  let isSilent = true;
  const taken: string[] = [];
  const append = vi.fn((encoded: string) => {
    if (isSilent) return new Promise<never>(() => undefined);
    taken.push(...decodeUsageEvents(encoded).events.map(({ eventId }) => eventId));
    return Promise.resolve();
  });
  const ping = () => (isSilent ? new Promise<never>(() => undefined) : Promise.resolve());
  const journal = new Journal(directory, { bytesMax: 1_000_000 });
  const recorder = new UsageRecorder({ append, ping }, journal, logger, createMetrics());
  const events = [newEvent(), newEvent(), newEvent()];
  for (const event of events) await recorder.record(event);
  expect(append).toHaveBeenCalledOnce();
  isSilent = false;
  await vi.waitFor(() => expect(taken).toEqual(events.map(({ eventId }) => eventId)), { timeout: 5_000 });
  await recorder.close();
});
