import { createHash } from "node:crypto";
import { fingerprintRanges } from "../../core/rasters/fingerprint-ranges.ts";
import { succeedsWithin } from "../../infra/within.ts";
import type { ByteRange, ObjectStore } from "./object-store.ts";

type Store = Pick<ObjectStore, "get" | "put" | "head" | "getStream">;

/** A store that reads less than a megabyte in this time makes reads of rasters fail as well. */
const READ_MS = 3_000;

/** The folder of fingerprints, one small object for each version of a file that was registered. */
const FOLDER = "fingerprints";

/**
 * Fingerprints of registered files, in the store beside them: a copy of the store, a restored one, or one
 * that moved from a directory to S3 gives every object another ETag or time, and leaves fingerprints as they
 * are (decision 150).
 */
export class Fingerprints {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The fingerprint that a version was registered with; undefined for older registrations. */
  async find(version: string): Promise<string | undefined> {
    return (await this.#store.get(`${FOLDER}/${version}`))?.toString("utf8");
  }

  /** Keeps the fingerprint of a version. */
  async keep(version: string, fingerprint: string): Promise<void> {
    await this.#store.put(`${FOLDER}/${version}`, Buffer.from(fingerprint), { contentType: "text/plain" });
  }

  /** The fingerprint of what an object holds now, its size and a digest; undefined when it is missing. */
  async take(key: string): Promise<string | undefined> {
    const head = await this.#store.head(key);
    if (head === undefined) return undefined;
    const hash = createHash("sha256").update(`${head.bytes}\n`);
    for (const range of fingerprintRanges(head.bytes)) {
      const part = await this.#read(key, range);
      if (part === undefined) return undefined;
      hash.update(part);
    }
    return `${head.bytes} ${hash.digest("base64url")}`;
  }

  /** Whether the store reads the parts of an object now, and in time. */
  async readsWell(key: string): Promise<boolean> {
    return await succeedsWithin(READ_MS, this.take(key));
  }

  async #read(key: string, range: ByteRange): Promise<Buffer | undefined> {
    const stream = await this.#store.getStream(key, range);
    if (stream === undefined) return undefined;
    const pieces: Uint8Array[] = [];
    // The memory of a piece is used again for the next one.
    for await (const piece of stream) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  }
}
