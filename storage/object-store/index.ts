/** Metadata of a stored object. */
export interface ObjectHead {
  readonly bytes: number;
  /** Changes whenever the content changes: S3's ETag, or size and modification time of a file. */
  readonly version: string;
}

/**
 * Where rasters, rendered tiles and exports live. Keys are relative POSIX paths ("tiles/ab/cd.png"); a key with an
 * empty, "." or ".." segment, a backslash or a NUL is refused with a RangeError before any I/O. Every call has a time limit and
 * fails with an ObjectStoreError when the store is away; a missing object is `undefined`, never an error.
 */
export interface ObjectStore {
  get(key: string): Promise<Buffer | undefined>;
  head(key: string): Promise<ObjectHead | undefined>;
  /** Writes the whole object or nothing: a reader never sees half of it. */
  put(key: string, bytes: Uint8Array, options?: { contentType?: string }): Promise<void>;
  /** Writes an object of any size in constant memory; resolves to the number of bytes. */
  putStream(
    key: string,
    chunks: AsyncIterable<Uint8Array>,
    options?: { contentType?: string },
  ): Promise<number>;
  getStream(key: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  delete(key: string): Promise<void>;
  /** Keys that start with the prefix, in ascending byte order. */
  list(prefix: string): AsyncIterable<string>;
  close(): Promise<void>;
}
