/** An answer that is not JSON, such as a tile. */
export interface BinaryAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Such as `image/png`. */
  readonly contentType: string;
  /** The source of a tile (`memory`, `store`, `render` or `empty`); undefined when server or CORS omit it. */
  readonly cache: string | undefined;
}

/** An answer whose bytes are read as they arrive, such as a large export. */
export interface StreamedAnswer {
  /** Rejects when the connection is lost: what has arrived is then only a part. */
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly contentType: string;
  /** In bytes; undefined where the service does not say it. */
  readonly contentLength: number | undefined;
}
