import type { Readable, Writable } from "node:stream";

/** The environment of a command, which tests replace. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { setRawMode?: (raw: boolean) => void };
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Which of the streams are terminals. */
  readonly terminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  readonly now: () => number;
  /** Waits; rejects when the signal aborts. */
  readonly wait: (delayMs: number) => Promise<void>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}
