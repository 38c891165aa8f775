import type { IncomingMessage, RequestListener } from "node:http";
import { problemBody } from "./answer-errors.ts";

/**
 * A listener that refuses requests with two `Host` headers (RFC 9112 section 3.2): a proxy before us and we
 * could believe different ones.
 */
export function refuseTwoHosts(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (!hasTwoHosts(request)) {
      listener(request, response);
      return;
    }
    const { status, body } = problemBody("malformed_request", "Send one Host header.");
    response.writeHead(status, {
      "content-type": "application/problem+json; charset=utf-8",
      connection: "close",
    });
    response.end(body);
  };
}

/** Looks at names only, which is cheap enough for every cached tile. */
function hasTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (name.length === 4 && name.toLowerCase() === "host") hosts += 1;
  }
  return hosts > 1;
}
