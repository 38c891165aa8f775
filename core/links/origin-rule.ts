/** What a browser says about the page that sends a request; programs send nothing of it. */
export interface RequestSite {
  /** The origin of the page: from `Origin`, or else from `Referer`. */
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: same-origin, same-site, cross-site or none. */
  readonly relation: string | undefined;
}

/** An origin as browsers write it (`https://maps.example.org`); undefined when the text is none. */
export function parseOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { origin, protocol } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && origin === text.toLowerCase()
    ? origin
    : undefined;
}

/**
 * Whether a page may use a link with a list of allowed origins. An empty list allows all pages, and pages of
 * the service itself are always allowed. The rule restrains browsers only: a program names no page and is not
 * refused.
 */
export function isSiteAllowed(allowed: readonly string[], site: RequestSite, ownOrigin: string): boolean {
  if (allowed.length === 0) return true;
  if (site.origin !== undefined) return site.origin === ownOrigin || allowed.includes(site.origin);
  return site.relation === undefined || site.relation === "same-origin" || site.relation === "none";
}
