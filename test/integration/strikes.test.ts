import { afterAll, expect, inject, test } from "vitest";
import { createLogger } from "../../infra/logger.ts";
import { newId } from "../../infra/new-id.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { BrokenFiles } from "../../queue/tiles/broken-files.ts";
import { Handover } from "../../queue/tiles/handover.ts";
import { inTurn } from "../../workers/render/in-turn.ts";
import { RenderTimeout } from "../../workers/render/errors.ts";

// What workers tell each other about files that cost too much, in a real Redis.

const connection = openPatientConnection(
  { REDIS_URL: inject("redisUrl") },
  createLogger({ LOG_LEVEL: "silent" }, "test"),
);
afterAll(() => connection.disconnect());

/** The memory of two workers. */
function openMemories(): [BrokenFiles, BrokenFiles] {
  const prefix = `{strikes-${newId()}}`;
  return [new BrokenFiles(connection, prefix), new BrokenFiles(connection, prefix)];
}

const reading = (assetIds: readonly string[], zoom = 3) => ({ assetIds, zoom, organizations: ["a", "b"] });

test("a file that is too slow at a zoom is known to other workers, at that zoom only", async () => {
  const [one, other] = openMemories();
  await one.rememberSlow("a", ["file"], 3);
  expect(await other.look(reading(["file"]))).toEqual({ fault: "slow", struck: [] });
  expect(await other.look(reading(["file"], 4))).toEqual({ fault: null, struck: [] });
  expect(await other.look(reading(["another"]))).toEqual({ fault: null, struck: [] });
});

test("files that are slow together are not slow alone, or with others", async () => {
  const [one, other] = openMemories();
  await one.rememberSlow("a", ["x", "y"], 3);
  expect((await other.look(reading(["x", "y"]))).fault).toBe("slow");
  expect((await other.look(reading(["x"]))).fault).toBeNull();
  expect((await other.look(reading(["x", "z"]))).fault).toBeNull();
});

test("a broken file is known at every zoom, with the way in which it is broken", async () => {
  const [one, other] = openMemories();
  await one.remember("a", "file", "memory");
  expect((await other.look(reading(["sound", "file"], 9))).fault).toBe("memory");
});

test("a worker that takes a block learns whether faults of its organization's files are remembered", async () => {
  const prefix = `{strikes-${newId()}}`;
  const handover = new Handover(connection, prefix);
  const hasFaults = async (organizationId: string) => {
    await handover.register(newId(), "api", ["0/0"], "now", { organizationId, work: "{}" });
    return (await handover.take(newId())).hasFaults;
  };
  expect(await hasFaults("a")).toBe(false);
  const memory = new BrokenFiles(connection, prefix);
  await memory.rememberSlow("a", ["file"], 3);
  await memory.strike("b");
  expect(await hasFaults("a")).toBe(true);
  expect(await hasFaults("b")).toBe(true);
  expect(await hasFaults("c")).toBe(false);
});

test("work that takes its whole time is a strike for its organization, in all workers", async () => {
  const [one, other] = openMemories();
  const late = () => Promise.reject(new RenderTimeout("late", 1));
  await expect(inTurn(one, "a", { attempt: 1 }, late)).rejects.toBeInstanceOf(RenderTimeout);
  expect((await other.look(reading([]))).struck).toEqual(["a"]);
  const turn = await inTurn(other, "a", { attempt: 1 }, (options) => Promise.resolve(options));
  expect(turn).toMatchObject({ organization: "a", isStruck: true });
  const neighbour = await inTurn(other, "b", { attempt: 1 }, (options) => Promise.resolve(options));
  expect(neighbour).toMatchObject({ organization: "b", isStruck: false });
});
