import type { AcceptedToken } from "./accepted-token.ts";
import { decodeJwt, errors, jwtVerify, SignJWT, type JWTPayload } from "jose";
import type { Clock } from "../core/clock.ts";
import { newId } from "../infra/new-id.ts";
import { ACCESS_TOKEN_SECONDS } from "../core/access/oauth.ts";
import type { SessionRow } from "../storage/accounts/sessions.ts";
import type { ExternalIssuer } from "./external-issuer.ts";
import type { SessionDirectory } from "./session-directory.ts";
import type { SessionPrincipal } from "./session-directory.ts";
import { SIGNING_ALGORITHM, type SigningKeys } from "./signing-keys.ts";

/** The audience of every access token. */
const AUDIENCE = "geopera";

const ACCESS_TOKEN_TYPE = "at+jwt";

/** Issues session tokens, and finds the principal of one. */
export class SessionTokens {
  readonly #keys: SigningKeys;
  readonly #sessions: SessionDirectory;
  readonly #external: ExternalIssuer | undefined;
  readonly #clock: Clock;

  constructor(
    keys: SigningKeys,
    sessions: SessionDirectory,
    external: ExternalIssuer | undefined,
    clock: Clock,
  ) {
    this.#keys = keys;
    this.#sessions = sessions;
    this.#external = external;
    this.#clock = clock;
  }

  /** An access token of a session (RFC 9068), good for five minutes while the session lasts. */
  async issueAccess(session: SessionRow, principal: SessionPrincipal, issuer: string): Promise<string> {
    return await this.#sign(ACCESS_TOKEN_TYPE, {
      iss: issuer,
      aud: AUDIENCE,
      sub: principal.id,
      client_id: session.client_id,
      azp: session.client_id,
      sid: session.id,
      scope: [...principal.scopes].join(" "),
      geopera_principal_type: principal.type,
      geopera_principal_id: principal.id,
      geopera_org_id: principal.organizationId,
    });
  }

  /** An ID token: it tells the client who logged in and authorizes nothing. */
  async issueId(
    session: SessionRow,
    principal: SessionPrincipal,
    issuer: string,
    person: { readonly email: string; readonly name: string } | undefined,
  ): Promise<string> {
    return await this.#sign("JWT", {
      iss: issuer,
      aud: session.client_id,
      sub: principal.id,
      sid: session.id,
      ...person,
    });
  }

  /**
   * The principal of an access token; undefined when the token is not ours, was changed, has expired, or its
   * session has ended.
   */
  async accept(token: string): Promise<AcceptedToken | undefined> {
    if (this.#external?.isIssuerOf(issuerIn(token)) === true) return await this.#external.accept(token);
    const claims = await this.#verify(token, { audience: AUDIENCE, typ: ACCESS_TOKEN_TYPE });
    const found = typeof claims?.["sid"] === "string" ? await this.#sessions.find(claims["sid"]) : undefined;
    if (claims === undefined || found === undefined || claims.sub !== found.principal.id) return undefined;
    return { principal: found.principal, claims };
  }

  /** The session that an ID token of ours names, expired or not. */
  async sessionOfIdToken(token: string): Promise<string | undefined> {
    const claims = await this.#verify(token, { currentDate: new Date(0) });
    return typeof claims?.["sid"] === "string" ? claims["sid"] : undefined;
  }

  async #sign(typ: string, claims: JWTPayload): Promise<string> {
    const { kid, privateKey } = this.#keys.signing();
    const now = Math.floor(this.#clock() / 1000);
    return await new SignJWT({ ...claims, jti: newId() })
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid, typ })
      .setIssuedAt(now)
      .setExpirationTime(now + ACCESS_TOKEN_SECONDS)
      .sign(privateKey);
  }

  async #verify(
    token: string,
    options: { audience?: string; typ?: string; currentDate?: Date },
  ): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(
        token,
        async ({ kid }) => {
          const key = kid === undefined ? undefined : await this.#keys.findPublic(kid);
          if (key === undefined) throw new errors.JWKSNoMatchingKey();
          return key;
        },
        { algorithms: [SIGNING_ALGORITHM], currentDate: new Date(this.#clock()), ...options },
      );
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}

function issuerIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
