import type { Principal } from "../core/access/access.ts";

/** Who calls with a session token; a key's session has the key's limit of requests a minute. */
export type SessionPrincipal = Principal & {
  readonly sessionId?: string;
  readonly requestsPerMinute?: number;
};
