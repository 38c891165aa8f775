/** A server's URL that may name several hosts, such as `redis://:password@a:26379,b:26379/0`. */
export interface HostListUrl {
  readonly protocol: string;
  /** Decoded; empty when the URL names none. */
  readonly username: string;
  readonly password: string;
  readonly hosts: readonly { readonly host: string; readonly port: number | undefined }[];
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
}

/** Parses a URL with one or more hosts; undefined for text that is none. */
export function parseHostListUrl(text: string): HostListUrl | undefined {
  const [, start = "", list = "", rest = ""] = /^([\w+]+:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/.exec(text) ?? [];
  const names = list.split(",");
  const urls = names.map((name) => URL.parse(`${start}${name}${rest}`));
  const [first] = urls;
  if (!first || !urls.every((url) => url !== null && url.hostname !== "")) return undefined;
  try {
    return {
      protocol: first.protocol,
      username: decodeURIComponent(first.username),
      password: decodeURIComponent(first.password),
      hosts: urls.map((url) => ({
        host: url!.hostname.replace(/^\[(.*)\]$/, "$1"),
        port: url!.port === "" ? undefined : Number(url!.port),
      })),
      pathname: first.pathname,
      searchParams: first.searchParams,
    };
  } catch {
    return undefined; // A lone % in the password.
  }
}

/** The hosts of a URL, as it writes them: for messages. */
export function hostsOf(text: string): string {
  return /^[\w+]+:\/\/(?:[^@/?#]*@)?([^/?#]*)/.exec(text)?.[1] ?? "";
}
