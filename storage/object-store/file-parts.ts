import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { Gate } from "./gate.ts";
import { ObjectStoreError } from "./object-store-error.ts";
import type { ArrivingPart, PartedObject, PartedObjects } from "./parted-objects.ts";
import { Source } from "./source.ts";

const OBJECT_NAME = "object";

/**
 * Parts of files: each is written to its place in one file that is as long as the object, and noted when it
 * is whole. Joining renames that file, so nothing is copied.
 */
export class FileParts implements PartedObjects {
  readonly #gate: Gate;
  readonly #folder: string;
  readonly #publish: (key: string, path: string) => Promise<void>;

  /**
   * @param folder where unfinished objects lie, on the file system of the store
   * @param publish moves a whole file to its key
   */
  constructor(gate: Gate, folder: string, publish: (key: string, path: string) => Promise<void>) {
    this.#gate = gate;
    this.#folder = folder;
    this.#publish = publish;
  }

  async begin(key: string): Promise<string> {
    this.#gate.key("put", key);
    const partsId = randomUUID();
    return await storing("put", key, async () => {
      const folder = this.#folderOf(partsId);
      await mkdir(folder, { recursive: true });
      await (await open(join(folder, OBJECT_NAME), "wx")).close();
      return partsId;
    });
  }

  /** Files have no door of their own. */
  async signedUrl(): Promise<undefined> {
    return undefined;
  }

  async put(
    { key, partsId }: PartedObject,
    { number, offset }: ArrivingPart,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<number> {
    const folder = this.#folderOf(partsId);
    const note = join(folder, String(number));
    const source = new Source(chunks);
    let bytes = 0;
    try {
      await rm(note, { force: true });
      const handle = await open(join(folder, OBJECT_NAME), "r+");
      try {
        for await (const chunk of source) {
          await writeAt(handle, chunk, offset + bytes);
          bytes += chunk.length;
        }
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await writeFile(note, String(bytes));
      return bytes;
    } catch (error) {
      throw source.failed ? error : new ObjectStoreError("put", key, error);
    }
  }

  async list({ key, partsId }: PartedObject): Promise<ReadonlyMap<number, number> | undefined> {
    const folder = this.#folderOf(partsId);
    try {
      const names = await readdir(folder);
      if (!names.includes(OBJECT_NAME)) return undefined;
      const numbers = names.filter((name) => /^\d+$/.test(name)).map(Number);
      const parts = new Map<number, number>();
      for (const number of numbers.sort((one, other) => one - other)) {
        const bytes = Number(await readFile(join(folder, String(number)), "utf8").catch(() => ""));
        // A note that was being written when the process was killed is empty.
        if (bytes > 0) parts.set(number, bytes);
      }
      return parts;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw new ObjectStoreError("list", key, error);
    }
  }

  async join({ key, partsId }: PartedObject): Promise<void> {
    await storing("put", key, async () => {
      await this.#publish(this.#gate.key("put", key), join(this.#folderOf(partsId), OBJECT_NAME));
      await rm(this.#folderOf(partsId), { recursive: true, force: true });
    });
  }

  async drop({ key, partsId }: PartedObject): Promise<void> {
    await storing("delete", key, () => rm(this.#folderOf(partsId), { recursive: true, force: true }));
  }

  #folderOf(partsId: string): string {
    if (!/^[0-9a-f-]{36}$/.test(partsId)) throw new RangeError("no id of parts");
    return join(this.#folder, `parts-${partsId}`);
  }
}

async function writeAt(handle: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await handle.write(chunk, written, chunk.length - written, position + written);
    written += bytesWritten;
  }
}

async function storing<T>(operation: string, key: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new ObjectStoreError(operation, key, error);
  }
}
