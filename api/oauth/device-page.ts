import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Scope } from "../../core/access/access.ts";
import { grantScopes, parseScopeRequest, parseUserCode, type ScopeRequest } from "../../core/access/oauth.ts";
import {
  decideDevice,
  findPendingDevice,
  type DeviceAuthorizationRow,
} from "../../storage/accounts/device-authorizations.ts";
import type { Deps } from "../deps.ts";
import { formOf, type Form } from "./form.ts";
import { consentTicket, holderOfTicket } from "./device-consent.ts";
import { CHANGE_PASSWORD, identifyByKey, identifyByPassword } from "./identify.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { OAuthError } from "./oauth-error.ts";
import { answerPage, escapeHtml, faultText, say } from "./page-look.ts";
import { startSession } from "./start-session.ts";

type PageDeps = Pick<
  Deps,
  "database" | "apiKeys" | "passwords" | "throttle" | "pace" | "config" | "clock" | "securityLog"
>;

const TITLE = "Connect a device";

function answer(reply: FastifyReply, status: number, body: string): FastifyReply {
  return answerPage(reply, status, body, TITLE);
}

/** Throttles wrong user codes by address: codes are short enough to guess. */
const CODES = "device-codes";

/**
 * Serves `/device`, where a person lets a device act for them: they enter the code, sign in with e-mail and
 * password or an API key, see the rights that the device would get, and decide. Only a person who has signed
 * in decides.
 */
export function serveDevicePage(app: FastifyInstance, deps: PageDeps): void {
  app.get<{ Querystring: { user_code?: unknown } }>("/device", async (request, reply) => {
    const typed = request.query.user_code;
    const code = parseUserCode(typeof typed === "string" ? typed : "");
    const device = code === undefined ? undefined : await findDeviceThrottled(deps, code, request);
    const body = device === undefined ? askForCode(undefined) : askForSignIn(deps, device, undefined);
    return answer(reply, 200, body);
  });
  app.post("/device", async (request, reply) => {
    const form = formOf(request);
    const code = parseUserCode(form.get("user_code") ?? "");
    const device = code === undefined ? undefined : await findDeviceThrottled(deps, code, request);
    if (device === undefined) {
      return answer(
        reply,
        404,
        askForCode("This code is unknown or has expired. Check it for typing errors."),
      );
    }
    const ticket = form.get("ticket");
    return ticket === undefined
      ? await signIn(deps, device, form, request, reply)
      : await decide(deps, device, { ticket, decision: form.get("decision") }, request, reply);
  });
}

/** Answers with the rights that the device would get, and a ticket for the decision. */
async function signIn(
  deps: PageDeps,
  device: DeviceAuthorizationRow,
  form: Form,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const who = await identify(deps, form, request.ip);
  if (who === undefined) {
    return answer(reply, 401, askForSignIn(deps, device, "These credentials were not accepted."));
  }
  if (who.mustChangePassword === true) return answer(reply, 403, askForSignIn(deps, device, CHANGE_PASSWORD));
  const scopes = grantScopes(requestOf(device), who.scopes);
  if (scopes.length === 0) {
    return answer(
      reply,
      403,
      askForSignIn(deps, device, "You hold none of the rights that the device wants."),
    );
  }
  return answer(reply, 200, askForConsent(device, scopes, consentTicket(deps, device, who)));
}

async function decide(
  deps: PageDeps,
  device: DeviceAuthorizationRow,
  { ticket, decision }: { readonly ticket: string; readonly decision: string | undefined },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const who = await holderOfTicket(deps, device, ticket);
  if (who === undefined) {
    return answer(reply, 401, askForSignIn(deps, device, "Your sign-in has expired; sign in again."));
  }
  const isApproved = decision === "approve";
  const outcome = isApproved ? "allowed" : "refused";
  const subject = { client_id: device.client_id };
  noteSignIn(deps, { kind: "device", outcome, who, subject, clientAddress: request.ip });
  if (!isApproved) {
    await decideDevice(deps.database, device.user_code, { outcome: "denied" });
    return answer(reply, 200, say("Access denied", "The device gets no access. You can close this page."));
  }
  try {
    const sessionId = await startSession(deps, who, device.client_id, requestOf(device));
    await decideDevice(deps.database, device.user_code, { outcome: "approved", sessionId });
  } catch (error) {
    if (error instanceof OAuthError) return answer(reply, 403, askForSignIn(deps, device, error.message));
    throw error;
  }
  return answer(reply, 200, say("Device connected", "The device is signed in. You can close this page."));
}

function requestOf({ scope }: DeviceAuthorizationRow): ScopeRequest {
  return parseScopeRequest(scope) ?? { scopes: undefined, isOpenid: false, isOffline: false };
}

async function identify(deps: PageDeps, form: Form, clientAddress: string) {
  const key = form.get("api_key");
  if (key !== undefined) return await identifyByKey(deps, key);
  const [email, password] = [form.get("email"), form.get("password")];
  if (email === undefined || password === undefined || deps.config.OIDC_ISSUER !== undefined)
    return undefined;
  return await identifyByPassword(deps, email, password, clientAddress);
}

async function findDeviceThrottled(
  { database, throttle, clock }: PageDeps,
  userCode: string,
  request: FastifyRequest,
): Promise<DeviceAuthorizationRow | undefined> {
  const attempt = await throttle.begin(CODES, request.ip);
  return await throttle.comparing(attempt, () => findPendingDevice(database, userCode, new Date(clock())));
}

function askForCode(fault: string | undefined): string {
  return `<h1>Connect a device</h1>${faultText(fault)}
<p>Enter the code shown on your device.</p>
<form method="get" action="device">
<label>Code <input name="user_code" required autofocus autocomplete="off" autocapitalize="characters" spellcheck="false"></label>
<button>Continue</button></form>`;
}

/** With an external issuer there are no passwords here. */
function askForSignIn(
  { config }: Pick<PageDeps, "config">,
  device: DeviceAuthorizationRow,
  fault: string | undefined,
): string {
  const hasPasswords = config.OIDC_ISSUER === undefined;
  const passwordFields = `<label>E-mail <input name="email" type="email" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
`;
  return `<h1>Connect a device</h1>${faultText(fault)}
${whatAsks(device)}
<form method="post" action="device">
<input type="hidden" name="user_code" value="${escapeHtml(device.user_code)}">
${hasPasswords ? passwordFields : ""}<label>${hasPasswords ? "or API key" : "API key"} <input name="api_key" type="password" autocomplete="off"></label>
<button>Sign in</button></form>`;
}

function askForConsent(device: DeviceAuthorizationRow, scopes: readonly Scope[], ticket: string): string {
  const rights = scopes.map((scope) => `<li><code>${scope}</code></li>`).join("");
  return `<h1>Connect a device</h1>
${whatAsks(device)}
<p>It would get these rights of yours:</p><ul>${rights}</ul>
<form method="post" action="device">
<input type="hidden" name="user_code" value="${escapeHtml(device.user_code)}">
<input type="hidden" name="ticket" value="${ticket}">
<button name="decision" value="approve">Allow</button>
<button name="decision" value="deny">Deny</button></form>`;
}

/** Any program may claim any name. */
function whatAsks(device: DeviceAuthorizationRow): string {
  return `<p>A program that calls itself <strong>${escapeHtml(device.client_id)}</strong> (unverified) wants access to your account. Continue only if your own device shows this code:</p>
<p class="code">${escapeHtml(device.user_code)}</p>`;
}
