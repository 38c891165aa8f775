import { afterAll, expect, test, vi } from "vitest";
import { createLogger } from "../../infra/logger.ts";
import { isReadyWithin, openRequestConnection } from "../../queue/connection.ts";
import { RedisServers } from "../support/redis-servers.ts";

const servers = new RedisServers();
afterAll(() => servers.stop());

/** Stops this thread, as a busy machine or a paused container does. */
const standStill = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

test("a process that stood still keeps its connection; a silent Redis loses it", async () => {
  const server = await servers.start();
  const connection = openRequestConnection(
    { REDIS_URL: servers.url([server]) },
    createLogger({ LOG_LEVEL: "silent" }, "test"),
  );
  expect(await isReadyWithin(15_000, connection)).toBe(true);
  const closed = vi.fn();
  connection.on("close", closed);

  const answer = connection.ping();
  standStill(1_300);
  expect(await answer).toBe("PONG");
  expect(await connection.ping()).toBe("PONG");
  expect(closed).not.toHaveBeenCalled();

  server.process.kill("SIGSTOP");
  await expect(connection.ping()).rejects.toThrow();
  await vi.waitFor(() => expect(closed).toHaveBeenCalled(), { timeout: 15_000 });
  server.process.kill("SIGCONT");
  expect(await isReadyWithin(15_000, connection)).toBe(true);
  expect(await connection.ping()).toBe("PONG");
  connection.disconnect();
});
