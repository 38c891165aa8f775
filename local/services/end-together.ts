/** The one end of a local system, whatever requests it first. */
export interface Ending {
  /** Resolves when Ctrl-C, a signal or the loss of the parent requests the end. */
  readonly asked: Promise<void>;
  readonly isAsked: boolean;
  /** Registers something to close; the last registered closes first. */
  onClose(close: () => Promise<void>): void;
  /** Closes everything, once. */
  close(): Promise<void>;
}

const PARENT_LOOK_MS = 500;

/**
 * Ends this process with exit code 0, after closing everything: on Ctrl-C and SIGTERM, when the terminal
 * closes, and when npm, its parent, has been killed by a signal that npm cannot forward.
 */
export function endTogether(): Ending {
  const closers: (() => Promise<void>)[] = [];
  let sayAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (sayAsked = resolve));
  let isAsked = false;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      for (const each of closers.toReversed()) await each();
    })();
    return closing;
  };
  const end = (reason: string) => {
    if (isAsked) return;
    isAsked = true;
    process.stderr.write(`\n${reason}: stopping …\n`);
    sayAsked();
    void close().finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(signal));
  watchParent(() => end("the process that started this one is gone"));
  return {
    asked,
    get isAsked() {
      return isAsked;
    },
    onClose: (each) => closers.push(each),
    close,
  };
}

function watchParent(onGone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, PARENT_LOOK_MS).unref();
}
