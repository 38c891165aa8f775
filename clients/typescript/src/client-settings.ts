/** A token, or what answers a fresh one: a session token lives for five minutes only. */
export type TokenSource = string | (() => string | Promise<string>);

/** How a client reaches the service. */
export interface ClientSettings {
  /** Where the service is, such as `https://share.example.org`; a path in it is kept. */
  readonly baseUrl: string | URL;
  /** An API key (`gpra_…`) or a session token; without one, only operations that a link's token and password open are allowed. */
  readonly token?: TokenSource | undefined;
  /** How long a call may take with all its retries; 60,000 unless told. */
  readonly timeoutMs?: number | undefined;
  /** How often a call that was answered 429 or 503 is made again; 3 unless told. */
  readonly retriesMax?: number | undefined;
  /** Takes the place of the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}
