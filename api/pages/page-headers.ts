import type { FastifyReply } from "fastify";
import { BUILD_REMEDY, type BuiltPage } from "./built-page.ts";

/** Other origins that a page may use. */
interface OtherOrigins {
  /** For pictures and documents. */
  readonly loads?: string | undefined;
  /** For uploads. */
  readonly connects?: readonly string[] | undefined;
}

const MISSING_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Page not available</title></head>
<body><h1>This page is not available</h1><p>${BUILD_REMEDY}</p></body></html>
`;

/** Answers with a page that Vite has built, or says how to build it. */
export function sendPage(
  reply: FastifyReply,
  headers: Readonly<Record<string, string>>,
  page: BuiltPage | undefined,
): FastifyReply {
  reply.headers(headers).type("text/html; charset=utf-8");
  return page === undefined ? reply.code(503).send(MISSING_PAGE) : reply.send(page.html);
}

/**
 * Headers of a page whose address may hold a secret: no cache keeps it, no other site learns it or shows it
 * in a frame, no search engine lists it. It runs its own scripts and calls its own service only.
 */
export function pageHeaders({ loads, connects = [] }: OtherOrigins): Record<string, string> {
  const data = ["'self'", "data:", "blob:", ...(loads === undefined ? [] : [loads])];
  const policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": data.join(" "),
    "connect-src": [...data, ...connects].join(" "),
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
  };
  return {
    "content-security-policy": Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join("; "),
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  };
}
