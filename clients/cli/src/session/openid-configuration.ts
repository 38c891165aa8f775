import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";

/**
 * The endpoints of OpenID Connect Discovery that the command line uses; a server need not have all of them.
 */
export interface OpenidConfiguration {
  readonly token_endpoint?: string;
  readonly device_authorization_endpoint?: string;
  readonly userinfo_endpoint?: string;
  readonly revocation_endpoint?: string;
}

const PATH = "/realms/public/.well-known/openid-configuration";

/** Gets the sign-in endpoints of a service; undefined when it has none. */
export async function discoverOpenid(
  baseUrl: string,
  signal: AbortSignal,
): Promise<OpenidConfiguration | undefined> {
  const { status, body } = await request(baseUrl + PATH, { signal });
  return status === 200 ? body : undefined;
}

/** The answer of an endpoint; the body is an empty object when it was no JSON object. */
export interface EndpointAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Posts a form, as OAuth 2.0 requires. */
export async function postForm(
  url: string,
  fields: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  return await request(url, { method: "POST", body: new URLSearchParams(fields), signal });
}

/** Calls an endpoint with a bearer token. */
export async function getAs(url: string, token: string, signal: AbortSignal): Promise<EndpointAnswer> {
  return await request(url, { headers: { authorization: `Bearer ${token}` }, signal });
}

const TIMEOUT_MS = 30_000;

async function request(url: string, init: RequestInit & { signal: AbortSignal }): Promise<EndpointAnswer> {
  try {
    const signal = AbortSignal.any([init.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const response = await fetch(url, { ...init, signal });
    return { status: response.status, body: parseObject(await response.text()) };
  } catch (cause) {
    if (init.signal.aborted) throw cause;
    throw new CliError(`No answer from ${new URL(url).origin}.`, EXIT.unavailable, cause);
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
