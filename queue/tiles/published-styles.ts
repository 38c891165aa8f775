import { LRUCache } from "lru-cache";
import { renderStyleSchema, type RenderStyle } from "../../core/styles/render-style.ts";
import { onServerChange, type RedisConnection } from "../connection.ts";

/** Far longer than a job waits: its waiters give up after `RENDER_DEADLINE_MS`. */
const KEPT_SECONDS = 300;

/** A process publishes a style again after this long, so that it never ends while jobs name it. */
const PUBLISHED_AGAIN_MS = 60_000;

/** Styles in memory: thousands of ordinary ones, hundreds with thousands of classes. */
const STYLE_BYTES_MAX = 32 * 1024 * 1024;

/** A style under the key that names it. */
interface KeyedStyle {
  readonly styleKey: string;
  readonly style: RenderStyle;
}

/** Styles that a worker has read. */
type StyleMemory = LRUCache<string, { style: RenderStyle; bytes: number }>;

/** A memory of styles; a worker has one for all partitions. */
export function createStyleMemory(): StyleMemory {
  return new LRUCache({ maxSize: STYLE_BYTES_MAX, sizeCalculation: ({ bytes }) => bytes });
}

/**
 * Render styles by their key: jobs name them, and each style crosses Redis once a minute instead of with each
 * job.
 */
export class PublishedStyles {
  readonly #published = new LRUCache<string, true>({ max: 20_000, ttl: PUBLISHED_AGAIN_MS });
  readonly #known: StyleMemory;
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string, known = createStyleMemory()) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#known = known;
    // Redis may have started anew, without them.
    onServerChange(connection, () => this.#published.clear());
  }

  /**
   * Publishes the styles that this process has not published lately. The commands are sent at once, so a job
   * that is added right after the call on the same connection never precedes its styles.
   */
  async publish(layers: readonly KeyedStyle[]): Promise<void> {
    const missing = layers.filter(({ styleKey }) => !this.#published.has(styleKey));
    if (missing.length === 0) return;
    const writes = missing.map(async ({ styleKey, style }) => {
      this.#published.set(styleKey, true);
      try {
        await this.#connection.set(this.#key(styleKey), JSON.stringify(style), "EX", KEPT_SECONDS);
      } catch (error) {
        this.#published.delete(styleKey);
        throw error;
      }
    });
    await Promise.all(writes);
  }

  /** Published styles by key, without those that Redis no longer has. */
  async find(keys: readonly string[]): Promise<ReadonlyMap<string, RenderStyle>> {
    const missing = [...new Set(keys)].filter((key) => !this.#known.has(key));
    const found = new Map<string, RenderStyle>();
    if (missing.length > 0) {
      const texts = await this.#connection.mget(missing.map((key) => this.#key(key)));
      for (const [index, text] of texts.entries()) {
        const key = missing[index];
        if (text === null || key === undefined) continue;
        const style = renderStyleSchema.parse(JSON.parse(text));
        found.set(key, style);
        this.#known.set(key, { style, bytes: text.length });
      }
    }
    for (const key of keys) {
      const known = this.#known.get(key);
      if (known !== undefined) found.set(key, known.style);
    }
    return found;
  }

  #key(styleKey: string): string {
    return `${this.#prefix}:style:${styleKey}`;
  }
}
