import type { FastifyInstance } from "fastify";
import { ProblemError } from "../../core/errors.ts";

/** How deeply a body may be nested. Deeper ones attack parsers and PostgreSQL's stack. */
const DEPTH_MAX = 32;

/** Accepts only JSON bodies of bounded size and depth; an empty body counts as no input. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    (request, body: string, done: (error: Error | null, body?: unknown) => void) => {
      if (body.trim() === "") return done(null, undefined);
      if (isTooDeep(body)) {
        return done(
          new ProblemError("malformed_request", `The body is nested deeper than ${DEPTH_MAX} levels.`),
        );
      }
      void parse(request, body, done);
    },
  );
}

/** Counts brackets outside strings, without parsing. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      if (depth > DEPTH_MAX) return true;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
