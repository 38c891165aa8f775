/** What a browser says about the page a request comes from; programs say nothing. */
export interface RequestSite {
  /** The origin of the page: from `Origin`, or else from `Referer`. */
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: same-origin, same-site, cross-site or none. */
  readonly relation: string | undefined;
}

/** An origin as browsers write it (`https://maps.example.org`), or undefined when text is none. */
export function parseOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { origin, protocol } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && origin === text.toLowerCase()
    ? origin
    : undefined;
}

/**
 * Whether a page may use what is meant for pages of some origins; none means all, and the service's own pages always may. It restrains
 * browsers only: a program says nothing about a page and is not refused.
 */
export function isSiteAllowed(allowed: readonly string[], site: RequestSite, ownOrigin: string): boolean {
  if (allowed.length === 0) return true;
  if (site.origin !== undefined) return site.origin === ownOrigin || allowed.includes(site.origin);
  return site.relation === undefined || site.relation === "same-origin" || site.relation === "none";
}
