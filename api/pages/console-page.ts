import type { FastifyInstance } from "fastify";
import { readBuiltPage } from "./built-page.ts";
import { pageHeaders, sendPage } from "./page-headers.ts";

/** Where the console is served. */
export interface ConsolePageOptions {
  /** Origins that files are uploaded to besides the console's own: those of an S3 store. */
  readonly uploadOrigins?: readonly string[];
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
  app.get("/console", (_request, reply) => reply.redirect("console/", 302));
  app.get("/console/", (_request, reply) => sendPage(reply, headers, page));
}
