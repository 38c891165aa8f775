import { Gate } from "./gate.ts";
import { putFileStream } from "./put-file-stream.ts";
import type { ByteRange, ObjectHead, ObjectStore } from "./object-store.ts";
import { MemoryParts } from "./memory-parts.ts";
import { compareKeys } from "./object-key.ts";

const CHUNK_BYTES = 65_536;

interface StoredObject {
  readonly bytes: Buffer;
  readonly version: string;
}

/** Objects in this process's memory, gone with it: for tests and for trying things out. */
export class MemoryObjectStore implements ObjectStore {
  readonly #gate = new Gate();
  readonly parts = new MemoryParts(this.#gate, (key, bytes) => this.put(key, bytes));
  readonly #objects = new Map<string, StoredObject>();
  #writes = 0;

  async get(key: string): Promise<Buffer | undefined> {
    const found = this.#objects.get(this.#gate.key("get", key));
    return found && Buffer.from(found.bytes);
  }

  async head(key: string): Promise<ObjectHead | undefined> {
    const found = this.#objects.get(this.#gate.key("head", key));
    return found && { bytes: found.bytes.length, version: found.version };
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.#store(this.#gate.key("put", key), Buffer.from(bytes));
  }

  async putStream(key: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    this.#gate.key("put", key);
    const copies: Buffer[] = [];
    for await (const chunk of chunks) copies.push(Buffer.from(chunk));
    const bytes = Buffer.concat(copies);
    this.#store(this.#gate.key("put", key), bytes);
    return bytes.length;
  }

  async putFile(key: string, path: string): Promise<number> {
    return await putFileStream(this, key, path);
  }

  async getStream(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined> {
    const bytes = await this.get(key);
    return bytes && piecesOf(range === undefined ? bytes : bytes.subarray(range.first, range.last + 1));
  }

  /** Memory has no door of its own. */
  async signedUrl(): Promise<undefined> {
    return undefined;
  }

  async signedUploadUrl(): Promise<undefined> {
    return undefined;
  }

  async copy(from: string, to: string): Promise<boolean> {
    this.#gate.key("copy", to);
    const found = this.#objects.get(this.#gate.key("copy", from));
    if (found === undefined) return false;
    this.#store(to, found.bytes);
    return true;
  }

  async delete(key: string): Promise<void> {
    this.#objects.delete(this.#gate.key("delete", key));
  }

  async *list(prefix: string): AsyncIterable<string> {
    this.#gate.prefix(prefix);
    yield* [...this.#objects.keys()].filter((key) => key.startsWith(prefix)).sort(compareKeys);
  }

  async close(): Promise<void> {
    this.#gate.close();
    this.#objects.clear();
  }

  #store(key: string, bytes: Buffer): void {
    this.#writes += 1;
    this.#objects.set(key, { bytes, version: `${bytes.length}-${this.#writes}` });
  }
}

async function* piecesOf(bytes: Buffer): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    yield bytes.subarray(start, start + CHUNK_BYTES);
  }
}
