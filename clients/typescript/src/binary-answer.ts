/** What an operation answers that is not JSON, such as a tile. */
export interface BinaryAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Such as `image/png`. */
  readonly contentType: string;
  /** Where a tile came from (`memory`, `store`, `render` or `empty`); undefined where the server or CORS does not tell. */
  readonly cache: string | undefined;
}
