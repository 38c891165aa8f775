import { mkdirSync, readdirSync, statSync } from "node:fs";
import { open, readdir, readFile, unlink, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "../core/ids.ts";

/** The ending of journal files. */
const SUFFIX = ".jsonl";

/**
 * A local append-only journal of text lines for the time when their destination is away. A line is on disk (fsync) when append resolves.
 * Files are replayed in order of creation and removed when all their lines have been taken.
 */
export class Journal {
  readonly #directory: string;
  readonly #bytesMax: number;
  #file: FileHandle | undefined;
  #bytes: number;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(directory: string, bytesMax: number) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    this.#directory = directory;
    this.#bytesMax = bytesMax;
    // What a former process left counts.
    this.#bytes = journalFiles(readdirSync(directory))
      .map((name) => statSync(join(directory, name)).size)
      .reduce((sum, size) => sum + size, 0);
  }

  /** Bytes that wait for being replayed. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Writes a line; rejects when the journal is full or the disk fails: then nothing may be promised. */
  append(line: string): Promise<void> {
    return this.#inOrder(async () => {
      const bytes = Buffer.from(`${line}\n`);
      if (this.#bytes + bytes.length > this.#bytesMax) throw new Error("the journal is full");
      this.#file ??= await this.#create();
      try {
        await this.#file.writeFile(bytes);
        await this.#file.datasync();
      } catch (error) {
        // Half a line may be there: nothing is ever written behind it.
        await this.#closeFile().catch(() => undefined);
        throw error;
      }
      this.#bytes += bytes.length;
    });
  }

  /**
   * Hands every line to `take`, oldest first; stops at the first rejection and keeps that line and all after it. A crash in between hands lines
   * out again: taking must bear repetition. Resolves to the number of lines taken.
   */
  replay(take: (line: string) => Promise<void>): Promise<number> {
    return this.#inOrder(async () => {
      await this.#closeFile();
      let taken = 0;
      for (const name of await this.#fileNames()) {
        const path = join(this.#directory, name);
        const text = await readFile(path, "utf8");
        for (const line of completeLines(text)) {
          await take(line);
          taken += 1;
        }
        await unlink(path);
        this.#bytes = Math.max(0, this.#bytes - Buffer.byteLength(text));
      }
      return taken;
    });
  }

  /** Whether there may be lines to replay. */
  async isEmpty(): Promise<boolean> {
    return (await this.#fileNames()).length === 0;
  }

  /** Closes the open file; lines stay for the next start. */
  close(): Promise<void> {
    return this.#inOrder(() => this.#closeFile());
  }

  async #create(): Promise<FileHandle> {
    return await open(join(this.#directory, `${newId()}${SUFFIX}`), "ax", 0o600);
  }

  async #closeFile(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  async #fileNames(): Promise<string[]> {
    return journalFiles(await readdir(this.#directory));
  }

  #inOrder<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(action, action);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}

/** Oldest first: the names are UUIDv7. */
function journalFiles(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith(SUFFIX)).sort();
}

/** A crash can leave half a line at the end; nobody was promised anything for it. */
function completeLines(text: string): string[] {
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "");
}
