import { randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, rm, stat, utimes, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { replaceBySmallFile } from "./small-file.ts";

/** In the store's root, so on the same file system as the objects: only there is a rename atomic. */
const FOLDER = ".unfinished";

/** The age at which an unfinished file is what a killed process has left behind. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Files that are being written and are no objects yet. */
export class UnfinishedFiles {
  /** Where they lie. */
  readonly folder: string;
  #swept: Promise<void> | undefined;
  /** The folder has been swept, and was there for a former file. */
  #isReady = false;

  constructor(root: string) {
    this.folder = join(root, FOLDER);
  }

  /** Fills a new file and hands its path to `finish`, which moves it away; on any failure nothing is left. */
  async write(
    fill: (handle: FileHandle) => Promise<void>,
    finish: (path: string) => Promise<void>,
  ): Promise<void> {
    await (this.#swept ??= sweep(this.folder));
    const path = join(this.folder, randomUUID());
    const handle = await this.#create(path);
    try {
      try {
        await fill(handle);
        await stampNow(handle);
      } finally {
        await handle.close();
      }
      await finish(path);
      this.#isReady = true;
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Gives a file a second name and hands its path to `finish`, which moves it away; on any failure nothing is
   * left.
   */
  async link(existing: string, finish: (path: string) => Promise<void>): Promise<void> {
    await (this.#swept ??= sweep(this.folder));
    const path = join(this.folder, randomUUID());
    await mkdir(this.folder, { recursive: true });
    try {
      await link(existing, path);
      await finish(path);
    } finally {
      // Renaming one name of a file over another one of it leaves both.
      await rm(path, { force: true }).catch(() => undefined);
    }
  }

  /**
   * Puts a small file in the place of another by calls that block; false when that failed, or nothing was
   * written before: write() does it, or says why not.
   */
  replaceNow(target: string, bytes: Uint8Array): boolean {
    const path = join(this.folder, randomUUID());
    return this.#isReady && replaceBySmallFile(path, target, bytes, preciseTime());
  }

  async #create(path: string): Promise<FileHandle> {
    try {
      return await open(path, "wx");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      await mkdir(this.folder, { recursive: true });
      return await open(path, "wx");
    }
  }
}

/** Makes the time of a file's content the present, so precisely that no two files of a store share it. */
export async function stampNow(file: FileHandle | string): Promise<void> {
  const now = preciseTime();
  await (typeof file === "string" ? utimes(file, now, now) : file.utimes(now, now));
}

/** Removes what killed processes left; what cannot be removed now is left for the next start. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const modified = await stat(path).catch(() => undefined);
    const abandoned = modified !== undefined && Date.now() - modified.mtimeMs > ABANDONED_AFTER_MS;
    if (abandoned) await rm(path, { force: true }).catch(() => undefined);
  }
}

/**
 * Kernels stamp files in ticks of some milliseconds, so two writes of equal length could share size and time,
 * which are an object's version; a stamp in microseconds, here in seconds, tells them apart.
 */
function preciseTime(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}
