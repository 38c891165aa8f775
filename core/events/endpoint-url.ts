/** Where the operator lets requests to addresses of customers go, besides public ones by https. */
export interface OutboundRules {
  readonly allowsHttp: boolean;
}

const LENGTH_MAX = 2_000;

/** Why a URL cannot be an endpoint, or undefined. Its address is checked when a connection is made. */
export function endpointFault(text: string, { allowsHttp }: OutboundRules): string | undefined {
  if (text.length > LENGTH_MAX) return `must have at most ${LENGTH_MAX} characters`;
  const url = URL.parse(text);
  if (url === null) return "must be a URL such as https://example.org/hooks";
  if (url.protocol !== "https:" && !(allowsHttp && url.protocol === "http:")) {
    return allowsHttp ? "must begin with https:// or http://" : "must begin with https://";
  }
  if (url.username !== "" || url.password !== "") return "must hold no user or password: send a header";
  if (url.hash !== "") return "must have no fragment";
  return undefined;
}

/** A name of a header (RFC 9110). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;

/** Visible characters, spaces and tabs. */
const HEADER_VALUE = /^[\t\x20-\x7e]{0,2000}$/;

const HEADERS_MAX = 20;

/** Headers that a request has by itself, or that name another host. */
const RESERVED =
  /^(webhook-.*|host|content-.*|connection|transfer-encoding|keep-alive|te|trailer|upgrade|expect|proxy-.*|user-agent)$/i;

/** Why headers cannot be sent with deliveries, or undefined. */
export function headersFault(headers: Readonly<Record<string, string>>): string | undefined {
  const entries = Object.entries(headers);
  if (entries.length > HEADERS_MAX) return `must be at most ${HEADERS_MAX} headers`;
  for (const [name, value] of entries) {
    if (!HEADER_NAME.test(name)) return `${JSON.stringify(name)} is no name of a header`;
    if (RESERVED.test(name)) return `${name} is set by the service`;
    if (!HEADER_VALUE.test(value)) return `the value of ${name} must be printable ASCII`;
  }
  return undefined;
}
