import { Piscina } from "piscina";
import { ProblemError } from "../../core/errors.ts";
import type { DocumentText } from "../../core/billing/documents/document-text.ts";
import { siblingThread } from "../../infra/entry.ts";

/** Documents that wait for the thread: more than a person asks for at once. */
const WAITING_MAX = 64;

/**
 * Writes PDF files in one thread, which starts with the first document and ends when none was asked for in a
 * minute: a file takes up to seconds of a processor, and tiles are not to wait for it.
 */
export class DocumentPrinter {
  readonly #pool = new Piscina({
    ...siblingThread(import.meta.url, "./document-thread"),
    name: "run",
    execArgv: [],
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    maxQueue: WAITING_MAX,
  });

  /** Throws a ProblemError when too many documents wait. */
  readonly print = async (text: DocumentText, issued: string): Promise<Uint8Array> => {
    if (this.#pool.queueSize >= WAITING_MAX) {
      throw new ProblemError("unavailable", "Too many documents are being written; try again in a minute.");
    }
    return (await this.#pool.run({ text, issued })) as Uint8Array;
  };

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
