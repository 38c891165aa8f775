import type { JWTPayload } from "jose";
import type { SessionPrincipal } from "./session-directory.ts";

/** A token that was accepted. */
export interface AcceptedToken {
  readonly principal: SessionPrincipal;
  readonly claims: JWTPayload;
}
