/** A token, or a function that returns a fresh one: a session token lives for five minutes only. */
export type TokenSource = string | (() => string | Promise<string>);

/** Settings of a client. */
export interface ClientSettings {
  /** Where the service is, such as `https://share.example.org`; a path in it is kept. */
  readonly baseUrl: string | URL;
  /**
   * An API key (`gpra_…`) or a session token; without one, only operations with a link's token and password
   * work.
   */
  readonly token?: TokenSource | undefined;
  /** Limit for a call with all its retries; default 60,000. */
  readonly timeoutMs?: number | undefined;
  /**
   * How often a call is made again when its connection was lost, or after 408, 429, 502, 503 or 504;
   * default 3.
   */
  readonly retriesMax?: number | undefined;
  /** Replaces the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}
