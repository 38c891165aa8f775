/** What a sender says once it has proved who it is: a block, and the names of tiles whose bytes follow. */
export interface DirectMessage {
  readonly blockKey: string;
  readonly tiles: readonly string[];
}
