import { createHash, randomBytes } from "node:crypto";
import { CliError } from "../cli-error.ts";
import type { Session } from "../credentials/profile.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { postForm, type EndpointAnswer } from "./openid-configuration.ts";
import { CLIENT_ID, sessionOf } from "./token-answer.ts";

/** The endpoints that a device login needs. */
export interface DeviceEndpoints {
  readonly device_authorization_endpoint: string;
  readonly token_endpoint: string;
}

/** Instructions for the browser. */
export interface DevicePrompt {
  readonly userCode: string;
  readonly url: string;
  /** Carries the code, where the server offers that. */
  readonly completeUrl: string | undefined;
}

/** Signs a user in, who confirms in a browser on this machine or another (RFC 8628, with PKCE). */
export async function signInByDevice(
  io: Io,
  endpoints: DeviceEndpoints,
  show: (prompt: DevicePrompt) => void,
): Promise<Session> {
  const verifier = randomBytes(32).toString("base64url");
  const grant = await requestDeviceCode(io, endpoints, verifier);
  show(grant.prompt);
  const fields = {
    grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    device_code: grant.deviceCode,
    client_id: CLIENT_ID,
    code_verifier: verifier,
  };
  let intervalMs = grant.intervalMs;
  const endsAtMs = io.now() + grant.lifetimeMs;
  while (io.now() + intervalMs < endsAtMs) {
    await io.wait(intervalMs);
    const answer = await postForm(endpoints.token_endpoint, fields, io.signal).catch(unlessAborted(io));
    const outcome = pollOutcome(answer);
    if (outcome === "signed in" && answer !== undefined) return sessionOf(answer.body, io.now());
    // RFC 8628, 3.5: slow_down adds five seconds for good; a poll without an answer backs off.
    if (outcome === "slower") intervalMs += 5_000;
    if (outcome === "unanswered") intervalMs *= 2;
  }
  throw new CliError("The code has expired; run `geopera login` again.", EXIT.denied);
}

async function requestDeviceCode(io: Io, endpoints: DeviceEndpoints, verifier: string) {
  const fields = {
    client_id: CLIENT_ID,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  const { status, body } = await postForm(endpoints.device_authorization_endpoint, fields, io.signal);
  const { device_code, user_code, verification_uri, verification_uri_complete, expires_in, interval } = body;
  if (status !== 200 || typeof device_code !== "string" || typeof user_code !== "string") {
    throw new CliError(`The server refused the sign-in: ${describe(body, status)}`, EXIT.denied);
  }
  return {
    deviceCode: device_code,
    intervalMs: (typeof interval === "number" ? interval : 5) * 1000,
    lifetimeMs: (typeof expires_in === "number" ? expires_in : 600) * 1000,
    prompt: {
      userCode: user_code,
      url: String(verification_uri),
      completeUrl: typeof verification_uri_complete === "string" ? verification_uri_complete : undefined,
    } satisfies DevicePrompt,
  };
}

function pollOutcome(answer: EndpointAnswer | undefined): "signed in" | "wait" | "slower" | "unanswered" {
  if (answer === undefined || answer.status >= 500) return "unanswered";
  if (answer.status === 200) return "signed in";
  switch (answer.body["error"]) {
    case "authorization_pending":
      return "wait";
    case "slow_down":
      return "slower";
    case "access_denied":
      throw new CliError("The sign-in was refused in the browser.", EXIT.denied);
    case "expired_token":
      throw new CliError("The code has expired; run `geopera login` again.", EXIT.denied);
    default:
      throw new CliError(
        `The server refused the sign-in: ${describe(answer.body, answer.status)}`,
        EXIT.denied,
      );
  }
}

function describe(body: EndpointAnswer["body"], status: number): string {
  const { error_description, detail, error } = body;
  const said = [error_description, detail, error].find((text) => typeof text === "string");
  return typeof said === "string" ? said : `status ${status}`;
}

function unlessAborted(io: Io): (error: unknown) => undefined {
  return (error) => {
    if (io.signal.aborted) throw error;
    return undefined;
  };
}
