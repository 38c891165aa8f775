import { askJson, type Answer, type Failure } from "./ask-json.ts";
import { CLIENT_ID, type OwnerClient } from "./owner-client.ts";
import { challengeOf, randomProof } from "./random-proof.ts";

const START = "realms/public/protocol/openid-connect/auth/device";

/** How much slower a client polls after `slow_down` (RFC 8628 section 3.5). */
const SLOWER_SECONDS = 5;

/** A sign-in that another device may approve (RFC 8628 section 3.2). */
export interface DeviceCode {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  readonly expires_in: number;
  readonly interval: number;
}

/** A device code with the secret that only this page knows. */
export interface StartedDevice {
  readonly code: DeviceCode;
  readonly verifier: string;
}

/** Requests a code for another device. */
export async function startDevice(base: URL): Promise<Answer<StartedDevice>> {
  const verifier = randomProof();
  const challenge = await challengeOf(verifier);
  const body = new URLSearchParams({
    client_id: CLIENT_ID,
    scope: "offline_access",
    ...(challenge === undefined ? {} : { code_challenge: challenge, code_challenge_method: "S256" }),
  });
  const answer = await askJson<DeviceCode>(new URL(START, base), { method: "POST", body });
  return answer.ok ? { ok: true, value: { code: answer.value, verifier } } : answer;
}

/**
 * Polls at the interval of the server until the other device decides; ends early as "stopped" with `signal`.
 * A poll without a usable answer is repeated while the code lives.
 */
export async function waitForApproval(
  client: OwnerClient,
  { code, verifier }: StartedDevice,
  signal: AbortSignal,
): Promise<"approved" | "denied" | "expired" | "stopped" | Failure> {
  const endsAt = Date.now() + code.expires_in * 1000;
  let seconds = code.interval;
  while (Date.now() < endsAt) {
    await wait(seconds, signal);
    if (signal.aborted) return "stopped";
    const failure = await client.signIn({ kind: "device", deviceCode: code.device_code, verifier });
    if (failure === undefined && signal.aborted) await client.signOut();
    if (signal.aborted) return "stopped";
    if (failure === undefined) return "approved";
    const error = failure.problem?.error;
    if (error === "access_denied") return "denied";
    if (error === "expired_token") return "expired";
    if (error === "slow_down") seconds += SLOWER_SECONDS;
    else if (error !== "authorization_pending" && !mayPass(failure)) return failure;
  }
  return "expired";
}

function mayPass({ status }: Failure): boolean {
  return status === 0 || status === 429 || status >= 500;
}

async function wait(seconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
