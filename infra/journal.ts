import { mkdirSync, readdirSync, statSync } from "node:fs";
import { open, readdir, readFile, rename, stat, unlink, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "./new-id.ts";

/** The suffix of journal files. */
const SUFFIX = ".jsonl";

/** The suffix of an adopted file: renamed, so that a writer that is still alive finds its file gone. */
const ADOPTED_SUFFIX = `.adopted${SUFFIX}`;

/** Files of other processes are adopted when they have not changed for this long. */
const ORPHANED_MS = 2_000;

/** How a {@link Journal} is set up. */
interface JournalOptions {
  readonly bytesMax: number;
  /** Milliseconds; 0 adopts at once. */
  readonly orphanedMs?: number;
}

/**
 * A local append-only journal of text lines, for the time when their destination is unavailable. A line is on
 * disk (fsync) when `append` resolves. Files are replayed in order of creation and removed when all their
 * lines are taken.
 *
 * Processes of one machine may share a directory: each writes its own files, and any living process adopts
 * the stale files of others. The adopter cannot know whether the writer is dead, so both follow a protocol:
 *
 * - The adopter reads the file, renames it, and reads its end again.
 * - The writer writes and syncs a line, and promises it only if its file still has its name. Else it writes
 *   the line again, to a new file.
 *
 * So a promised line is in what the adopter read, or in the new file. Some lines are taken twice: `take` must
 * be idempotent.
 */
export class Journal {
  readonly #directory: string;
  readonly #bytesMax: number;
  readonly #orphanedMs: number;
  #file: { readonly handle: FileHandle; readonly path: string } | undefined;
  /** Names of the files this process has made and not yet replayed. */
  readonly #own = new Set<string>();
  #bytes: number;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(directory: string, { bytesMax, orphanedMs = ORPHANED_MS }: JournalOptions) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    this.#directory = directory;
    this.#bytesMax = bytesMax;
    this.#orphanedMs = orphanedMs;
    // Files of other processes count too: they are on the same disk.
    this.#bytes = journalFiles(readdirSync(directory))
      .map((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  }

  /** Bytes that are not yet replayed. */
  get bytes(): number {
    return this.#bytes;
  }

  /** When the oldest file that is not yet replayed was made; undefined when there is none. */
  async oldestAtMs(): Promise<number | undefined> {
    const [oldest] = journalFiles(await readdir(this.#directory));
    // The names are UUIDv7, which begin with their time.
    const atMs = oldest === undefined ? NaN : Number.parseInt(oldest.replace("-", "").slice(0, 12), 16);
    return Number.isNaN(atMs) ? undefined : atMs;
  }

  /** Writes a line; rejects when the journal is full or the disk fails, and then the line is not promised. */
  append(line: string): Promise<void> {
    return this.#inOrder(async () => {
      const bytes = Buffer.from(`${line}\n`);
      if (this.#bytes + bytes.length > this.#bytesMax) throw new Error("the journal is full");
      let isSafe = false;
      while (!isSafe) isSafe = await this.#write(bytes);
      this.#bytes += bytes.length;
    });
  }

  /**
   * Passes every line to `take`, oldest first. Stops at the first rejection and keeps that line and all after
   * it. After a crash, or beside another process, lines are passed again. Resolves to the number of lines
   * taken.
   */
  replay(take: (line: string) => Promise<void>): Promise<number> {
    return this.#inOrder(async () => {
      await this.#closeFile();
      let taken = 0;
      const takeAndCount = async (line: string) => {
        await take(line);
        taken += 1;
      };
      try {
        for (const name of await this.#replayable()) {
          await (this.#own.has(name) ? this.#takeOwn(name, takeAndCount) : this.#adopt(name, takeAndCount));
          this.#own.delete(name);
        }
      } finally {
        this.#bytes = (await this.#sizes()).reduce((sum, { size }) => sum + size, 0);
      }
      return taken;
    });
  }

  /** Whether there may be lines to replay. */
  async isEmpty(): Promise<boolean> {
    return journalFiles(await readdir(this.#directory)).length === 0;
  }

  /** Closes the open file; its lines stay for the next replay. */
  close(): Promise<void> {
    return this.#inOrder(() => this.#closeFile());
  }

  /** Whether the bytes are on disk, in a file that has not been adopted. */
  async #write(bytes: Buffer): Promise<boolean> {
    this.#file ??= await this.#create();
    const { handle, path } = this.#file;
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } catch (error) {
      // The file may end in half a line: nothing is written behind it.
      await this.#closeFile().catch(() => undefined);
      throw error;
    }
    if ((await statOrNothing(path)) !== undefined) return true;
    await this.#closeFile();
    return false;
  }

  async #create() {
    const name = `${newId()}${SUFFIX}`;
    const path = join(this.#directory, name);
    const handle = await open(path, "ax", 0o600);
    this.#own.add(name);
    await syncDirectory(this.#directory);
    return { handle, path };
  }

  async #closeFile(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.handle.close();
  }

  async #takeOwn(name: string, take: (line: string) => Promise<void>): Promise<void> {
    const path = join(this.#directory, name);
    for (const line of await readLines(path)) await take(line);
    await unlink(path).catch(ignoreMissing);
  }

  async #adopt(name: string, take: (line: string) => Promise<void>): Promise<void> {
    const path = join(this.#directory, name);
    const adopted = name.endsWith(ADOPTED_SUFFIX) ? path : path.replace(SUFFIX, ADOPTED_SUFFIX);
    const lines = await readLines(path);
    for (const line of lines) await take(line);
    if (adopted !== path) await rename(path, adopted).catch(ignoreMissing);
    for (const line of (await readLines(adopted)).slice(lines.length)) await take(line);
    await unlink(adopted).catch(ignoreMissing);
  }

  async #replayable(): Promise<string[]> {
    const oldest = Date.now() - this.#orphanedMs;
    const files = await this.#sizes();
    return (
      files
        // The clock has whole milliseconds, files have fractions.
        .filter(({ name, ctimeMs }) => this.#own.has(name) || Math.floor(ctimeMs) <= oldest)
        .map(({ name }) => name)
    );
  }

  async #sizes() {
    const files = journalFiles(await readdir(this.#directory)).map(async (name) => {
      const found = await statOrNothing(join(this.#directory, name));
      return found === undefined ? [] : [{ name, size: found.size, ctimeMs: found.ctimeMs }];
    });
    return (await Promise.all(files)).flat();
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

/**
 * The complete lines of a file, none when it is gone. A crash can leave half a line at the end, which was
 * never promised.
 */
async function readLines(path: string): Promise<string[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    ignoreMissing(error);
    return "";
  });
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "");
}

async function statOrNothing(path: string) {
  return await stat(path).catch((error: unknown) => {
    ignoreMissing(error);
    return undefined;
  });
}

/** A new file's name survives a crash only after its directory is synced. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Another process was quicker and has taken the lines. */
function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
