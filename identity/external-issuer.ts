import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import type { Clock } from "../core/clock.ts";
import { ProblemError } from "../core/errors.ts";
import { grantScopes, parseScopeRequest, userScopes } from "../core/access/oauth.ts";
import type { Config } from "../infra/config.ts";
import type { Database } from "../storage/database/database.ts";
import { findExternalUser, type UserRow } from "../storage/accounts/users.ts";
import type { AcceptedToken } from "./accepted-token.ts";

/** Asymmetric algorithms only: a shared secret would let every client of the issuer forge tokens. */
const ALGORITHMS = ["ES256", "ES384", "EdDSA", "PS256", "RS256", "RS384", "RS512"];

const DISCOVERY_TIMEOUT_MS = 5_000;

/** A browser goes to some of these, so that no other scheme may come in. */
const endpoint = z.url({ protocol: /^https?$/ });

const discoverySchema = z.looseObject({
  issuer: z.string(),
  jwks_uri: endpoint,
  authorization_endpoint: endpoint.optional(),
  token_endpoint: endpoint.optional(),
  end_session_endpoint: endpoint.optional(),
  scopes_supported: z.array(z.string()).optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
});

/** What the issuer says about itself, with its keys. */
interface Discovered {
  readonly about: z.infer<typeof discoverySchema>;
  readonly keys: JWTVerifyGetKey;
}

const tokensSchema = z.looseObject({ id_token: z.string() });

/** Where and as whom a browser signs in by redirect. */
export interface RedirectSignIn {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly end_session_endpoint: string | undefined;
  readonly client_id: string;
  readonly scope: string;
}

/** An authorization code with what proves that it belongs to this sign-in. */
export interface CodeExchange {
  readonly code: string;
  /** The verifier of PKCE (RFC 7636). */
  readonly verifier: string;
  readonly redirectUri: string;
  readonly nonce: string;
}

/** A person that the issuer signed in by redirect; `user` is undefined for one who is unknown here. */
export interface ExchangedCode {
  readonly idToken: string;
  readonly user: UserRow | undefined;
}

/** An OpenID Connect issuer that authenticates users instead of passwords kept here. */
export class ExternalIssuer {
  readonly #issuer: string;
  readonly #audience: string;
  readonly #clientId: string | undefined;
  readonly #clientSecret: string | undefined;
  readonly #database: Database;
  readonly #clock: Clock;
  #discovered: Promise<Discovered> | undefined;

  constructor(
    issuer: string,
    config: Pick<Config, "OIDC_AUDIENCE" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET">,
    database: Database,
    clock: Clock,
  ) {
    this.#issuer = issuer;
    this.#audience = config.OIDC_AUDIENCE;
    this.#clientId = config.OIDC_CLIENT_ID;
    this.#clientSecret = config.OIDC_CLIENT_SECRET;
    this.#database = database;
    this.#clock = clock;
  }

  /** Whether a token names this issuer. */
  isIssuerOf(issuer: string | undefined): boolean {
    return issuer === this.#issuer;
  }

  /** The user of a token, found by `sub` or verified e-mail; undefined for any other. */
  async accept(token: string): Promise<AcceptedToken | undefined> {
    const claims = await this.#verify(token, this.#audience);
    const user = claims && (await this.#userOf(claims));
    if (claims === undefined || user === undefined) return undefined;
    const { scope } = claims;
    const held = new Set(userScopes(user.is_organization_admin));
    // Issuers put scopes of their own into tokens; scopes of this service narrow what the user may do.
    const ours = parseScopeRequest(typeof scope === "string" ? scope : undefined);
    return {
      claims,
      principal: {
        type: "user",
        id: user.id,
        organizationId: user.organization_id,
        isOrganizationAdmin: user.is_organization_admin,
        scopes: new Set(ours === undefined ? held : grantScopes(ours, held)),
      },
    };
  }

  /** What a browser needs to sign in by redirect; undefined where that is not set up. */
  async redirectSignIn(): Promise<RedirectSignIn | undefined> {
    const clientId = this.#clientId;
    if (clientId === undefined) return undefined;
    const { about } = await this.#discover();
    const { authorization_endpoint, end_session_endpoint, token_endpoint, scopes_supported } = about;
    if (authorization_endpoint === undefined || token_endpoint === undefined) return undefined;
    const wanted = ["openid", "email"];
    const scopes = wanted.filter((scope) => scopes_supported?.includes(scope) ?? true);
    return {
      issuer: this.#issuer,
      authorization_endpoint,
      end_session_endpoint,
      client_id: clientId,
      scope: [...new Set(["openid", ...scopes])].join(" "),
    };
  }

  /**
   * Exchanges an authorization code (RFC 6749 section 4.1.3) for the person whom the ID token names;
   * undefined when the issuer refuses the code, or its ID token is not for this client and sign-in. Throws
   * `unavailable` when the issuer cannot answer, or refuses this client.
   */
  async exchange({ code, verifier, redirectUri, nonce }: CodeExchange): Promise<ExchangedCode | undefined> {
    const clientId = this.#clientId;
    const { token_endpoint, token_endpoint_auth_methods_supported: methods } = (await this.#discover()).about;
    if (clientId === undefined || token_endpoint === undefined) return undefined;
    const client = authenticateClient(clientId, this.#clientSecret, methods);
    const code_verifier = verifier;
    const form = { grant_type: "authorization_code", code, code_verifier, redirect_uri: redirectUri };
    const idToken = await this.#idTokenFor(token_endpoint, { ...form, ...client.form }, client.headers);
    const claims = idToken === undefined ? undefined : await this.#verify(idToken, clientId);
    if (idToken === undefined || claims === undefined) return undefined;
    const { nonce: signedNonce, azp } = claims;
    if (signedNonce !== nonce || (azp !== undefined && azp !== clientId)) return undefined;
    return { idToken, user: await this.#userOf(claims) };
  }

  /** Undefined when the issuer refuses; throws `unavailable` when it cannot answer. */
  async #idTokenFor(
    url: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
  ): Promise<string | undefined> {
    try {
      const answer = await fetch(url, {
        method: "POST",
        body: new URLSearchParams(form),
        headers: { ...headers, accept: "application/json" },
        redirect: "error",
        signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS),
      });
      if (answer.status === 401) {
        throw new Error(`${url} refuses this client: OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is not right`);
      }
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return undefined;
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
      return tokensSchema.parse(await answer.json()).id_token;
    } catch (error) {
      throw this.#unavailable(error);
    }
  }

  /** The claims of a token of the issuer for an audience. */
  async #verify(token: string, audience: string): Promise<JWTPayload | undefined> {
    const { keys } = await this.#discover();
    const verified = await jwtVerify(token, keys, {
      issuer: this.#issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ["sub", "exp"],
      currentDate: new Date(this.#clock()),
    }).catch((error: unknown) => {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
        throw this.#unavailable(error);
      return undefined;
    });
    return verified?.payload;
  }

  async #userOf({ sub, email, email_verified }: JWTPayload): Promise<UserRow | undefined> {
    if (sub === undefined) return undefined;
    const address = typeof email === "string" && email_verified === true ? email : undefined;
    return await findExternalUser(this.#database, sub, address);
  }

  async #discover(): Promise<Discovered> {
    this.#discovered ??= this.#readDiscovery();
    try {
      return await this.#discovered;
    } catch (error) {
      this.#discovered = undefined;
      throw this.#unavailable(error);
    }
  }

  async #readDiscovery(): Promise<Discovered> {
    const url = `${this.#issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    const about = discoverySchema.parse(await answer.json());
    if (about.issuer !== this.#issuer) throw new Error(`${url} names the issuer ${about.issuer}`);
    return { about, keys: createRemoteJWKSet(new URL(about.jwks_uri)) };
  }

  #unavailable(cause: unknown): ProblemError {
    return new ProblemError("unavailable", "The identity provider cannot be reached; try again.", {
      cause,
      internal: "external issuer is unavailable",
      retryAfterSeconds: 5,
    });
  }
}

/**
 * How a client says who it is at a token endpoint: by its name alone, or with a secret as the issuer wants it
 * (RFC 6749 section 2.3.1; `client_secret_basic` unless it knows `client_secret_post` only).
 */
function authenticateClient(id: string, secret: string | undefined, methods: readonly string[]) {
  if (secret === undefined) return { form: { client_id: id }, headers: {} };
  const isPosted = methods.includes("client_secret_post") && !methods.includes("client_secret_basic");
  if (isPosted) return { form: { client_id: id, client_secret: secret }, headers: {} };
  const [name, value] = [...new URLSearchParams({ id, secret }).toString().matchAll(/=([^&]*)/g)].map(
    ([, encoded = ""]) => encoded,
  );
  const authorization = `Basic ${Buffer.from(`${name}:${value}`).toString("base64")}`;
  return { form: {}, headers: { authorization } };
}
