import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { credentialsPath } from "../credentials/folders.ts";
import type { Io } from "../io.ts";
import type { LocalFile } from "./local-file.ts";

/** What became of a file: an open upload, or the item that it has become. */
export interface RememberedUpload {
  readonly upload_id: string;
  readonly item_id?: string;
}

/** The most files that are remembered; the oldest are forgotten first. */
const FILES_MAX = 2_000;

/**
 * The uploads of this user by service, target and file, beside the credentials: the same command continues
 * an interrupted upload. A changed file is another one.
 */
export class RememberedUploads {
  readonly #path: string;
  readonly #target: string;

  constructor(io: Io, baseUrl: string, target: string) {
    this.#path = join(dirname(credentialsPath(io)), "uploads.json");
    this.#target = `${baseUrl} ${target}`;
  }

  async find(file: LocalFile): Promise<RememberedUpload | undefined> {
    return (await this.#read())[this.#nameOf(file)];
  }

  /** Remembers a file's upload, or with undefined forgets it. */
  async note(file: LocalFile, upload: RememberedUpload | undefined): Promise<void> {
    const name = this.#nameOf(file);
    const { [name]: _former, ...others } = await this.#read();
    const all = Object.entries(upload === undefined ? others : { ...others, [name]: upload });
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    const written = `${this.#path}.${process.pid}`;
    const text = JSON.stringify(Object.fromEntries(all.slice(-FILES_MAX)), undefined, 2);
    await writeFile(written, `${text}\n`, { mode: 0o600 });
    await rename(written, this.#path);
  }

  /** What cannot be read is as good as nothing: the file is uploaded anew. */
  async #read(): Promise<Readonly<Record<string, RememberedUpload>>> {
    try {
      return JSON.parse(await readFile(this.#path, "utf8")) as Record<string, RememberedUpload>;
    } catch {
      return {};
    }
  }

  #nameOf({ path, size, modifiedMs }: LocalFile): string {
    return `${this.#target} ${size} ${modifiedMs} ${path}`;
  }
}
