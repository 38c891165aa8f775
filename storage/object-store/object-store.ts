import type { PartedObjects } from "./parted-objects.ts";

export { ObjectStoreError } from "./object-store-error.ts";

/** Metadata of a stored object. */
export interface ObjectHead {
  readonly bytes: number;
  /** Changes whenever the content changes: S3's ETag, or size and modification time of a file. */
  readonly version: string;
}

/** Part of an object: first and last byte, both included, both within it. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Where rasters, rendered tiles and exports live.
 *
 * Keys are relative POSIX paths ("tiles/ab/cd.png") that `parseObjectKey` accepts; any other is refused with
 * a RangeError before any I/O. No key may be a folder of another ("a" beside "a/b"): S3 could hold both, a
 * file system cannot. A missing object is `undefined`, never an error. A call over the network has a time
 * limit; a store that is unavailable, full or closed fails with an ObjectStoreError, whose cause is the
 * driver's own error.
 */
export interface ObjectStore {
  /** The whole object in memory: for tiles and other small objects. */
  get(key: string): Promise<Buffer | undefined>;
  head(key: string): Promise<ObjectHead | undefined>;
  /** Writes the whole object or nothing: a reader never sees half of it. */
  put(key: string, bytes: Uint8Array, options?: { contentType?: string }): Promise<void>;
  /**
   * Writes an object of any size in constant memory, the whole object or nothing; resolves to the number of
   * bytes. An error of the source is thrown on as it is. The source may reuse a chunk's memory once it is
   * asked for the next.
   */
  putStream(
    key: string,
    chunks: AsyncIterable<Uint8Array>,
    options?: { contentType?: string },
  ): Promise<number>;
  /**
   * Makes a file of this machine the object, the whole of it or nothing, and takes the file away: a store on
   * the same file system moves it. Resolves to the number of bytes.
   */
  putFile(key: string, path: string, options?: { contentType?: string }): Promise<number>;
  /**
   * The object, or the bytes of it that a range names, in pieces; nothing is opened before the first piece is
   * asked for, so it may be dropped unread.
   */
  getStream(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined>;
  /**
   * A URL that answers the object to anybody for some seconds; undefined where the store has no HTTP door of
   * its own.
   */
  signedUrl(key: string, options: { seconds: number; fileName: string }): Promise<string | undefined>;
  /**
   * A URL to which anybody can PUT the object for some seconds, up to 5 GiB; undefined where the store has no
   * HTTP door of its own.
   */
  signedUploadUrl(key: string, options: { seconds: number }): Promise<string | undefined>;
  /** Objects that arrive in parts. */
  readonly parts: PartedObjects;
  /**
   * Makes `to` the content that `from` has now; what is put at either key later changes the other one no
   * more. False when there is no object at `from`. The bytes do not pass through this process.
   */
  copy(from: string, to: string): Promise<boolean>;
  /** Removes the object; one that is not there is fine. */
  delete(key: string): Promise<void>;
  /** Keys that start with the prefix, which may end inside a name, in ascending byte order of UTF-8. */
  list(prefix: string): AsyncIterable<string>;
  /** Closes connections; every later call fails. */
  close(): Promise<void>;
}
