import { CliError } from "../cli-error.ts";
import type { Session } from "../credentials/profile.ts";
import { EXIT } from "../exit-codes.ts";

/** The id of this program as a public OAuth 2.0 client. */
export const CLIENT_ID = "geopera-cli";

/** The session in the answer of a token endpoint; a refresh without a new refresh token keeps the old one. */
export function sessionOf(
  body: Readonly<Record<string, unknown>>,
  nowMs: number,
  earlierRefreshToken?: string,
): Session {
  const { access_token, expires_in } = body;
  const refresh_token = body["refresh_token"] ?? earlierRefreshToken;
  if (typeof access_token !== "string") {
    throw new CliError("The server's token endpoint answered without a token.", EXIT.unavailable);
  }
  const lifetimeMs = (typeof expires_in === "number" ? expires_in : 300) * 1000;
  return {
    access_token,
    ...(typeof refresh_token === "string" ? { refresh_token } : {}),
    expires_at: new Date(nowMs + lifetimeMs).toISOString(),
  };
}
