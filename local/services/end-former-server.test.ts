import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { endFormerServer } from "./end-former-server.ts";
import { identifyProcess, isRunning } from "./processes.ts";

const directory = mkdtempSync(join(tmpdir(), "geopera-server-"));
const data = { directory, pidFile: join(directory, "server.pid") };
const program = { command: "sleep", stopSignal: "SIGTERM", stopDeadlineMs: 5000 } as const;
afterAll(() => rmSync(directory, { recursive: true }));

function startIn(cwd: string, command: string, ...args: string[]) {
  const child = spawn(command, args, { cwd, detached: true, stdio: "ignore" });
  const identity = identifyProcess(child.pid ?? 0);
  if (identity === undefined) throw new Error(`${command} did not start`);
  return { identity, isRunning: () => isRunning(identity), stop: () => child.kill("SIGKILL") };
}

test("a server that a killed start has left is stopped; another program in the same directory is not", async () => {
  const former = startIn(directory, "sleep", "300");
  const other = startIn(directory, "tail", "-f", "/dev/null");
  writeFileSync(data.pidFile, `${former.identity.pid}\n`);
  await endFormerServer(data, program);
  expect([former.isRunning(), other.isRunning()]).toEqual([false, true]);
  other.stop();
});

test("a pid file whose number now belongs to a server of another directory is removed, and that server runs on", async () => {
  const elsewhere = startIn(tmpdir(), "sleep", "300");
  writeFileSync(data.pidFile, `${elsewhere.identity.pid}\n`);
  await endFormerServer(data, program);
  expect([existsSync(data.pidFile), elsewhere.isRunning()]).toEqual([false, true]);
  elsewhere.stop();
});

test("a server that ignores the stop signal is killed at the deadline", async () => {
  const former = spawn("sh", ["-c", 'trap "" TERM; echo ready; read line'], {
    cwd: directory,
    stdio: ["pipe", "pipe", "ignore"],
  });
  await once(former.stdout, "data");
  writeFileSync(data.pidFile, `${former.pid}\n`);
  const ended = once(former, "exit");
  await endFormerServer(data, { ...program, command: "sh", stopDeadlineMs: 50 });
  expect(await ended).toEqual([null, "SIGKILL"]);
});
