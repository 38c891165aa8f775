import { parseObjectKey, parseObjectPrefix } from "./object-key.ts";
import { ObjectStoreError } from "./object-store-error.ts";

/** What every driver asks before it does anything: is the store open, is the key well-formed. */
export class Gate {
  #closed = false;

  /** The key, when the operation may go on. */
  key(operation: string, key: string): string {
    parseObjectKey(key);
    this.#refuseClosed(operation, key);
    return key;
  }

  /** The prefix, when the listing may go on. */
  prefix(prefix: string): string {
    parseObjectPrefix(prefix);
    this.#refuseClosed("list", prefix);
    return prefix;
  }

  close(): void {
    this.#closed = true;
  }

  #refuseClosed(operation: string, key: string): void {
    if (this.#closed) throw new ObjectStoreError(operation, key, new Error("the store is closed"));
  }
}
