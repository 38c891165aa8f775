import { setMaxListeners } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import type { Io } from "./io.ts";
import { hasColor } from "./output/color.ts";
import { run } from "./run.ts";

/** A terminal for tests. */
export interface Terminal {
  readonly io: Io;
  readonly home: string;
  /** The addresses that were shown in a browser. */
  readonly opened: readonly string[];
  /** Runs `geopera` with these words; resolves to its exit code and output. */
  geopera(...words: string[]): Promise<Ended>;
}

/** Exit code and output of a command. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setup {
  readonly home?: string;
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  /** Which streams are terminals; none by default. */
  readonly terminal?: Partial<Io["terminal"]>;
  readonly columns?: number;
  readonly now?: () => number;
  readonly wait?: (delayMs: number) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Creates a terminal with a home directory of its own. */
export function setUpTerminal(setup: Setup = {}): Terminal {
  const home = setup.home ?? mkdtempSync(join(tmpdir(), "geopera-cli-"));
  const signal = setup.signal ?? new AbortController().signal;
  setMaxListeners(0, signal);
  const stdin = new PassThrough();
  stdin.end(setup.stdin ?? "");
  const opened: string[] = [];
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const io: Io = {
    env: { XDG_CONFIG_HOME: home, ...setup.env },
    stdin,
    stdout: collect(out),
    stderr: collect(err),
    terminal: { stdin: false, stdout: false, stderr: false, ...setup.terminal },
    color: { stdout: hasColor(setup.env ?? {}, false), stderr: false },
    columns: setup.columns ?? 100,
    openUrl: async (url) => opened.push(url) > 0,
    now: setup.now ?? Date.now,
    wait: setup.wait ?? (() => new Promise((resolve) => void setImmediate(resolve))),
    signal,
  };
  return {
    io,
    home,
    opened,
    async geopera(...words) {
      const code = await run(words, io);
      return { code, stdout: take(out), stderr: take(err) };
    },
  };
}

function collect(chunks: Buffer[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
}

function take(chunks: Buffer[]): string {
  return Buffer.concat(chunks.splice(0)).toString("utf8");
}
