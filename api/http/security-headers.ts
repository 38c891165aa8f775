import type { Config } from "../../infra/config.ts";

/** A browser that has seen the service behind https uses nothing else for a year. */
const HSTS = { "strict-transport-security": "max-age=31536000; includeSubDomains" };

/**
 * Headers of every answer: browsers take the declared media type for true and, behind https, never fall back
 * to http.
 */
export function securityHeaders({
  PUBLIC_URL,
}: Pick<Config, "PUBLIC_URL">): Readonly<Record<string, string>> {
  const isHttps = PUBLIC_URL !== undefined && new URL(PUBLIC_URL).protocol === "https:";
  return { "x-content-type-options": "nosniff", ...(isHttps ? HSTS : {}) };
}
