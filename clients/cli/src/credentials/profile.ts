/** One service and its credentials. */
export interface Profile {
  readonly base_url: string;
  readonly api_key?: string;
  readonly session?: Session;
}

/** Tokens from a device login. */
export interface Session {
  readonly access_token: string;
  readonly refresh_token?: string;
  /** ISO 8601. */
  readonly expires_at: string;
}
