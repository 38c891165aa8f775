import { LRUCache } from "lru-cache";
import { decodeGrant, type Grant } from "../../core/links/grant.ts";

/**
 * Reads grants and remembers those with a valid signature, because a map sends the same one with every tile.
 */
export class GrantReader {
  readonly #known = new LRUCache<string, Grant>({ max: 10_000 });
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The grant of a text; undefined when this service did not sign it. The caller checks the expiry. */
  read(text: string): Grant | undefined {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const grant = decodeGrant(text, this.#secret);
    if (grant !== undefined) this.#known.set(text, grant);
    return grant;
  }
}
