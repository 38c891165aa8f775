import { constants } from "node:fs";
import { mkdir, open, realpath, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { LRUCache } from "lru-cache";
import { listFiles } from "./list-files.ts";
import { FileParts } from "./file-parts.ts";
import { stampNow, UnfinishedFiles } from "./unfinished-files.ts";
import { Gate } from "./gate.ts";
import type { ByteRange, ObjectHead, ObjectStore } from "./object-store.ts";
import { existsNow, isFolderNow, makeFolderNow, readSmallFile, SMALL_BYTES_MAX } from "./small-file.ts";
import { ObjectStoreError } from "./object-store-error.ts";
import { putFileStream } from "./put-file-stream.ts";
import { Source } from "./source.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * A last path component that became a symbolic link meanwhile is not followed; a FIFO does not block a
 * thread.
 */
const READ_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** How long a folder that was found to lie inside the root, by no symbolic link, is taken for one. */
const PLAIN_FOLDER_MS = 60_000;
const PLAIN_FOLDERS_MAX = 10_000;

/** Answers of the file system that mean "no such object". */
const MISSING_CODES = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ERR_FS_EISDIR", "ELOOP"]);

/**
 * Objects as files under one root directory, made when first written to. A symbolic link that leads outside
 * the root is as good as missing to readers and refuses writers; listings follow no symbolic links. A write
 * by `put` is whole even when the process is killed; one by `putStream` also when the machine loses power.
 */
export class FileObjectStore implements ObjectStore {
  readonly parts: FileParts;
  readonly #gate = new Gate();
  readonly #root: string;
  readonly #unfinished: UnfinishedFiles;
  readonly #plainFolders = new LRUCache<string, true>({ max: PLAIN_FOLDERS_MAX, ttl: PLAIN_FOLDER_MS });
  #realRoot: string | undefined;

  /** @param root absolute path of the directory */
  constructor(root: string) {
    this.#root = root;
    this.#unfinished = new UnfinishedFiles(root);
    this.parts = new FileParts(this.#gate, this.#unfinished.folder, async (key, path) => {
      await stampNow(path);
      await this.#moveTo(key, path);
    });
  }

  async get(key: string): Promise<Buffer | undefined> {
    const path = this.#pathOf(this.#gate.key("get", key));
    try {
      // What is nowhere is missing, wherever the way leads.
      if (!existsNow(path)) return undefined;
      if (this.#isPlain(dirname(path))) {
        const found = await readSmallFile(path);
        if (found !== "other") return found;
      }
    } catch {
      // The careful way says what is wrong.
    }
    return await this.#find("get", key, readWhole);
  }

  async head(key: string): Promise<ObjectHead | undefined> {
    return await this.#find("head", key, async (path) => {
      const found = await stat(path, { bigint: true });
      if (!found.isFile()) return undefined;
      const version = `${found.size.toString(36)}-${found.mtimeNs.toString(36)}`;
      return { bytes: Number(found.size), version };
    });
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.#gate.key("put", key);
    const path = this.#pathOf(key);
    const isSmall = bytes.length <= SMALL_BYTES_MAX;
    try {
      if (isSmall && this.#isPlain(dirname(path), makeFolderNow)) {
        if (this.#unfinished.replaceNow(path, bytes)) return;
      }
      await this.#replace(key, async (handle) => handle.writeFile(bytes));
    } catch (error) {
      throw new ObjectStoreError("put", key, error);
    }
  }

  async putStream(key: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    this.#gate.key("put", key);
    const source = new Source(chunks);
    let total = 0;
    try {
      await this.#replace(key, async (handle) => {
        for await (const chunk of source) {
          await handle.appendFile(chunk);
          total += chunk.length;
        }
        await handle.datasync();
      });
    } catch (error) {
      throw source.failed ? error : new ObjectStoreError("put", key, error);
    }
    return total;
  }

  async putFile(key: string, path: string): Promise<number> {
    this.#gate.key("put", key);
    try {
      const handle = await open(path, "r+");
      try {
        await handle.datasync();
      } finally {
        await handle.close();
      }
      const { size } = await stat(path);
      // The root is made when it is needed; other writes make it with their folder of unfinished files.
      await mkdir(this.#root, { recursive: true });
      await this.#moveTo(key, path);
      return size;
    } catch (error) {
      if (codeOf(error) === "EXDEV") return await putFileStream(this, key, path);
      throw new ObjectStoreError("put", key, error);
    }
  }

  async getStream(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined> {
    return (await this.head(key)) && this.#read(key, range);
  }

  /** Files have no door of their own. */
  async signedUrl(): Promise<undefined> {
    return undefined;
  }

  async signedUploadUrl(): Promise<undefined> {
    return undefined;
  }

  /** A second name of the same file: content is replaced by renaming, and never changed in place. */
  async copy(from: string, to: string): Promise<boolean> {
    this.#gate.key("copy", to);
    const linked = await this.#find("copy", from, async (path) => {
      if (!(await stat(path)).isFile()) return undefined;
      await this.#unfinished.link(path, (unfinished) => this.#moveTo(to, unfinished));
      return true;
    });
    return linked === true;
  }

  async delete(key: string): Promise<void> {
    this.#gate.key("delete", key);
    try {
      const parent = await this.#insideRoot(dirname(this.#pathOf(key)));
      if (parent !== undefined) await rm(this.#pathOf(key), { force: true });
    } catch (error) {
      if (!isMissing(error)) throw new ObjectStoreError("delete", key, error);
    }
  }

  async *list(prefix: string): AsyncIterable<string> {
    this.#gate.prefix(prefix);
    const folder = prefix.slice(0, prefix.lastIndexOf("/") + 1);
    try {
      if ((await this.#insideRoot(this.#pathOf(folder))) === undefined) return;
      yield* listFiles(this.#root, folder, prefix);
    } catch (error) {
      if (!isMissing(error)) throw new ObjectStoreError("list", prefix, error);
    }
  }

  async close(): Promise<void> {
    this.#gate.close();
  }

  /** Looks at an object's file, if there is one inside the root. */
  async #find<T>(
    operation: string,
    key: string,
    look: (path: string) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    this.#gate.key(operation, key);
    try {
      const path = await this.#insideRoot(this.#pathOf(key));
      return path === undefined ? undefined : await look(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw new ObjectStoreError(operation, key, error);
    }
  }

  async *#read(key: string, range: ByteRange | undefined): AsyncIterable<Uint8Array> {
    const path = await this.#find("get", key, async (found) => found);
    if (path === undefined) throw new ObjectStoreError("get", key, new Error("deleted before it was read"));
    let handle: FileHandle | undefined;
    try {
      handle = await open(path, READ_FLAGS);
      let position = range?.first ?? 0;
      const end = range === undefined ? Infinity : range.last + 1;
      while (position < end) {
        const wanted = Math.min(CHUNK_BYTES, end - position);
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } catch (error) {
      throw new ObjectStoreError("get", key, error);
    } finally {
      await handle?.close();
    }
  }

  /**
   * Writes a file of its own, then renames it over the object's: readers see the old object or the new one.
   */
  async #replace(key: string, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
    await this.#unfinished.write(fill, (unfinished) => this.#moveTo(key, unfinished));
  }

  async #moveTo(key: string, unfinished: string): Promise<void> {
    const target = this.#pathOf(key);
    const parent = dirname(target);
    if ((await this.#insideRoot(await nearestExisting(parent))) === undefined) {
      throw new Error("a symbolic link leads outside the store");
    }
    try {
      await rename(unfinished, target);
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
      await mkdir(parent, { recursive: true });
      await rename(unfinished, target);
    }
  }

  #pathOf(key: string): string {
    return join(this.#root, key);
  }

  /**
   * Whether a folder lies in the root without any symbolic link on the way; `make` is called for one that
   * does not.
   */
  #isPlain(folder: string, make?: (folder: string) => boolean): boolean {
    if (folder === this.#root || this.#plainFolders.has(folder)) return true;
    if (!this.#isPlain(dirname(folder), make)) return false;
    if (!isFolderNow(folder) && make?.(folder) !== true) return false;
    this.#plainFolders.set(folder, true);
    return true;
  }

  /** The path with every symbolic link resolved, or undefined when that lies outside the root. */
  async #insideRoot(path: string): Promise<string | undefined> {
    this.#realRoot ??= await realpath(this.#root);
    const real = await realpath(path);
    return real === this.#realRoot || real.startsWith(`${this.#realRoot}/`) ? real : undefined;
  }
}

async function readWhole(path: string): Promise<Buffer> {
  const handle = await open(path, READ_FLAGS);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function nearestExisting(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return await nearestExisting(dirname(path));
  }
}

function isMissing(error: unknown): boolean {
  return MISSING_CODES.has(codeOf(error) ?? "");
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
