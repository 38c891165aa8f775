import type { JWTPayload } from "jose";
import type { SessionPrincipal } from "./session-principal.ts";

/** A token that was accepted. */
export interface AcceptedToken {
  readonly principal: SessionPrincipal;
  readonly claims: JWTPayload;
}
