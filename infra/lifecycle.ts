import type { Logger } from "./logger.ts";

interface Resource {
  readonly name: string;
  readonly close: () => Promise<void> | void;
}

/** The resources of a process, closed in reverse order of opening. */
export class Lifecycle {
  readonly #resources: Resource[] = [];
  readonly #logger: Logger;
  #closing: Promise<void> | undefined;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Registers something to close; resources opened later close earlier. */
  onClose(name: string, close: () => Promise<void> | void): void {
    this.#resources.push({ name, close });
  }

  /** Closes everything once; a resource that fails to close is logged and does not stop the others. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    for (const resource of this.#resources.reverse()) {
      try {
        await resource.close();
      } catch (error) {
        this.#logger.error({ err: error, resource: resource.name }, "closing failed");
      }
    }
  }
}

/**
 * Ends the process on SIGTERM, on SIGINT and when the IPC channel to its parent breaks: closes the lifecycle,
 * and exits hard after the deadline.
 */
export function exitWithParent(lifecycle: Lifecycle, logger: Logger, deadlineMs = 10_000): void {
  let ending = false;
  const end = (reason: string) => {
    if (ending) return;
    ending = true;
    logger.info({ reason }, "stopping");
    setTimeout(() => {
      logger.error({ deadlineMs }, "stopping took too long");
      process.exit(1);
    }, deadlineMs).unref();
    void lifecycle.close().then(() => process.exit(0));
  };
  process.once("SIGTERM", () => end("SIGTERM"));
  process.once("SIGINT", () => end("SIGINT"));
  if (process.connected) process.once("disconnect", () => end("parent gone"));
}
