import { mkdirSync, readdirSync, statSync } from "node:fs";
import { open, readdir, readFile, rename, stat, unlink, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "./new-id.ts";

/** The ending of journal files. */
const SUFFIX = ".jsonl";

/** The ending of a file that was taken from its writer, who may live and must find it gone. */
const ADOPTED_SUFFIX = `.adopted${SUFFIX}`;

/** A file of another process that nobody has touched for this long is replayed by whoever finds it. */
const ORPHANED_MS = 2_000;

/** How a {@link Journal} is set up. */
interface JournalOptions {
  readonly bytesMax: number;
  /** Milliseconds; 0 adopts at once. */
  readonly orphanedMs?: number;
}

/**
 * A local append-only journal of text lines for the time when their destination is away. A line is on disk (fsync) when append resolves. Files
 * are replayed in order of creation and removed when all their lines have been taken.
 *
 * Processes of one machine may share a directory: each writes files of its own, and whoever lives replays what others left. It need not know
 * who is dead. A file is renamed before its end is read for the last time, and a writer promises a line only when it then finds its file in
 * place; so a line is in what was read, or its writer writes it again. Some lines are handed out twice: taking must bear repetition.
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
    // What others left counts: it is the same disk.
    this.#bytes = journalFiles(readdirSync(directory))
      .map((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.size ?? 0)
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
      let isSafe = false;
      while (!isSafe) isSafe = await this.#write(bytes);
      this.#bytes += bytes.length;
    });
  }

  /**
   * Hands every line to `take`, oldest first; stops at the first rejection and keeps that line and all after it. A crash in between, or another
   * process at the same files, hands lines out again. Resolves to the number of lines taken.
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

  /** Closes the open file; lines stay for whoever comes next. */
  close(): Promise<void> {
    return this.#inOrder(() => this.#closeFile());
  }

  /** Whether the bytes are on the disk, in a file that nobody has adopted. */
  async #write(bytes: Buffer): Promise<boolean> {
    this.#file ??= await this.#create();
    const { handle, path } = this.#file;
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } catch (error) {
      // Half a line may be there: nothing is ever written behind it.
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
        // The clock says whole milliseconds, files fractions of them.
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

/** The whole lines of a file, none when it is gone. A crash can leave half a line at the end; nobody was promised anything for it. */
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

/** A new file's name is safe only when its directory is. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Another process was quicker: it has taken the lines. */
function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
