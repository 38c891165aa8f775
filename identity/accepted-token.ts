import type { JWTPayload } from "jose";
import type { SessionPrincipal } from "./session-directory.ts";

/** A valid token with its principal. */
export interface AcceptedToken {
  readonly principal: SessionPrincipal;
  readonly claims: JWTPayload;
}
