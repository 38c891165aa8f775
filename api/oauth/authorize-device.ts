import { randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { secretHash } from "../../core/access/api-key.ts";
import { newUserCode } from "../../core/access/oauth.ts";
import { insertDeviceAuthorization } from "../../storage/accounts/device-authorizations.ts";
import type { Deps } from "../deps.ts";
import { clientOf, formOf } from "./form.ts";
import { scopeOf } from "./grants.ts";
import { OAuthError } from "./oauth-error.ts";

const CODE_SECONDS = 600;
const INTERVAL_SECONDS = 5;

/** New codes a minute: for one network, and for all together. */
const CODES_PER_MINUTE = { each: 10, all: 1_000 };

const CLIENT_ID_CHARACTERS_MAX = 100;

/** Starts the device flow (RFC 8628), with PKCE (RFC 7636, S256) when the client sends a challenge. */
export async function authorizeDevice(
  { database, clock, rateLimiter }: Pick<Deps, "database" | "clock" | "rateLimiter">,
  request: FastifyRequest,
  publicUrl: string,
) {
  await rateLimiter.takeForAddress("device-codes", request.ip, CODES_PER_MINUTE);
  const form = formOf(request);
  scopeOf(form);
  const clientId = clientOf(request).id ?? "geopera";
  if (clientId.length > CLIENT_ID_CHARACTERS_MAX)
    throw new OAuthError("invalid_request", "The client_id is too long.");
  const challenge = form.get("code_challenge");
  if (challenge !== undefined && form.get("code_challenge_method") !== "S256") {
    throw new OAuthError("invalid_request", "The code_challenge_method must be S256.");
  }
  const deviceCode = randomBytes(32).toString("base64url");
  const userCode = newUserCode();
  await insertDeviceAuthorization(database, {
    deviceCodeHash: secretHash(deviceCode),
    userCode,
    clientId,
    scope: form.get("scope") ?? "",
    codeChallenge: challenge ?? null,
    expiresAt: new Date(clock() + CODE_SECONDS * 1000),
    intervalSeconds: INTERVAL_SECONDS,
  });
  return {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: `${publicUrl}/device`,
    verification_uri_complete: `${publicUrl}/device?user_code=${userCode}`,
    expires_in: CODE_SECONDS,
    interval: INTERVAL_SECONDS,
  };
}
