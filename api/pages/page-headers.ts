/** Headers of the files under `/assets/`, whose address changes with their content. */
export const ASSET_HEADERS = {
  "cache-control": "public, max-age=31536000, immutable",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  vary: "accept-encoding",
} as const;

/** Headers of the page. Its address holds the token: no cache keeps it, no other site learns it, no search engine lists it. */
export function pageHeaders(tileOrigin: string | undefined): Record<string, string> {
  const data = ["'self'", "data:", "blob:", ...(tileOrigin === undefined ? [] : [tileOrigin])].join(" ");
  const policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "worker-src": "'self' blob:",
    "style-src": "'self'",
    "img-src": data,
    "connect-src": data,
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
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
  };
}
