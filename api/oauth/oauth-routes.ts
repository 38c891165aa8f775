import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { SCOPES } from "../../core/access/access.ts";
import { ProblemError } from "../../core/errors.ts";
import { findUser } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import { rateLimitHeaders } from "../http/rate-limit-headers.ts";
import { headerOf, publicUrlOf } from "../http/request-context.ts";
import { authenticate } from "../operations/authenticate.ts";
import { authorizeDevice } from "./authorize-device.ts";
import { serveDevicePage } from "./device-page.ts";
import { answerPageProblem } from "./page-look.ts";
import { servePasswordPage } from "./password-page.ts";
import { acceptForms, clientOf, formOf, requireField } from "./form.ts";
import { grantTokens, grantTypes } from "./grants.ts";
import { OAUTH_ERRORS, OAuthError } from "./oauth-error.ts";
import { SIGNING_ALGORITHM } from "../../identity/signing-keys.ts";
import { describePrincipal, endSession, introspect, revokeToken } from "./tokens-of-others.ts";

const REALM = "/realms/public";
const PROTOCOL = `${REALM}/protocol/openid-connect`;

/** How long a client may keep the key set. A new key is published for longer than this before it signs. */
const KEYS_MAX_AGE_SECONDS = 900;

/** Serves the OpenID Connect endpoints and the page of the device flow. */
export async function serveIdentity(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(async (identity) => {
    acceptForms(identity);
    identity.setErrorHandler((error, _request, reply) => answerOAuthError(error, reply));
    identity.addHook("onRequest", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    serveDiscovery(identity, deps);
    identity.get(`${REALM}/external-issuer`, () => describeIssuer(deps));
    identity.post(`${PROTOCOL}/token`, (request) => grantTokens(deps, request, issuerOf(request, deps)));
    identity.post(`${PROTOCOL}/auth/device`, (request) =>
      authorizeDevice(deps, request, publicUrlOf(request, deps.config)),
    );
    identity.route({
      method: ["GET", "POST"],
      url: `${PROTOCOL}/userinfo`,
      handler: async (request, reply) => await userinfo(deps, request, reply),
    });
    identity.post(`${PROTOCOL}/introspect`, async (request, reply) => {
      const organizationId = await requireCaller(deps, request, reply);
      return await introspect(deps, requireField(formOf(request), "token"), organizationId);
    });
    identity.post(`${PROTOCOL}/revoke`, async (request, reply) => {
      await revokeToken(deps, requireField(formOf(request), "token"));
      return reply.code(200).send();
    });
    identity.route({
      method: ["GET", "POST"],
      url: `${PROTOCOL}/logout`,
      handler: async (request: FastifyRequest<{ Querystring: { id_token_hint?: string } }>, reply) => {
        await logOut(deps, request);
        return reply.code(204).send();
      },
    });
  });
  await app.register(async (pages) => {
    acceptForms(pages);
    pages.setErrorHandler((error, _request, reply) => {
      const answered = answerPageProblem(error, reply);
      if (answered === undefined) throw error;
      return answered;
    });
    serveDevicePage(pages, deps);
    servePasswordPage(pages, deps);
  });
}

function serveDiscovery(identity: FastifyInstance, deps: Deps): void {
  const cached = (reply: FastifyReply) =>
    reply
      .header("cache-control", `public, max-age=${KEYS_MAX_AGE_SECONDS}`)
      .header("access-control-allow-origin", "*");
  identity.get(`${PROTOCOL}/certs`, (_request, reply) => cached(reply).send(deps.signingKeys.published()));
  identity.get(`${REALM}/.well-known/openid-configuration`, (request, reply) => {
    const issuer = issuerOf(request, deps);
    const base = `${issuer}/protocol/openid-connect`;
    const authMethods = ["client_secret_post", "client_secret_basic", "none"];
    return cached(reply).send({
      issuer,
      token_endpoint: `${base}/token`,
      device_authorization_endpoint: `${base}/auth/device`,
      jwks_uri: `${base}/certs`,
      userinfo_endpoint: `${base}/userinfo`,
      introspection_endpoint: `${base}/introspect`,
      revocation_endpoint: `${base}/revoke`,
      end_session_endpoint: `${base}/logout`,
      grant_types_supported: grantTypes(deps.config),
      // There is no front channel and no redirect, but OpenID Connect Discovery requires the member.
      response_types_supported: [],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: [SIGNING_ALGORITHM],
      token_endpoint_auth_methods_supported: authMethods,
      introspection_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic"],
      code_challenge_methods_supported: ["S256"],
      scopes_supported: ["openid", "profile", "email", "offline_access", ...SCOPES],
      claims_supported: [
        "sub",
        "email",
        "name",
        "geopera_principal_type",
        "geopera_principal_id",
        "geopera_org_id",
      ],
    });
  });
}

/** What the console needs to sign in by redirect to the external issuer. */
async function describeIssuer({ externalIssuer }: Pick<Deps, "externalIssuer">) {
  const found = await externalIssuer?.redirectSignIn();
  if (found === undefined)
    throw new ProblemError("not_found", "No external issuer signs in by redirect here.");
  return found;
}

async function userinfo(deps: Deps, request: FastifyRequest, reply: FastifyReply) {
  const principal = await authenticate(deps, {
    authorization: headerOf(request, "authorization"),
    apiKey: headerOf(request, "x-api-key"),
  });
  if (principal === undefined) {
    throw new ProblemError("unauthenticated", "Send a session token or an API key as bearer.");
  }
  await deps.rateLimiter.take(principal, rateLimitHeaders(reply));
  const user = principal.type === "user" ? await findUser(deps.database, principal.id) : undefined;
  return {
    ...describePrincipal(principal),
    ...(user === undefined ? {} : { email: user.email, name: user.name }),
  };
}

/** Introspection is for services of an organization, which send an API key as bearer or as client secret. */
async function requireCaller(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const { secret } = clientOf(request);
  const principal =
    secret === undefined
      ? await authenticate(deps, {
          authorization: headerOf(request, "authorization"),
          apiKey: headerOf(request, "x-api-key"),
        })
      : await deps.apiKeys.find(secret);
  if (principal === undefined) throw new OAuthError("invalid_client", "Send a valid API key.");
  await deps.rateLimiter.take(principal, rateLimitHeaders(reply));
  return principal.organizationId;
}

async function logOut(
  deps: Deps,
  request: FastifyRequest<{ Querystring: { id_token_hint?: string } }>,
): Promise<void> {
  const form = formOf(request);
  const refreshToken = form.get("refresh_token");
  if (refreshToken !== undefined) return await revokeToken(deps, refreshToken);
  const hint = form.get("id_token_hint") ?? request.query.id_token_hint;
  const sessionId = typeof hint === "string" ? await deps.sessionTokens.sessionOfIdToken(hint) : undefined;
  if (sessionId === undefined) {
    throw new OAuthError("invalid_request", "Send the refresh_token, or an id_token_hint.");
  }
  await endSession(deps, sessionId);
}

function issuerOf(request: FastifyRequest, { config }: Pick<Deps, "config">): string {
  return `${publicUrlOf(request, config)}${REALM}`;
}

/** Errors that are not OAuth's own are answered as everywhere else. */
function answerOAuthError(error: unknown, reply: FastifyReply): FastifyReply {
  if (!(error instanceof OAuthError)) throw error;
  const status = OAUTH_ERRORS[error.code];
  if (status === 401) reply.header("www-authenticate", 'Basic realm="geopera"');
  return reply.code(status).send({ error: error.code, error_description: error.message });
}
