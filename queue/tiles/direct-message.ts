/** What a sender says: its proof, then blocks with the names of tiles whose bytes follow. */
export type DirectMessage =
  | { readonly kind: "hello"; readonly proof: Uint8Array }
  | { readonly kind: "tiles"; readonly blockKey: string; readonly tiles: readonly string[] };
