/** The error codes of RFC 6749 and RFC 8628 with their HTTP status. */
export const OAUTH_ERRORS = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  invalid_scope: 400,
  unsupported_grant_type: 400,
  authorization_pending: 400,
  slow_down: 400,
  access_denied: 400,
  expired_token: 400,
} as const;

/** A failure as OAuth clients expect it: `{"error", "error_description"}`. */
export class OAuthError extends Error {
  override readonly name = "OAuthError";
  readonly code: keyof typeof OAUTH_ERRORS;

  constructor(code: keyof typeof OAUTH_ERRORS, description: string) {
    super(description);
    this.code = code;
  }
}
