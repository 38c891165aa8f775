import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** The one client of a small issuer. */
export const ISSUER_CLIENT = "geopera-console";

/** How the client proves who it is: by PKCE alone, or with a secret sent in one of two ways. */
export type ClientProof = "none" | "client_secret_basic" | "client_secret_post";

/** With what a header has to escape. */
export const ISSUER_SECRET = "s:e%c&r=e t";

/** Claims of a person, as an issuer signs them. */
type Claims = Readonly<Record<string, unknown>>;

interface IssuedCode {
  readonly claims: Claims;
  readonly request: URLSearchParams;
}

/** An OpenID Connect issuer over HTTP with the authorization code flow, PKCE and logout by redirect. */
export interface SmallIssuer {
  readonly url: string;
  /** The person who is signed in there; the authorization page signs this one in. */
  person: Claims;
  /** Where the issuer's session was ended with, in order. */
  readonly logouts: readonly URLSearchParams[];
  /** A token of the issuer. */
  sign(claims: Claims, audience: string, from?: string): Promise<string>;
  close(): void;
}

/** Starts an issuer whose codes lead back to `redirectUris` only; they are set once they are known. */
export async function startSmallIssuer(
  redirectUris: Set<string> = new Set(),
  proof: ClientProof = "none",
): Promise<SmallIssuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: "k", alg: "RS256", use: "sig" };
  const codes = new Map<string, IssuedCode>();
  const logouts: URLSearchParams[] = [];
  const sign = async (claims: Claims, audience: string, from = issuer.url) =>
    await new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "k" })
      .setIssuer(from)
      .setAudience(audience)
      .setExpirationTime("5m")
      .sign(privateKey);

  const authorize = (query: URLSearchParams, response: ServerResponse) => {
    const back = query.get("redirect_uri") ?? "";
    const isMeant =
      redirectUris.has(back) &&
      query.get("client_id") === ISSUER_CLIENT &&
      query.get("response_type") === "code" &&
      query.get("code_challenge_method") === "S256" &&
      query.get("scope")?.split(" ").includes("openid") === true;
    if (!isMeant) return response.writeHead(400).end("This client or address is not registered.");
    const code = randomUUID();
    codes.set(code, { claims: issuer.person, request: query });
    const leading = (fields: Record<string, string>) => {
      const url = new URL(back);
      const all = { ...fields, state: query.get("state") ?? "", iss: issuer.url };
      for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
      return url.href.replaceAll("&", "&amp;");
    };
    response.setHeader("content-type", "text/html").end(`<!doctype html><h1>Small issuer</h1>
<a href="${leading({ code })}">Continue</a> <a href="${leading({ error: "access_denied" })}">Refuse</a>`);
  };

  /** A code is good once, for its client, address and verifier (RFC 6749 section 4.1.3, RFC 7636). */
  const exchange = async (form: URLSearchParams, authorization: string, response: ServerResponse) => {
    const issued = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    if (!isProven(proof, form, authorization)) return answer(response, { error: "invalid_client" }, 401);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isGood =
      form.get("grant_type") === "authorization_code" &&
      issued?.request.get("redirect_uri") === form.get("redirect_uri") &&
      issued?.request.get("code_challenge") === challenge;
    if (issued === undefined || !isGood) return answer(response, { error: "invalid_grant" }, 400);
    const nonce = issued.request.get("nonce");
    const idToken = await sign({ ...issued.claims, nonce }, ISSUER_CLIENT);
    answer(response, { access_token: "opaque", token_type: "Bearer", id_token: idToken });
  };

  const logOut = (query: URLSearchParams, response: ServerResponse) => {
    logouts.push(query);
    response.writeHead(302, { location: query.get("post_logout_redirect_uri") ?? "/" }).end();
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer.url);
    switch (pathname) {
      case "/.well-known/openid-configuration":
        return answer(response, {
          issuer: issuer.url,
          jwks_uri: `${issuer.url}/keys`,
          authorization_endpoint: `${issuer.url}/authorize`,
          token_endpoint: `${issuer.url}/token`,
          end_session_endpoint: `${issuer.url}/log-out`,
          scopes_supported: ["openid", "email", "profile"],
          ...(proof === "none" ? {} : { token_endpoint_auth_methods_supported: [proof] }),
        });
      case "/keys":
        return answer(response, { keys: [jwk] });
      case "/authorize":
        return authorize(searchParams, response);
      case "/token":
        return await exchange(
          new URLSearchParams(await text(request)),
          request.headers.authorization ?? "",
          response,
        );
      case "/log-out":
        return logOut(searchParams, response);
      default:
        return response.writeHead(404).end();
    }
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: SmallIssuer = { url, person: {}, logouts, sign, close: () => server.close() };
  return issuer;
}

/** A code for the person who is signed in at an issuer, with what exchanges it: fields of a token request. */
export async function issueCode(issuer: SmallIssuer, redirectUri: string): Promise<Record<string, string>> {
  const verifier = "verifier";
  const url = new URL(`${issuer.url}/authorize`);
  const fields = {
    response_type: "code",
    client_id: ISSUER_CLIENT,
    redirect_uri: redirectUri,
    scope: "openid",
    state: "s",
    nonce: "right",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  const [, code = ""] = /code=([\w-]+)/.exec(await (await fetch(url)).text()) ?? [];
  return { code, code_verifier: verifier, redirect_uri: redirectUri, nonce: "right" };
}

function answer(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function isProven(proof: ClientProof, form: URLSearchParams, authorization: string): boolean {
  if (proof === "client_secret_basic") {
    const pair = Buffer.from(authorization.replace("Basic ", ""), "base64").toString();
    const [id, secret] = pair.split(":").map((part) => new URLSearchParams(`part=${part}`).get("part"));
    return id === ISSUER_CLIENT && secret === ISSUER_SECRET && !form.has("client_secret");
  }
  const secret = proof === "none" ? null : ISSUER_SECRET;
  return form.get("client_id") === ISSUER_CLIENT && form.get("client_secret") === secret;
}
