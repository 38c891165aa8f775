/** An answer that is not JSON, such as a tile. */
export interface BinaryAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Such as `image/png`. */
  readonly contentType: string;
  /** The source of a tile (`memory`, `store`, `render` or `empty`); undefined when server or CORS omit it. */
  readonly cache: string | undefined;
}
