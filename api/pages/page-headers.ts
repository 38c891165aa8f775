import type { FastifyReply } from "fastify";
import { BUILD_REMEDY, type BuiltPage } from "./built-page.ts";

/** Other origins that a page may use. */
interface OtherOrigins {
  /** For pictures and documents. */
  readonly loads?: readonly string[] | undefined;
  /** For uploads. */
  readonly connects?: readonly string[] | undefined;
  /** Whose pages may show the page in a frame. */
  readonly frames?: readonly string[] | undefined;
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
  head = "",
): FastifyReply {
  reply.headers(headers).type("text/html; charset=utf-8");
  if (page === undefined) return reply.code(503).send(MISSING_PAGE);
  return reply.send(head === "" ? page.html : page.html.replace("</head>", () => `${head}\n  </head>`));
}

/**
 * Headers of a page whose address may hold a secret: no cache keeps it, no other site learns it, none shows
 * it in a frame unless its owner allows that, no search engine lists it. It runs its own scripts and calls
 * its own service only.
 */
export function pageHeaders({
  loads = [],
  connects = [],
  frames = [],
}: OtherOrigins): Record<string, string> {
  const data = ["'self'", "data:", "blob:", ...loads];
  const policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": data.join(" "),
    "connect-src": [...data, ...connects].join(" "),
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": frames.length === 0 ? "'none'" : frames.join(" "),
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
