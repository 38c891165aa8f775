import type { FastifyReply } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { OAuthError } from "./oauth-error.ts";

/** A page runs no script, loads nothing and cannot be framed. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
};

/** Answers with a page. */
export function answerPage(reply: FastifyReply, status: number, body: string, title: string): FastifyReply {
  return reply.code(status).headers(HEADERS).type("text/html; charset=utf-8").send(page(body, title));
}

/** Answers with a page when there were too many attempts; undefined for every other error. */
export function answerPageProblem(error: unknown, reply: FastifyReply): FastifyReply | undefined {
  if (error instanceof OAuthError) {
    return answerPage(reply, 400, say("Not accepted", escapeHtml(error.message)), "Not accepted");
  }
  if (!(error instanceof ProblemError) || error.code !== "too_many_requests") return undefined;
  if (error.retryAfterSeconds !== undefined) reply.header("retry-after", error.retryAfterSeconds);
  return answerPage(reply, 429, say("Too many attempts", escapeHtml(error.detail)), "Too many attempts");
}

/** A heading and a sentence. */
export function say(title: string, text: string): string {
  return `<h1>${title}</h1><p>${text}</p>`;
}

/** A fault above a form, if there is one. */
export function faultText(fault: string | undefined): string {
  return fault === undefined ? "" : `<p role="alert" class="fault">${escapeHtml(fault)}</p>`;
}

function page(body: string, title: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
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

/** Text for HTML. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
