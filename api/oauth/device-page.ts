import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { parseScopeRequest, parseUserCode } from "../../core/access/oauth.ts";
import {
  decideDevice,
  findPendingDevice,
  type DeviceAuthorizationRow,
} from "../../storage/accounts/device-authorizations.ts";
import type { Deps } from "../deps.ts";
import { formOf, type Form } from "./form.ts";
import { identifyByKey, identifyByPassword } from "./identify.ts";
import { OAuthError } from "./oauth-error.ts";
import { startSession } from "./start-session.ts";

type PageDeps = Pick<Deps, "database" | "apiKeys" | "passwords" | "throttle" | "pace" | "config" | "clock">;

/** The page runs no script, loads nothing and cannot be framed. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
};

/** Throttles wrong user codes by address: codes are short enough to guess. */
const CODES = "device-codes";

/**
 * Serves `/device`, where a person confirms that a device may act for them: with e-mail and password, or with
 * an API key.
 */
export function serveDevicePage(app: FastifyInstance, deps: PageDeps): void {
  app.get<{ Querystring: { user_code?: unknown } }>("/device", async (request, reply) => {
    const typed = request.query.user_code;
    const code = parseUserCode(typeof typed === "string" ? typed : "");
    const device = code === undefined ? undefined : await findDeviceThrottled(deps, code, request);
    return answer(
      reply,
      200,
      device === undefined ? askForCode(undefined) : askForConsent(device, undefined),
    );
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
    if (form.get("decision") === "deny") {
      await decideDevice(deps.database, device.user_code, { outcome: "denied" });
      return answer(reply, 200, say("Access denied", "The device gets no access. You can close this page."));
    }
    return await approve(deps, device, form, request, reply);
  });
}

async function approve(
  deps: PageDeps,
  device: DeviceAuthorizationRow,
  form: Form,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const who = await identify(deps, form, request.ip);
  if (who === undefined) {
    return answer(reply, 401, askForConsent(device, "These credentials were not accepted."));
  }
  const scope = parseScopeRequest(device.scope) ?? { scopes: undefined, isOpenid: false, isOffline: false };
  try {
    const sessionId = await startSession(deps, who, device.client_id, scope);
    await decideDevice(deps.database, device.user_code, { outcome: "approved", sessionId });
  } catch (error) {
    if (error instanceof OAuthError) return answer(reply, 403, askForConsent(device, error.message));
    throw error;
  }
  return answer(reply, 200, say("Device connected", "The device is signed in. You can close this page."));
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

function answer(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).headers(HEADERS).type("text/html; charset=utf-8").send(page(body));
}

function askForCode(fault: string | undefined): string {
  return `<h1>Connect a device</h1>${faultText(fault)}
<p>Enter the code shown on your device.</p>
<form method="get" action="/device">
<label>Code <input name="user_code" required autofocus autocomplete="off" autocapitalize="characters" spellcheck="false"></label>
<button>Continue</button></form>`;
}

function askForConsent(device: DeviceAuthorizationRow, fault: string | undefined): string {
  const scope = device.scope === "" ? "everything that you can access" : device.scope;
  return `<h1>Connect a device</h1>${faultText(fault)}
<p><strong>${escapeHtml(device.client_id)}</strong> wants access to your account. Continue only if your own device shows this code:</p>
<p class="code">${escapeHtml(device.user_code)}</p>
<p>It would get access to: ${escapeHtml(scope)}.</p>
<form method="post" action="/device">
<input type="hidden" name="user_code" value="${escapeHtml(device.user_code)}">
<label>E-mail <input name="email" type="email" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<label>or API key <input name="api_key" type="password" autocomplete="off"></label>
<button name="decision" value="approve">Allow</button>
<button name="decision" value="deny">Deny</button></form>`;
}

function say(title: string, text: string): string {
  return `<h1>${title}</h1><p>${text}</p>`;
}

function faultText(fault: string | undefined): string {
  return fault === undefined ? "" : `<p role="alert" class="fault">${escapeHtml(fault)}</p>`;
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Connect a device</title><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;margin:0;background:#f4f5f2;color:#1d241f}
main{max-width:26rem;margin:10vh auto;padding:2rem;background:#fff;border:1px solid #d9ddd6;border-radius:.5rem}
h1{font-size:1.3rem;margin:0 0 1rem}label{display:block;margin:.8rem 0}
input{display:block;box-sizing:border-box;width:100%;padding:.5rem;font:inherit;border:1px solid #8b948d;border-radius:.25rem}
button{margin:.8rem .5rem 0 0;padding:.5rem 1.2rem;font:inherit;border:1px solid #1f5135;border-radius:.25rem;background:#1f5135;color:#fff}
button[value=deny]{background:#fff;color:#1f5135}.code{font:600 1.6rem/1 ui-monospace,monospace;letter-spacing:.1em}
.fault{color:#9c1c1c}
@media (prefers-color-scheme:dark){body{background:#141815;color:#e7ebe6}main{background:#1d241f;border-color:#39423b}
input{background:#141815;color:inherit}button[value=deny]{background:none;color:inherit}.fault{color:#ff9d9d}}`;

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** Answers with a page when there were too many attempts; undefined for every other error. */
export function answerPageProblem(error: unknown, reply: FastifyReply): FastifyReply | undefined {
  if (!(error instanceof ProblemError) || error.code !== "too_many_requests") return undefined;
  if (error.retryAfterSeconds !== undefined) reply.header("retry-after", error.retryAfterSeconds);
  return answer(reply, 429, say("Too many attempts", escapeHtml(error.detail)));
}
