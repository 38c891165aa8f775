import type { Readable, Writable } from "node:stream";

/** The environment of a command, which tests replace. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { setRawMode?: (raw: boolean) => void };
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Which of the streams are terminals. */
  readonly terminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** Which of the streams get colour. */
  readonly color: { readonly stdout: boolean; readonly stderr: boolean };
  /** How many characters fit into a line of the terminal. */
  readonly columns: number;
  /** Shows an address in a browser; resolves to false where there is none. */
  readonly openUrl: (url: string) => Promise<boolean>;
  readonly now: () => number;
  /** Waits; rejects when the signal aborts. */
  readonly wait: (delayMs: number) => Promise<void>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}
