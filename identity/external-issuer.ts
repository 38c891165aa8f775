import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import type { Clock } from "../core/clock.ts";
import { ProblemError } from "../core/errors.ts";
import { grantScopes, parseScopeRequest, userScopes } from "../core/access/oauth.ts";
import type { Config } from "../infra/config.ts";
import type { Database } from "../storage/database/database.ts";
import { findExternalUser } from "../storage/accounts/users.ts";
import type { AcceptedToken } from "./accepted-token.ts";

/** Asymmetric algorithms only: a shared secret would let every client of the issuer forge tokens. */
const ALGORITHMS = ["ES256", "ES384", "EdDSA", "PS256", "RS256", "RS384", "RS512"];

const DISCOVERY_TIMEOUT_MS = 5_000;

const discoverySchema = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });

/** An OpenID Connect issuer that authenticates users instead of passwords kept here. */
export class ExternalIssuer {
  readonly #issuer: string;
  readonly #audience: string;
  readonly #database: Database;
  readonly #clock: Clock;
  #keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(issuer: string, config: Pick<Config, "OIDC_AUDIENCE">, database: Database, clock: Clock) {
    this.#issuer = issuer;
    this.#audience = config.OIDC_AUDIENCE;
    this.#database = database;
    this.#clock = clock;
  }

  /** Whether a token names this issuer. */
  isIssuerOf(issuer: string | undefined): boolean {
    return issuer === this.#issuer;
  }

  /** The user of a token, found by `sub` or verified e-mail; undefined for any other. */
  async accept(token: string): Promise<AcceptedToken | undefined> {
    const keys = await this.#discover();
    const verified = await jwtVerify(token, keys, {
      issuer: this.#issuer,
      audience: this.#audience,
      algorithms: ALGORITHMS,
      requiredClaims: ["sub", "exp"],
      currentDate: new Date(this.#clock()),
    }).catch((error: unknown) => {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
        throw this.#unavailable(error);
      return undefined;
    });
    const { sub, email, email_verified, scope } = verified?.payload ?? {};
    if (verified === undefined || sub === undefined) return undefined;
    const address = typeof email === "string" && email_verified === true ? email : undefined;
    const user = await findExternalUser(this.#database, sub, address);
    if (user === undefined) return undefined;
    const held = new Set(userScopes(user.is_organization_admin));
    // Issuers put scopes of their own into tokens; scopes of this service narrow what the user may do.
    const ours = parseScopeRequest(typeof scope === "string" ? scope : undefined);
    return {
      claims: verified.payload,
      principal: {
        type: "user",
        id: user.id,
        organizationId: user.organization_id,
        isOrganizationAdmin: user.is_organization_admin,
        scopes: new Set(ours === undefined ? held : grantScopes(ours, held)),
      },
    };
  }

  async #discover(): Promise<JWTVerifyGetKey> {
    this.#keys ??= this.#readDiscovery();
    try {
      return await this.#keys;
    } catch (error) {
      this.#keys = undefined;
      throw this.#unavailable(error);
    }
  }

  async #readDiscovery(): Promise<JWTVerifyGetKey> {
    const url = `${this.#issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    const { issuer, jwks_uri } = discoverySchema.parse(await answer.json());
    if (issuer !== this.#issuer) throw new Error(`${url} names the issuer ${issuer}`);
    return createRemoteJWKSet(new URL(jwks_uri));
  }

  #unavailable(cause: unknown): ProblemError {
    return new ProblemError("unavailable", "The identity provider cannot be reached; try again.", {
      cause,
      internal: "external issuer is unavailable",
      retryAfterSeconds: 5,
    });
  }
}
