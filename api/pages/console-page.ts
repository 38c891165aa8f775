import type { FastifyInstance } from "fastify";
import type { Config } from "../../infra/config.ts";
import { readBuiltPage } from "./built-page.ts";
import { escapeXml } from "../../core/xml.ts";
import { pageHeaders, sendPage } from "./page-headers.ts";

/** How people sign in: by password, at an issuer with this host, or neither; by API key in any case. */
type ConsoleSignIn = "password" | "key" | `issuer ${string}`;

/** How people sign in to the console of a service with these settings. */
export function consoleSignIn({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
}: Pick<Config, "OIDC_ISSUER" | "OIDC_CLIENT_ID">): ConsoleSignIn {
  if (OIDC_ISSUER === undefined) return "password";
  return OIDC_CLIENT_ID === undefined ? "key" : `issuer ${new URL(OIDC_ISSUER).host}`;
}

/** Where the console is served. */
export interface ConsolePageOptions {
  /** Origins that files are uploaded to besides the console's own: those of an S3 store. */
  readonly uploadOrigins?: readonly string[];
  /** How people sign in; by password when left out. */
  readonly signIn?: ConsoleSignIn;
  /** Another folder of built pages than `dist/web`. */
  readonly folder?: string | undefined;
}

/**
 * Serves `/console/`, where owners share and look after their links. Its assets are those of all pages; their
 * addresses are relative, so that it also works below a path of a proxy.
 */
export function registerConsolePage(app: FastifyInstance, options: ConsolePageOptions = {}): void {
  const page = readBuiltPage("console", options.folder);
  const headers = pageHeaders({ connects: options.uploadOrigins });
  const head = `<meta name="sign-in" content="${escapeXml(options.signIn ?? "password")}" />`;
  app.get("/console", (_request, reply) => reply.redirect("console/", 302));
  app.get("/console/", (_request, reply) => sendPage(reply, headers, page, head));
}
