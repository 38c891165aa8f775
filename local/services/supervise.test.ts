import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { identifyProcess, isRunning } from "./processes.ts";
import { supervise, type SupervisedProcess, type SupervisedProgram } from "./supervise.ts";

const directory = mkdtempSync(join(tmpdir(), "geopera-supervise-"));
const lines: string[] = [];
const supervision = { directory, log: (line: string) => lines.push(line) };
const running: SupervisedProcess[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
  rmSync(directory, { recursive: true, force: true });
  lines.length = 0;
});

function shell(script: string, changes: Partial<SupervisedProgram> = {}): SupervisedProgram {
  return {
    name: "program",
    command: "sh",
    args: ["-c", script],
    environment: { PATH: process.env.PATH ?? "/usr/bin:/bin", MARK: join(directory, "mark") },
    workingDirectory: "/",
    deathSignal: "SIGKILL",
    stopSignal: "SIGTERM",
    stopDeadlineMs: 5000,
    isReady: () => existsSync(join(directory, "mark")),
    readyDeadlineMs: 5000,
    ...changes,
  };
}

async function start(program: SupervisedProgram): Promise<SupervisedProcess> {
  const started = await supervise(program, supervision);
  running.push(started);
  return started;
}

test("a program that dies by itself is started again, and one line says so", async () => {
  const program = await start(shell('touch "$MARK"; exec sleep 300'));
  const first = program.pid;
  process.kill(first ?? 0, "SIGKILL");
  await expect.poll(() => program.pid !== undefined && program.pid !== first, { timeout: 5000 }).toBe(true);
  expect(lines).toEqual(["program ended (SIGKILL); starting it again."]);
});

test("a program that cannot start is reported with the end of its log", async () => {
  await expect(start(shell("echo no such luck >&2; exit 3"))).rejects.toThrow(
    /program did not start[\s\S]*no such luck/,
  );
});

test("a program that is not ready by its deadline is reported and not left running", async () => {
  const program = shell('echo $$ > "$MARK"; exec sleep 300', { isReady: () => false, readyDeadlineMs: 300 });
  await expect(start(program)).rejects.toThrow("program was not ready in 0.3 s");
  expect(identifyProcess(Number(readFileSync(join(directory, "mark"), "utf8")))).toBeUndefined();
});

test("a program that ignores the stop signal is killed at the deadline, with its children", async () => {
  const script =
    'trap "" TERM; sleep 300 & echo $! > "$MARK.new"; mv "$MARK.new" "$MARK"; while :; do wait; done';
  const program = await start(shell(script, { stopDeadlineMs: 100 }));
  const grandchild = identifyProcess(Number(readFileSync(join(directory, "mark"), "utf8")));
  const child = identifyProcess(program.pid ?? 0);
  await program.stop();
  expect(child && isRunning(child)).toBe(false);
  expect(grandchild && isRunning(grandchild)).toBe(false);
});
